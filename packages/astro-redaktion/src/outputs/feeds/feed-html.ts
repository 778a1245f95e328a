import { type DefaultTreeAdapterTypes, html as spec, parseFragment } from 'parse5';
import { legal } from '../../model/legal.ts';
import { escapeMarkup } from '../plain.ts';
import { type AddressBase, feedAttributes, feedUrl, isLeftOut } from './feed-attributes.ts';
import { fastFeedHtml } from './feed-html-fast.ts';

/**
 * A post's HTML as feeds need it: safe, absolute, and without what only a page can do.
 *
 * - Addresses are resolved as a browser would on the post's own page, fragments and footnotes too.
 * - Left out: scripts, styles, frames, forms, SVG, comments, what is `hidden` or `aria-hidden`, the table of contents.
 * - Custom elements, and buttons that open a popover, give way to what they hold; only attributes with a meaning in a feed stay.
 *
 * A component chooses its own form in a feed:
 * - `data-feed="omit"`: the element is left out;
 * - `data-feed="only"`: a `hidden` element that feeds show, e.g. a table in place of a chart;
 * - `data-feed-text="…"`: the element gives way to a paragraph with this text, a link if there is
 *   `data-feed-href`, led by a picture if there is `data-feed-img` (a poster, a map).
 *
 * @param html trusted HTML of a post
 * @param page absolute address of the post's page
 */
export function feedHtml(html: string, page: string): string {
  const base: AddressBase = { page };
  return fastFeedHtml(html, base) ?? wholeFeedHtml(html, base);
}

/** The same for all HTML, read by the standard. */
export function wholeFeedHtml(html: string, base: AddressBase): string {
  const out: string[] = [];
  // A stack of our own, for author's HTML may nest deeper than calls can.
  const todo: (DefaultTreeAdapterTypes.ChildNode | string)[] = parseFragment(html, {
    scriptingEnabled: false,
  }).childNodes.toReversed();
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (typeof next === 'string') out.push(next);
    else if (next.nodeName === '#text' && 'value' in next) out.push(escapeText(next.value));
    else if ('tagName' in next) open(next, { out, todo, base });
  }
  return legal(out.join('')).trim();
}

/** Prints an element's start, and leaves its children and its end to be printed. */
function open(element: Element, { out, todo, base }: Printing): void {
  const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
  if (isOmitted(element, attributes)) return;
  const replacement = replaced(attributes, base);
  if (replacement !== undefined) {
    out.push(replacement);
    return;
  }
  const name = element.tagName;
  const kept = feedAttributes(element, attributes, base);
  const isBare = name === 'button' || name.includes('-') || name === 'noscript' || (name === 'span' && kept === '');
  if (!isBare) out.push(`<${name}${kept}>`);
  if (VOID.has(name)) return;
  if (!isBare) todo.push(`</${name}>`);
  for (let at = element.childNodes.length - 1; at >= 0; at -= 1) {
    const child = element.childNodes[at];
    if (child) todo.push(child);
  }
}

function isOmitted({ tagName, namespaceURI }: Element, attributes: Map<string, string>): boolean {
  // A word in the text that opens an explanation is still a word.
  if (tagName === 'button' && attributes.has('popovertarget')) return false;
  return OMITTED.has(tagName) || namespaceURI === spec.NS.SVG || isLeftOut(tagName, attributes);
}

/** What stands in place of an element that names its form in a feed. */
function replaced(attributes: Map<string, string>, base: AddressBase): string | undefined {
  const text = attributes.get('data-feed-text');
  if (text === undefined) return undefined;
  const href = feedUrl(attributes.get('data-feed-href'), base);
  const src = feedUrl(attributes.get('data-feed-img'), base);
  const picture = src ? `<img src="${escapeMarkup(src)}" alt=""><br>` : '';
  const inner = picture + escapeText(text);
  return `<p>${href ? `<a href="${escapeMarkup(href)}">${inner}</a>` : inner}</p>`;
}

function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => (character === '&' ? '&amp;' : character === '<' ? '&lt;' : '&gt;'));
}

/** Elements that mean nothing, or harm, in a feed reader. */
const OMITTED: ReadonlySet<string> = new Set([
  'applet',
  'base',
  'button',
  'canvas',
  'dialog',
  'embed',
  'fieldset',
  'form',
  'frame',
  'frameset',
  'iframe',
  'input',
  'link',
  'meta',
  'noembed',
  'noframes',
  'object',
  'optgroup',
  'option',
  'output',
  'param',
  'plaintext',
  'portal',
  'script',
  'select',
  'slot',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'xmp',
]);

/** https://html.spec.whatwg.org/multipage/syntax.html#void-elements, those that stay. */
const VOID: ReadonlySet<string> = new Set(['area', 'br', 'col', 'hr', 'img', 'source', 'track', 'wbr']);

type Element = DefaultTreeAdapterTypes.Element;

interface Printing {
  out: string[];
  todo: (DefaultTreeAdapterTypes.ChildNode | string)[];
  base: AddressBase;
}
