import { type AddressBase, feedAttributes, isLeftOut } from './feed-attributes.ts';

/**
 * The same as `feedHtml()` for the HTML that Markdown makes: every element closed where it should be, and none that
 * browsers would move. Reading that by the whole HTML standard takes five times as long.
 *
 * @returns nothing for any other HTML, at its first sign
 */
export function fastFeedHtml(html: string, base: AddressBase): string | undefined {
  if (!html.isWellFormed()) return undefined;
  const open: Open[] = [];
  // What stays as it is, is taken over in stretches as long as can be: it is nearly all.
  let [out, from, muted, at] = ['', 0, 0, 0];
  const skip = (start: number, replacement: string): void => {
    if (muted === 0) out += html.slice(from, start) + replacement;
    from = at;
  };
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(html); token; token = TOKEN.exec(html)) {
    const start = at;
    at = TOKEN.lastIndex;
    const [, end, name, attributes = ''] = token;
    if (end !== undefined) {
      const last = open.pop();
      if (last?.name !== end) return undefined;
      if (last.isBare) skip(start, '');
      if (!last.isMuted) continue;
      muted -= 1;
      from = at;
    } else if (name !== undefined) {
      const element = read(name, attributes, open);
      if (!element || (name === 'pre' && html[at] === '\n')) return undefined;
      const printed = feedAttributes({ tagName: name }, element.attributes, base);
      const isBare = name === 'span' && printed === '';
      const isMuted = isLeftOut(name, element.attributes);
      if (isBare || isMuted) skip(start, '');
      else if (attributes !== '' || html[at - 2] === '/') skip(start, `<${name}${printed}>`);
      if (VOID.has(name)) continue;
      open.push({ name, isBare, isMuted });
      if (isMuted) muted += 1;
    }
  }
  if (at !== html.length || open.length > 0) return undefined;
  return (out + html.slice(from)).trim();
}

/** The attributes of an element, if it is one that stays where it stands. */
function read(
  name: string,
  attributes: string,
  open: readonly Open[],
): { attributes: Map<string, string> } | undefined {
  if (!KNOWN.has(name) && !BLOCKS.has(name)) return undefined;
  if (BLOCKS.has(name) && open.some((element) => INLINE_ONLY.has(element.name))) return undefined;
  if ((name === 'a' || name === 'li') && isOpen(name, open)) return undefined;
  if (attributes === '') return { attributes: NONE };
  const values = new Map<string, string>();
  for (const [, key = '', value = ''] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
    if (key === 'data-feed-text' || values.has(key) || /&(?!(?:amp|quot);)/.test(value)) return undefined;
    values.set(key, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  }
  return { attributes: values };
}

/** A link in a link, or an item in an item without a list between, is closed by the browser. */
function isOpen(name: string, open: readonly Open[]): boolean {
  for (let at = open.length - 1; at >= 0; at -= 1) {
    const other = open[at]?.name;
    if (other === name) return true;
    if (name === 'li' && (other === 'ul' || other === 'ol')) return false;
  }
  return false;
}

/** Text without a character that `legal()` would take away; an entity; an end tag; a start tag with its attributes. */
const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
  /[^<>&\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]+|&(?:amp|lt|gt);|<\/([a-z][a-z0-9]*)>|<([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]*")*)(?: ?\/)?>/y;

const NONE = new Map<string, string>();

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr']);

const KNOWN: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'b',
  'br',
  'cite',
  'code',
  'del',
  'em',
  'i',
  'img',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
  'wbr',
]);

/** Elements that end an open paragraph. */
const BLOCKS: ReadonlySet<string> = new Set([
  'blockquote',
  'div',
  'figcaption',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'li',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'ul',
]);

/** Elements in which a block is moved, or might be. */
const INLINE_ONLY: ReadonlySet<string> = new Set([...KNOWN, 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

interface Open {
  name: string;
  isBare: boolean;
  isMuted: boolean;
}
