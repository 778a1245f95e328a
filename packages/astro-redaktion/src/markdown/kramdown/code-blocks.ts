import type { Scope } from './scope.ts';
import { endsLazily } from './paragraphs.ts';
import { addBlock, lineEnd, take } from './scope.ts';

const INDENT = /^(?:\t| {4})/gm;
const CODE_LINE = /(?:\t| {4})[ \t]*[^ \t\f\v\n][^\n]*\n/y;
const BLANKS = /(?:[ \t\f\v]*\n)+/y;
const FENCE_START = / {0,3}(([~`])\2{2,})[ \t\f\v]*([^ \t\f\v\n]+)?[ \t\f\v]*\n/y;
const NATIVE_FENCE_START = /((~)~{2,})[ \t\f\v]*([^ \t\f\v\n]+)?[ \t\f\v]*\n/y;

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

/** A fenced code block. One without an end, or with more than a word after the fence, is text. */
export function readFencedCode(scope: Scope): boolean {
  const start = scope.at;
  const gfm = scope.outline.options.input === 'GFM';
  const match = take(scope, gfm ? FENCE_START : NATIVE_FENCE_START);
  const fence = match?.[1] ?? '';
  const close = match ? findFence(scope, fence, gfm) : null;
  if (!match || !close) {
    scope.at = start;
    return false;
  }
  const block = addBlock(scope, 'code', scope.text.slice(scope.at, close.start));
  block.language = match[3] ?? '';
  scope.at = close.end;
  return true;
}

const FENCE_LINE = /^( {0,3})((?:`{3,}|~{3,}))[ \t\f\v]*\n/gm;

function findFence(scope: Scope, fence: string, gfm: boolean): { start: number; end: number } | null {
  const character = fence[0] ?? '';
  if (fence.length >= (scope.unclosed.get(character) ?? Infinity)) return null;
  FENCE_LINE.lastIndex = scope.at;
  for (let match = FENCE_LINE.exec(scope.text); match; match = FENCE_LINE.exec(scope.text)) {
    const [, indent = '', run = ''] = match;
    if (run[0] !== character || run.length < fence.length || (indent !== '' && !gfm)) continue;
    return { start: match.index, end: FENCE_LINE.lastIndex };
  }
  scope.unclosed.set(character, fence.length);
  return null;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
