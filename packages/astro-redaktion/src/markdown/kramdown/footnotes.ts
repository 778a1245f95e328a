import type { Scope } from './scope.ts';
import { indentedCodeEnd } from './code-blocks.ts';
import { addBlock, innerScope, take } from './scope.ts';

const START = / {0,3}\[\^(\w[\w-]*)\]:/y;
const INDENT = /^(?:\t| {4})/gm;

/** `[^name]: text`, with indented lines below it. */
export function readFootnote(scope: Scope): boolean {
  const match = take(scope, START);
  if (!match) return false;
  const start = scope.at;
  const firstLine = scope.text.indexOf('\n', start) + 1;
  scope.at = indentedCodeEnd(scope, firstLine);
  const text = scope.text
    .slice(start, scope.at)
    .replace(/^[ \t]+(?=\n)/, '')
    .replace(INDENT, '');
  const inner = innerScope(scope, text);
  scope.outline.read(inner);
  const place = addBlock(scope, 'boundary');
  place.boundary = 'footnote';
  scope.outline.footnotes.set(match[1] ?? '', { blocks: inner.blocks, place });
  return true;
}
