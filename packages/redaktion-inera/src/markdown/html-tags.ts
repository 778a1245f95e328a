/**
 * One tag of an HTML text. Tags are all that a search in finished HTML must know, so this reads them itself, in one
 * pass and without a tree: a parser and a serialiser (parse5) would cost many times the search and could change bytes.
 */
export interface Tag {
  /** Lower case; empty for a comment, a doctype or the like. */
  name: string;
  closing: boolean;
  /** `<br/>`: opens nothing in foreign content. */
  selfClosing: boolean;
  /** The tag as it stands. */
  source: string;
  /** Index after the tag; for elements whose content is no HTML (`script`), after that content. */
  end: number;
}

/** The tag that begins with the `<` at an index; `'text'` if that is a mere sign, `'unclosed'` if nothing ends it. */
export function readTag(html: string, index: number): Tag | 'text' | 'unclosed' {
  const next = html.charAt(index + 1);
  if (next === '!' || next === '?') return readDeclaration(html, index);
  const closing = next === '/';
  nameAt.lastIndex = index + (closing ? 2 : 1);
  const name = nameAt.exec(html)?.[0].toLowerCase();
  if (name === undefined) return 'text';
  const end = closing ? html.indexOf('>', index) + 1 : endOfTag(html, nameAt.lastIndex);
  if (end === 0) return 'unclosed';
  const source = html.slice(index, end);
  if (closing || !rawText.has(name)) return { name, closing, selfClosing: source.endsWith('/>'), source, end };
  const close = endOfRawText(html, name, end);
  return close < 0 ? 'unclosed' : { name: '', closing: false, selfClosing: true, source, end: close };
}

/** The value of an attribute as it stands in a tag, entities not resolved. */
export function attribute(source: string, name: 'href'): string | undefined {
  const found = attributes[name].exec(source);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

const attributes = { href: /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i };
const nameAt = /[a-z][^\s/>]*/iy;
const quoteOrEnd = /[>"']/g;
const rawText = new Set(['script', 'style', 'textarea', 'title', 'iframe', 'xmp', 'noembed', 'noframes']);

function readDeclaration(html: string, index: number): Tag | 'unclosed' {
  const comment = html.startsWith('<!--', index);
  const close = comment ? html.indexOf('-->', index + 2) : html.indexOf('>', index);
  if (close < 0) return 'unclosed';
  const end = close + (comment ? 3 : 1);
  return { name: '', closing: false, selfClosing: true, source: html.slice(index, end), end };
}

/** Index after the `>` that is in no quoted value; 0 if there is none. */
function endOfTag(html: string, from: number): number {
  quoteOrEnd.lastIndex = from;
  for (let hit = quoteOrEnd.exec(html); hit; hit = quoteOrEnd.exec(html)) {
    if (hit[0] === '>') return hit.index + 1;
    const close = html.indexOf(hit[0], hit.index + 1);
    if (close < 0) return 0;
    quoteOrEnd.lastIndex = close + 1;
  }
  return 0;
}

function endOfRawText(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[^>]*>`, 'gi');
  close.lastIndex = from;
  return close.exec(html) ? close.lastIndex : -1;
}
