import type { Scope } from './scope.ts';
import { addBlock, afterBoundary, beforeBoundary } from './scope.ts';

const START = / {0,3}(\\)?\$\$/y;

/** `$$ … $$` with blank lines round it. After `\$$` the backslash goes and the rest is text. */
export function readMathBlock(scope: Scope): boolean {
  if (!afterBoundary(scope)) return false;
  const { text, at } = scope;
  START.lastIndex = at;
  const match = START.exec(text);
  const from = START.lastIndex;
  const stop = match ? text.indexOf('$$', from) : -1;
  if (!match || stop < 0) return false;
  const rest = /\s*?\n/y;
  rest.lastIndex = stop + 2;
  const ended = rest.test(text);
  if (match[1]) {
    if (ended) scope.at = text.indexOf('\\', at) + 1;
    return false;
  }
  scope.at = ended ? rest.lastIndex : stop + 2;
  if (beforeBoundary(scope)) {
    addBlock(scope, 'math', text.slice(from, stop).trim());
    return true;
  }
  scope.at = at;
  return false;
}
