import type { Scope } from './scope.ts';
import { endsLazily } from './paragraphs.ts';
import { addBlock, ahead, innerScope, lineEnd } from './scope.ts';

const START = / {0,3}>/y;
const PREFIX = /^ {0,3}> ?/gm;

/** A quote: from `>` to the next blank line, lazy lines included. */
export function readQuote(scope: Scope): boolean {
  if (!ahead(scope, START)) return false;
  const start = scope.at;
  let end = lineEnd(scope.text, start);
  while (!endsLazily(scope, end)) end = lineEnd(scope.text, end);
  scope.at = end;
  const quote = addBlock(scope, 'quote');
  scope.outline.read(innerScope(scope, scope.text.slice(start, end).replace(PREFIX, ''), quote.children));
  return true;
}
