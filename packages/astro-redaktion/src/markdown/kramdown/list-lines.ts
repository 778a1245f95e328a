import { startsBlockTag } from './html-lines.ts';

const ITEM_LIST = /^[ \t\n\v\f\r]*\{:(?!(?:\w[\w-]*)?:|\/)((?:\\\}|[^}]){1,2000})\}[ \t\n\v\f\r]*/;
const ONLY_LIST = /^(?:[ \t\n\v\f\r]*\{:(?!(?:\w[\w-]*)?:|\/)(?:\\\}|[^}]){1,2000}\}[ \t\n\v\f\r]*)?[ \t\n\v\f\r]*\n/;
const ATTRIBUTE_LINE = / {0,3}\{:(?![:/])(?:\\\}|[^}]){1,2000}\}[ \t\f\v]*\n/y;

export interface FirstLine {
  /** The line without its marker and the space after it. */
  content: string;
  /** Column of the content: what further lines must be indented by. */
  indent: number;
}

/** The line with the marker: tabs after the marker count up to the next multiple of four columns. */
export function firstListLine(markerWidth: number, afterMarker: string): FirstLine {
  if (ONLY_LIST.test(afterMarker)) return { content: afterMarker.replace(/^[ \t\n\v\f\r]*/, ''), indent: 4 };
  let content = afterMarker;
  for (let tabs = /^( *)(\t+)/.exec(content); tabs; tabs = /^( *)(\t+)/.exec(content)) {
    const [all, spaces = '', run = ''] = tabs;
    const column = spaces.length + markerWidth;
    content = spaces + ' '.repeat(4 - (column % 4) + (run.length - 1) * 4) + content.slice(all.length);
  }
  const trimmed = content.replace(/^ +/, '');
  return { content: trimmed.replace(/^[ \t\n\v\f\r]*/, ''), indent: markerWidth + content.length - trimmed.length };
}

/** Takes an attribute list off the start of an item: the list's inside and the rest. */
export function takeItemList(content: string): { list: string | null; rest: string } {
  const match = content.startsWith('{:') ? ITEM_LIST.exec(content) : null;
  return match ? { list: match[1] ?? '', rest: content.slice(match[0].length) } : { list: null, rest: content };
}

/** The line `[at, end)` when it belongs to an item by its indentation; `null` otherwise or when it is blank. */
export function isIndented(line: string, indent: number): boolean {
  let whole = Math.floor(indent / 4);
  let at = 0;
  while (whole > 0) {
    const step = indentStep(line, at);
    if (step === 0) return false;
    at += step;
    whole -= 1;
  }
  const rest = indent % 4;
  return line.startsWith(' '.repeat(rest), at) || indentStep(line, at) > 0;
}

/** Whether a line that is not indented may still go on with the item's text. */
export function isLazy(text: string, at: number, indent: number): boolean {
  const spaces = leadingSpaces(text, at);
  if (spaces > Math.min(indent, 3)) return true;
  ATTRIBUTE_LINE.lastIndex = at;
  return !ATTRIBUTE_LINE.test(text) && !startsBlockTag(text, at);
}

/** Leading tabs become four spaces each; then the item's indentation goes, if it is all there. */
export function outdent(line: string, indent: number): { line: string; found: boolean } {
  const spaced = line.startsWith('\t') ? line.replace(/^\t+/, (tabs) => ' '.repeat(4 * tabs.length)) : line;
  const found = leadingSpaces(spaced, 0) >= indent;
  return { line: found ? spaced.slice(indent) : spaced, found };
}

function indentStep(line: string, at: number): number {
  if (line[at] === '\t') return 1;
  return line.startsWith('    ', at) ? 4 : 0;
}

function leadingSpaces(text: string, at: number): number {
  let end = at;
  while (text[end] === ' ') end += 1;
  return end - at;
}
