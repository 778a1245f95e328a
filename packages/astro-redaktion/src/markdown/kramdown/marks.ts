/**
 * Private marks that travel through the Markdown engine as letters and that `finish` resolves. They are Unicode
 * noncharacters (meant for internal use, Unicode 23.7), so that no text can hold them: `cleanSource` replaces them.
 */
export const MARK = '\uFDD0';
export const END = '\uFDD1';
/** A letter that disappears: keeps a line from starting a block and a URL from becoming a link. */
export const GUARD = '\uFDD2';
/** Opens emphasis wherever it stands: the mark and its full stop disappear. */
const BEFORE = '\uFDD3!';
/** After a forced closing delimiter: the exclamation mark and the mark disappear. */
const AFTER = '!\uFDD4';

/** A space that does not break, in code: Prism would make a plain one of it. */
export const CODE_SPACE = '\uFDD5';

/** A backslash in the address of a link: the engine would write it as %5C. */
export const BACKSLASH_SIGN = '\uFDD6';
/** The same, as the engine writes it. */
const WRITTEN_BACKSLASH: string = encodeURIComponent(BACKSLASH_SIGN);

/** Addresses with their backslashes. Whoever writes the encoded noncharacter into an address has a backslash there. */
export function withBackslashes(html: string): string {
  if (!html.includes(WRITTEN_BACKSLASH)) return html;
  return html.replace(/ href="[^"<>]*"/g, (href) => href.replaceAll(WRITTEN_BACKSLASH, '\\'));
}

/** HTML without what only exists for the engine's sake. Searches for one sign are several times as fast as one for any. */
export function withoutVanishing(html: string): string {
  let shown = html;
  for (const sign of [BEFORE, AFTER, GUARD]) if (shown.includes(sign)) shown = shown.replaceAll(sign, '');
  return shown;
}

/** What a mark stands for: the letter after `MARK`. */
export const KINDS = {
  /** raw HTML at this place in a line */
  raw: 'r',
  /** raw HTML instead of this paragraph */
  block: 'b',
  /** attributes of the next tag */
  attributes: 'a',
  /** attributes of the list item around it */
  item: 'i',
  /** facts of the heading around it */
  heading: 'h',
  /** footnote mark: raw HTML that is not part of a heading's text */
  note: 'f',
  /** paragraph to be unwrapped */
  transparent: 't',
  /** paragraph to be dropped */
  drop: 'x',
  /** place of the table of contents */
  toc: 'c',
  /** place of the footnotes */
  footnotes: 'n',
  /** the next table's parts */
  table: 'p',
} as const;

export type MarkKind = (typeof KINDS)[keyof typeof KINDS];

/** Writes a mark; `finish` finds it by its kind and number. */
export function mark(kind: MarkKind, index = 0): string {
  return `${MARK}${kind}${index}${END}`;
}

/** A delimiter run that opens emphasis whatever stands round it. */
export function forcedOpen(run: string): string {
  return `${BEFORE}${run}${GUARD}`;
}

/** A delimiter run that closes emphasis whatever stands round it. */
export function forcedClose(run: string): string {
  return `${GUARD}${run}${AFTER}`;
}

const SIGNS = [...'\uFDD0\uFDD1\uFDD2\uFDD3\uFDD4\uFDD5\uFDD6'];

/** The source as kramdown reads it: line feeds only, one at the end, no noncharacters of ours. */
export function cleanSource(source: string): string {
  let text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  if (SIGNS.some((sign) => text.includes(sign))) text = text.replace(/[\uFDD0-\uFDD6]/g, '\uFFFD');
  return text.endsWith('\n') ? text : `${text}\n`;
}
