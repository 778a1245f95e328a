import type { Quick } from './quick-state.ts';
import type { CommonSearch } from './scope.ts';
import { hasPipe, startsText, textEnd } from './common-starts.ts';
import { readOn } from './quick-spans.ts';

/** A list that was read: where it ends, and what would go on with it after blank lines. */
export interface CommonList {
  end: number;
  goesOn: string;
}

const BULLET = /[-*+] /y;
const NUMBER = /\d{1,9}\. /y;

/**
 * Reads a list of lines; `undefined` where none starts, `null` where it is not of the common kind.
 */
export function commonList(quick: Quick, at: number, search: CommonSearch): CommonList | null | undefined {
  const { text } = quick;
  const marker = text[at] ?? '';
  const ordered = marker >= '0' && marker <= '9';
  const pattern = ordered ? NUMBER : BULLET;
  pattern.lastIndex = at;
  if (!pattern.test(text)) return undefined;
  if (ordered && !text.startsWith('1. ', at)) return null;
  let line = at;
  for (;;) {
    pattern.lastIndex = line;
    if (!pattern.test(text) || (!ordered && text[line] !== marker)) break;
    const from = pattern.lastIndex;
    const end = text.indexOf('\n', from);
    const last = textEnd(text, end);
    if (!startsText(text, from) || last === 0 || hasPipe(text, { at: line, end, search })) return null;
    quick.at = from;
    quick.start = from;
    quick.end = last;
    if (!readOn(quick, '')) return null;
    line = end + 1;
  }
  return { end: line, goesOn: ordered ? '0123456789' : '*+-' };
}
