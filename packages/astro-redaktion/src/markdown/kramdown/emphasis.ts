import type { Spans } from './span-state.ts';
import { forcedClose, forcedOpen } from './marks.ts';
import { abandon, addElement, addText, beginAttempt, spend } from './span-state.ts';

const WORD_BEFORE = /[\p{L}\p{M}]-?[\p{L}\p{M}]*$/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const EDGE = /[\p{L}\p{N}.,;:?)]/u;

/** `*em*`, `_em_`, `**strong**`, `__strong__` by kramdown's rules: punctuation round the delimiters does not matter. */
export function readEmphasis(spans: Spans): boolean {
  const { text, at } = spans;
  const type = text[at] ?? '*';
  const double = text[at + 1] === type;
  const run = double ? type + type : type;
  const kind = double ? 'strong' : 'em';
  const after = text[at + run.length] ?? '';
  const inWord = type === '_' && WORD_BEFORE.test(text.slice(Math.max(0, at - 30), at));
  spans.at = at + run.length;
  if (inWord || /[ \t\n\f\v\r]/.test(after) || spans.open[kind]) {
    addText(spans, run);
    return true;
  }
  if (readInner(spans, { start: at, run, kind })) return true;
  if (double && !spans.open.em && readInner(spans, { start: at, run: type, kind: 'em' })) return true;
  spans.at = at + run.length;
  addText(spans, run);
  return true;
}

/** Whether a character is a letter or a digit; the empty text is none. */
export function isLetterOrDigit(character: string): boolean {
  return LETTER_OR_DIGIT.test(character);
}

interface Delimited {
  start: number;
  run: string;
  kind: 'em' | 'strong';
}

function readInner(spans: Spans, { start, run, kind }: Delimited): boolean {
  const { text, out, open } = spans;
  const attempt = beginAttempt(spans);
  const from = out.length;
  const { images } = spans;
  spans.at = start + run.length;
  out.push('');
  spans.last = -1;
  spans.open = { ...open, [kind]: true };
  spans.depth += 1;
  const found = spans.writing.read(spans, () => closesHere(spans, { run, kind, from }));
  spans.depth -= 1;
  spans.open = open;
  spans.images = images;
  if (!found) {
    abandon(spans, attempt);
    return false;
  }
  spans.at += run.length;
  const inner = out.splice(from).join('');
  const before = out.at(-1)?.at(-1) ?? ' ';
  addElement(spans, delimited(before, { inner, kind, next: text[spans.at] ?? '' }));
  return true;
}

function closesHere(spans: Spans, { run, kind, from }: { run: string; kind: string; from: number }): boolean {
  const { text, at } = spans;
  if (!text.startsWith(run, at) || /[ \t\n\f\v\r]/.test(text[at - 1] ?? '')) return false;
  const [type = ''] = run;
  const next = text[at + run.length] ?? '';
  if (kind === 'em' && next === type && text[at + 2] !== type) return false;
  return (type !== '_' || !LETTER_OR_DIGIT.test(next)) && spans.out.length > from + 1;
}

/** The delimiters as they are where CommonMark agrees, forced where it would not. */
export function delimited(
  before: string,
  { inner, kind, next }: { inner: string; kind: 'em' | 'strong'; next: string },
): string {
  const run = kind === 'em' ? '*' : '**';
  const end = next === '' ? LETTER_OR_DIGIT : EDGE;
  const clear =
    /[\s(]/.test(before) &&
    /^(?:[\s.,;:?)]|$)/.test(next) &&
    LETTER_OR_DIGIT.test(inner[0] ?? '') &&
    end.test(inner.at(-1) ?? '');
  return clear ? run + inner + run : forcedOpen(run) + inner + forcedClose(run);
}

const STRIKE = /~~(?![ \t\n\f\v\r~])[^]*?[^ \t\n\f\v\r~]~~/y;

/** `~~gone~~`. */
export function readStrikethrough(spans: Spans): boolean {
  if (spans.writing.outline.options.input !== 'GFM') return false;
  STRIKE.lastIndex = spans.at;
  const match = STRIKE.exec(spans.text);
  if (!match) {
    spend(spans);
    return false;
  }
  spans.budget -= match[0].length;
  const inner: Spans = { ...spans, text: match[0].slice(2, -2), at: 0, out: [], last: -1, depth: spans.depth + 1 };
  spans.writing.read(inner, null);
  spans.budget = inner.budget;
  spans.at += match[0].length;
  addElement(spans, `<del>${inner.out.join('')}</del>`);
  return true;
}
