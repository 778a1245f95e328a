import { html as spec } from 'parse5';
import { escapeMarkup } from '../plain.ts';

/** Against which addresses are resolved. */
export interface AddressBase {
  /** Absolute address of the post's page; root-relative where the site has no host. */
  page: string;
}

/** Whether an element is left out of feeds by its marks: its own, or those that hide it on the page. */
export function isLeftOut(tagName: string, attributes: ReadonlyMap<string, string>): boolean {
  const mark = attributes.get('data-feed');
  if (mark === 'only') return false;
  if (mark === 'omit' || attributes.has('hidden') || attributes.get('aria-hidden') === 'true') return true;
  return tagName === 'nav' && /(?:^|\s)rd-toc(?:\s|$)/.test(attributes.get('class') ?? '');
}

/** The attributes of an element that have a meaning in a feed, addresses made absolute, ready to print. */
export function feedAttributes(
  { tagName, namespaceURI }: { tagName: string; namespaceURI?: string },
  attributes: ReadonlyMap<string, string>,
  base: AddressBase,
): string {
  if (attributes.size === 0) return '';
  const own = BY_ELEMENT[tagName] ?? [];
  const isMath = namespaceURI === spec.NS.MATHML;
  let printed = '';
  for (const [name, value] of attributes) {
    const isKept = GLOBAL.has(name) || own.includes(name) || (isMath && MATH.has(name));
    const kept = isKept ? feedValue(name, value, { tagName, base }) : undefined;
    if (kept !== undefined) printed += ` ${name}="${escapeMarkup(kept)}"`;
  }
  return printed;
}

/**
 * An address as a browser would resolve it on the post's page.
 *
 * @returns nothing for an address that is none, or whose scheme a feed should not carry (`javascript:`)
 */
export function feedUrl(url: string | undefined, { page }: AddressBase): string | undefined {
  if (url === undefined) return undefined;
  const isHomeless = page.startsWith('/');
  const resolved = URL.parse(url, isHomeless ? `${NOWHERE}${page}` : page);
  if (!resolved || !SCHEMES.has(resolved.protocol)) return undefined;
  return isHomeless ? resolved.href.replace(NOWHERE, '') : resolved.href;
}

function feedValue(
  name: string,
  value: string,
  { tagName, base }: { tagName: string; base: AddressBase },
): string | undefined {
  if (name === 'srcset') return feedSrcset(value, base);
  if (!ADDRESSES.has(name)) return value;
  if (tagName === 'img' && name === 'src' && /^data:image\/(?:png|jpeg|gif|webp|avif);/i.test(value)) return value;
  return feedUrl(value, base);
}

/** https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute */
function feedSrcset(srcset: string, base: AddressBase): string | undefined {
  const candidates: string[] = [];
  const address = /[\s,]*(\S+)/y;
  for (let match = address.exec(srcset); match; match = address.exec(srcset)) {
    const token = match[1] ?? '';
    const url = feedUrl(token.replace(/,+$/, ''), base);
    // A comma right after the address ends the candidate; else what it is for follows.
    const end = token.endsWith(',') ? address.lastIndex : indexOr(srcset, ',', address.lastIndex);
    if (url) candidates.push(`${url} ${srcset.slice(address.lastIndex, end).trim()}`.trim());
    address.lastIndex = end;
  }
  return candidates.length > 0 ? candidates.join(', ') : undefined;
}

function indexOr(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from);
  return at < 0 ? text.length : at;
}

const NOWHERE = 'https://site.invalid';

const SCHEMES: ReadonlySet<string> = new Set([
  'http:',
  'https:',
  'mailto:',
  'tel:',
  'sms:',
  'geo:',
  'ftp:',
  'xmpp:',
  'matrix:',
  'webcal:',
]);

const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src', 'poster', 'cite']);

const GLOBAL: ReadonlySet<string> = new Set(['id', 'title', 'lang', 'dir']);

const MATH: ReadonlySet<string> = new Set([
  'accent',
  'accentunder',
  'columnspan',
  'display',
  'encoding',
  'linethickness',
  'mathvariant',
  'rowspan',
  'stretchy',
]);

const BY_ELEMENT: Record<string, readonly string[]> = {
  a: ['href', 'rel', 'hreflang'],
  area: ['href', 'alt', 'coords', 'shape'],
  audio: ['src', 'controls'],
  blockquote: ['cite'],
  col: ['span'],
  colgroup: ['span'],
  data: ['value'],
  del: ['cite', 'datetime'],
  details: ['open'],
  img: ['src', 'srcset', 'sizes', 'alt', 'width', 'height', 'usemap'],
  ins: ['cite', 'datetime'],
  li: ['value'],
  map: ['name'],
  meter: ['value', 'min', 'max', 'low', 'high', 'optimum'],
  ol: ['start', 'reversed', 'type'],
  progress: ['value', 'max'],
  q: ['cite'],
  source: ['src', 'srcset', 'sizes', 'type', 'media', 'width', 'height'],
  td: ['colspan', 'rowspan', 'headers'],
  th: ['colspan', 'rowspan', 'headers', 'scope', 'abbr'],
  time: ['datetime'],
  track: ['src', 'kind', 'srclang', 'label', 'default'],
  video: ['src', 'poster', 'controls', 'width', 'height'],
};
