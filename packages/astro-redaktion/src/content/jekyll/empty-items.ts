import type { State } from 'js-yaml';

type Listener = (event: string, state: State) => void;

/**
 * js-yaml 4 takes the item that follows a list's empty last one for one more of that list, wherever it stands
 * (`- a:\n    -\n- b`), so that half of a file of data can be lost without a word. Told of each value's begin and end,
 * where what follows is no text, this writes such empty items out in the parser's input: `- ~`. Version 5 has the fault
 * mended, and another interface.
 *
 * @returns What js-yaml is to call in one reading of the text; each reading needs its own.
 */
export function emptyItems(text: string): Listener {
  if (!EMPTY.test(text)) return () => {};
  let seen = 0;
  return (_event, state) => {
    if (state.position >= seen) seen = writeOut(state);
  };
}

const EMPTY = /(?:^|\s)-[ \t]*(?:#.*)?\r?$/m;
const GAP = String.raw`(?:\s|(?<!\S)#.*$)`;
/** Dashes, and before them tags and anchors, with nothing else but space and comments. The parser ends a text by `\0`. */
const DASHES = new RegExp(String.raw`${GAP}*(?:[!&]\S*${GAP}+)*(?:-(?![^\s\0])${GAP}*)+`, 'my');
const SIGN = /[\r\n]|(?<!\S)(?:#.*$|-(?!\S))/gm;

/** @returns The position up to which nothing more is to be done. */
function writeOut(state: State): number {
  const { input, position } = state;
  DASHES.lastIndex = position;
  const [run] = DASHES.exec(input) ?? [];
  if (run === undefined) return position;
  let { lineStart } = state;
  const ends: number[] = [];
  let last = { end: 0, column: 0 };
  for (const { 0: sign, index } of run.matchAll(SIGN)) {
    const end = position + index + 1;
    if (sign === '-') {
      const column = end - lineStart;
      if (column < last.column) ends.push(last.end);
      last = { end, column };
    } else if (!sign.startsWith('#')) lineStart = end;
  }
  if (ends.length > 0) {
    state.input = [0, ...ends].map((start, at) => input.slice(start, ends[at])).join(' ~');
    state.length += 2 * ends.length;
  }
  return position + run.length + 2 * ends.length;
}
