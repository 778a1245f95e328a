const BLOCKS =
  'address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|header|li|main|nav|ol|p|section|table|tbody|td|tfoot|th|thead|tr|ul';
const TAG = new RegExp(`^(\`{3,}|~{3,})|<(/?)(${BLOCKS})(\\s[^<>]*)?>`, 'gim');
/** Characters that are looked at: an element that opened earlier is rare, and a long text is not read again and again. */
const NEAR = 20_000;

/**
 * Whether a text ends inside a block of raw HTML, where kramdown reads no Markdown and a fence would be text.
 *
 * An element begins at the start of a line and lasts to its closing tag, across empty lines; one with a `markdown`
 * attribute is read.
 */
export function endsInsideHtml(before: string): boolean {
  if (!before.includes('<')) return false;
  const text = before.slice(-NEAR);
  const open: string[] = [];
  let fence = '';
  for (const { 1: run, 2: slash, 3: name = '', 4: attributes = '', index } of text.matchAll(TAG)) {
    if (run !== undefined) {
      if (open.length === 0) fence = fence === '' ? run : run.startsWith(fence) ? '' : fence;
    } else if (fence === '') {
      const first = /(?:^|\n) {0,3}$/.test(text.slice(Math.max(0, index - 4), index));
      follow(open, { first, closing: slash === '/', name: name.toLowerCase(), attributes });
    }
  }
  return open.length > 0;
}

function follow(open: string[], { first, closing, name, attributes }: Found): void {
  if (closing) {
    if (open.at(-1) === name) open.pop();
  } else if (open.length > 0 || (first && !/\smarkdown\s*=/i.test(attributes))) {
    if (!attributes.endsWith('/')) open.push(name);
  }
}

interface Found {
  /** First on its line, where a block may begin. */
  first: boolean;
  closing: boolean;
  name: string;
  attributes: string;
}
