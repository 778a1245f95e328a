import { legal } from '../../model/legal.ts';
import { type AddressBase, feedAttributes, isLeftOut } from './feed-attributes.ts';

/**
 * The same as `feedHtml()` for the HTML that Markdown makes: every element closed where it should be, and none that
 * browsers would move. Reading that by the whole HTML standard takes five times as long.
 *
 * @returns nothing for any other HTML, at its first sign
 */
export function fastFeedHtml(html: string, base: AddressBase): string | undefined {
  const open: Open[] = [];
  let [out, muted, at] = ['', 0, 0];
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(html); token; token = TOKEN.exec(html)) {
    at = TOKEN.lastIndex;
    const [whole, text, end, start, attributes = ''] = token;
    if (text !== undefined) {
      if (muted === 0) out += text;
    } else if (end !== undefined) {
      const last = open.pop();
      if (last?.name !== end) return undefined;
      if (last.isMuted) muted -= 1;
      else if (muted === 0 && !last.isBare) out += whole;
    } else if (start !== undefined) {
      const element = read(start, attributes, open);
      if (!element || (start === 'pre' && html[at] === '\n')) return undefined;
      const printed = feedAttributes({ tagName: start }, element.attributes, base);
      const isBare = start === 'span' && printed === '';
      const isMuted = isLeftOut(start, element.attributes);
      if (muted === 0 && !isMuted && !isBare) out += `<${start}${printed}>`;
      if (VOID.has(start)) continue;
      open.push({ name: start, isBare, isMuted });
      if (isMuted) muted += 1;
    }
  }
  return at === html.length && open.length === 0 ? legal(out).trim() : undefined;
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

/** Text; an entity; an end tag; a start tag with its attributes. */
const TOKEN =
  /([^<>&\0\r]+|&(?:amp|lt|gt);)|<\/([a-z][a-z0-9]*)>|<([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>\0\r]*")*)(?: ?\/)?>/y;

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
