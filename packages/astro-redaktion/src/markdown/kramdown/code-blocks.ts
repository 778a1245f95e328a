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
  const least = space !== '' && info !== '' ? fence.length : 3;
  const close = fence === '' ? null : findFence(scope, fence, { gfm, least });
  if (!close) {
    scope.at = start;
    return false;
  }
  const block = addBlock(scope, 'code', scope.text.slice(scope.at, close.start));
  block.language = fence.slice(close.length) + info;
  scope.at = close.end;
  return true;
}

const FENCE_LINE = /^( {0,3})((?:`{3,}|~{3,}))[ \t\f\v]*\n/gm;

/** The first fence that is as long; else the first of the longest that are no shorter than the least length. */
function findFence(scope: Scope, fence: string, { gfm, least }: { gfm: boolean; least: number }): FenceLine | null {
  const character = fence[0] ?? '';
  const most = Math.min(fence.length, (scope.unclosed.get(character) ?? Infinity) - 1);
  if (most < least) return null;
  let longest: FenceLine | null = null;
  FENCE_LINE.lastIndex = scope.at;
  for (let match = FENCE_LINE.exec(scope.text); match; match = FENCE_LINE.exec(scope.text)) {
    const [, indent = '', run = ''] = match;
    if (run[0] !== character || (indent !== '' && !gfm)) continue;
    const length = Math.min(run.length, fence.length);
    if (length > (longest?.length ?? 0)) longest = { start: match.index, end: FENCE_LINE.lastIndex, length };
    if (length >= most) return longest;
  }
  scope.unclosed.set(character, (longest?.length ?? 2) + 1);
  return longest && longest.length >= least ? longest : null;
}

interface FenceLine {
  start: number;
  end: number;
  /** As far as the fence that it ends. */
  length: number;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
