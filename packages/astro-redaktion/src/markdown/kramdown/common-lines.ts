import type { Quick } from './quick-state.ts';
import type { CommonSearch } from './scope.ts';
import { commonList } from './common-lists.ts';
import { hasPipe, startsText, textEnd } from './common-starts.ts';
import { isLeavable, readText } from './unread.ts';

/** A block of the common kind, which has been read. */
export interface Common {
  /** Where its last line ends, past the line feed. */
  end: number;
  /** What may not stand first after blank lines, since it would belong to this block. */
  goesOn: string;
  /** A blank line has to follow. */
  alone: boolean;
  /** A list, of numbers or of bullets. */
  ordered?: boolean;
}

const ANY_AFTER = ' \t\f\v:{^';
const HEADING = /#{1,6} (?=[^\s#])/y;
const OTHER = /#{1,6} (?=[^\s#])|[-*+] |1\. |> |```/y;
const COMMENT = /<!--[\w: ]*-->\n/y;
const FENCE = /```[\w+#.-]*\n/y;
const FENCE_END = /^ {0,3}`{3,}[ \t]*\n/gm;

/** Reads the block that starts at `at`; `undefined` where it is not of the common kind. */
export function readCommonBlock(quick: Quick, at: number, search: CommonSearch): Common | undefined {
  switch (quick.text[at]) {
    case '#':
      return readHeading(quick, at);
    case '>':
      return readQuote(quick, at, search);
    case '<':
      COMMENT.lastIndex = at;
      return COMMENT.test(quick.text) ? { end: COMMENT.lastIndex, goesOn: ANY_AFTER, alone: true } : undefined;
    case '`':
      return quick.text.startsWith('``', at + 1) ? readFence(quick, at, search) : readParagraph(quick, at, search);
    default: {
      const list = commonList(quick, at, search);
      if (list === undefined) return readParagraph(quick, at, search);
      if (list === null) return undefined;
      const { end, ordered } = list;
      return { end, goesOn: ANY_AFTER + (ordered ? '0123456789' : '*+-'), alone: true, ordered };
    }
  }
}

function readHeading(quick: Quick, at: number): Common | undefined {
  const { text } = quick;
  HEADING.lastIndex = at;
  if (!HEADING.test(text)) return undefined;
  const from = HEADING.lastIndex;
  const end = text.indexOf('\n', from);
  const last = text[textEnd(text, end) - 1] ?? '#';
  if (!startsText(text, from) || last === '#' || last === '}' || !readText(quick, { from, end, leavable: true }))
    return undefined;
  return { end: end + 1, goesOn: ANY_AFTER, alone: false };
}

function readParagraph(quick: Quick, at: number, search: CommonSearch): Common | undefined {
  const { text } = quick;
  let end = at;
  do {
    if (!startsText(text, end)) return undefined;
    end = text.indexOf('\n', end) + 1;
  } while (end < text.length && text[end] !== '\n' && !startsOther(text, end));
  const last = textEnd(text, end - 1);
  if (
    last === 0 ||
    hasPipe(text, { at, end, search }) ||
    !readText(quick, { from: at, end: last, leavable: isLeavable(text, at) })
  )
    return undefined;
  return { end, goesOn: ANY_AFTER, alone: false };
}

/** Whether a line ends the paragraph above it, by both dialects. */
function startsOther(text: string, at: number): boolean {
  OTHER.lastIndex = at;
  return OTHER.test(text);
}

function readFence(quick: Quick, at: number, search: CommonSearch): Common | undefined {
  const { text, options } = quick;
  FENCE.lastIndex = at;
  if (search.unclosed || !FENCE.test(text)) return undefined;
  const from = FENCE.lastIndex;
  FENCE_END.lastIndex = from;
  const close = FENCE_END.exec(text);
  search.unclosed = close === null;
  const code = close ? text.slice(from, close.index) : '\u00A0';
  if (code.includes('\u00A0') || (options.defaultLanguage !== null && from === at + 4)) return undefined;
  return { end: FENCE_END.lastIndex, goesOn: ANY_AFTER, alone: false };
}

function readQuote(quick: Quick, at: number, search: CommonSearch): Common | undefined {
  const { text } = quick;
  let line = at;
  for (; text[line] === '>'; ) {
    const end = text.indexOf('\n', line);
    const last = textEnd(text, end);
    if (text[line + 1] !== ' ' || !startsText(text, line + 2) || last === 0) return undefined;
    if (hasPipe(text, { at: line, end, search })) return undefined;
    // What opens in one line may close in the next.
    const leavable = line === at && text[end + 1] !== '>' && isLeavable(text, line + 2);
    if (!readText(quick, { from: line + 2, end: last, leavable })) return undefined;
    line = end + 1;
  }
  return { end: line, goesOn: ANY_AFTER, alone: true };
}
