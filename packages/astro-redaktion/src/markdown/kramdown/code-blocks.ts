import type { Scope } from './scope.ts';
import { endsLazily } from './paragraphs.ts';
import { addBlock, lineEnd, take } from './scope.ts';

const INDENT = /^(?:\t| {4})/gm;
const CODE_LINE = /(?:\t| {4})[ \t]*[^ \t\f\v\n][^\n]*\n/y;
const BLANKS = /(?:[ \t\f\v]*\n)+/y;
const FENCE_START = / {0,3}(([~`])\2{2,})([ \t\f\v]*)([^ \t\f\v\n]+)?[ \t\f\v]*\n/y;
const NATIVE_FENCE_START = /((~)~{2,})([ \t\f\v]*)([^ \t\f\v\n]+)?[ \t\f\v]*\n/y;

/** Where the run of indented code lines (lazy ones included) that starts at `at` ends; `at` when there is none. */
export function indentedCodeEnd(scope: Scope, at: number): number {
  const { text } = scope;
  let end = at;
  for (;;) {
    let next = matchEnd(BLANKS, text, end) ?? end;
    const first = matchEnd(CODE_LINE, text, next);
    if (first === null) return end;
    next = first;
    while (next < text.length && (matchEnd(CODE_LINE, text, next) !== null || !endsLazily(scope, next))) {
      next = lineEnd(text, next);
    }
    end = next;
  }
}

/** Lines indented by four spaces or a tab. */
export function readIndentedCode(scope: Scope): 'read' {
  const start = scope.at;
  scope.at = indentedCodeEnd(scope, start);
  const code = scope.text
    .slice(start, scope.at)
    .replace(/\n( {0,3}[^ \t\n])/g, ' $1')
    .replace(INDENT, '');
  addBlock(scope, 'code', code);
  return 'read';
}

/**
 * A fenced code block. One without an end, or with more than a word after the fence, is text. Where all fences that
 * could end it are shorter, so much of it is the fence, and the rest stands before the language, or is it.
 */
export function readFencedCode(scope: Scope): boolean {
  const start = scope.at;
  const gfm = scope.outline.options.input === 'GFM';
  const [, fence = '', , space = '', info = ''] = take(scope, gfm ? FENCE_START : NATIVE_FENCE_START) ?? [];
  const close = fence === '' ? null : findFence(scope, fence, gfm);
  const rest = fence.slice(close?.length);
  if (!close || (rest !== '' && space !== '' && info !== '')) {
    scope.at = start;
    return false;
  }
  const block = addBlock(scope, 'code', scope.text.slice(scope.at, close.start));
  block.language = rest + info;
  scope.at = close.end;
  return true;
}

const FENCE_LINE = /^( {0,3})((?:`{3,}|~{3,}))[ \t\f\v]*\n/gm;

/** The first fence that is as long; else the first of the longest. */
function findFence(scope: Scope, fence: string, gfm: boolean): { start: number; end: number; length: number } | null {
  const character = fence[0] ?? '';
  const most = Math.min(fence.length, (scope.unclosed.get(character) ?? Infinity) - 1);
  let longest: { start: number; end: number; length: number } | null = null;
  FENCE_LINE.lastIndex = scope.at;
  for (let match = most < 3 ? null : FENCE_LINE.exec(scope.text); match; match = FENCE_LINE.exec(scope.text)) {
    const [, indent = '', run = ''] = match;
    if (run[0] !== character || (indent !== '' && !gfm)) continue;
    const length = Math.min(run.length, fence.length);
    if (length > (longest?.length ?? 0)) longest = { start: match.index, end: FENCE_LINE.lastIndex, length };
    if (length >= most) return longest;
  }
  scope.unclosed.set(character, (longest?.length ?? 2) + 1);
  return longest;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
