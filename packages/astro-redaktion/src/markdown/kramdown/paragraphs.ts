import type { Scope } from './scope.ts';
import { startsBlockTag } from './html-lines.ts';
import { addBlock, lineEnd, stripEnd, stripStart } from './scope.ts';

const LAZY_END = /[ \t\f\v]*\n| {0,3}\{:(?![:/])(?:\\\}|[^}]){1,2000}\}[ \t\f\v]*\n|\^[ \t\f\v]*\n/y;
const GFM_END = / {0,3}(?:[+*-][\t| ]|\d+\.[\t| ]|:[\t| ]|>|[~`]{3})|#{1,6}[\t ]/y;
const NATIVE_END = / {0,3}:[\t| ]/y;
/** Characters that a line ending a paragraph may start with. */
const MAY_END = new Uint8Array(128);
for (const character of ' \t\f\v\n{^<+*-0123456789:>~`#') MAY_END[character.charCodeAt(0)] = 1;

/** Whether a line cannot be a further line of a quote, an indented code block or a paragraph. */
export function endsLazily(scope: Scope, at: number): boolean {
  if (at >= scope.text.length) return true;
  LAZY_END.lastIndex = at;
  return LAZY_END.test(scope.text) || startsBlockTag(scope.text, at);
}

/** A paragraph: it takes every line up to one that starts something else. It goes on with a paragraph right above. */
export function readParagraph(scope: Scope): 'read' {
  const start = scope.at;
  let end = lineEnd(scope.text, start);
  while (!endsParagraph(scope, end)) end = lineEnd(scope.text, end);
  const text = stripEnd(scope.text.slice(start, end));
  scope.at = end;
  const last = scope.blocks.at(-1);
  if (last?.kind !== 'paragraph') addBlock(scope, 'paragraph', stripStart(text));
  else last.text += (scope.text.slice(start - 3, start) === '  \n' ? '  \n' : '\n') + text;
  return 'read';
}

function endsParagraph(scope: Scope, at: number): boolean {
  const { text } = scope;
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  if (code >= 128 || MAY_END[code] === 0) return false;
  if (endsLazily(scope, at)) return true;
  const pattern = scope.outline.options.input === 'GFM' ? GFM_END : NATIVE_END;
  pattern.lastIndex = at;
  return pattern.test(text);
}
