import type { Scope } from './scope.ts';
import { addBlock, afterBoundary, lineEnd, stripEnd, take } from './scope.ts';

const GFM_ATX = /(#{1,6})[\t ]+([^\n]*)\n/y;
const NATIVE_ATX = /(#{1,6})[\t ]*([^ \t\n][^\n]*)\n/y;
const SETEXT = / {0,3}([^ \t\n][^\n]*)\n([-=])[-=]*[ \t\f\v]*\n/y;
const OWN_ID = /[\t ]\{#([\p{L}_:][\p{L}\p{N}\p{M}_:.-]*)\}$/u;
const RULE = / {0,3}([*_-])(?:[ \t]*\1){2}(?:\1|[ \t])*\n/y;

/** `## Text {#id}`. */
export function readAtxHeading(scope: Scope): boolean {
  const gfm = scope.outline.options.input === 'GFM';
  if (!gfm && !afterBoundary(scope)) return false;
  const start = scope.at;
  const match = take(scope, gfm ? GFM_ATX : NATIVE_ATX);
  const { text, id } = textAndId(match?.[2] ?? '');
  const closed = gfm ? text.replace(/[\t ]#+$/, '') : text.replace(/(?<!\\)#+$/, '');
  const title = stripEnd(closed);
  if (!match || title === '') {
    scope.at = start;
    return false;
  }
  addHeading(scope, { level: match[1]?.length ?? 1, text: title, id });
  return true;
}

/** Text underlined with `===` or `---`, after a blank line. */
export function readSetextHeading(scope: Scope): false | 'read' {
  const line = scope.text[lineEnd(scope.text, scope.at)];
  if (line !== '-' && line !== '=') return false;
  SETEXT.lastIndex = scope.at;
  const match = SETEXT.exec(scope.text);
  if (!match || !afterBoundary(scope)) return false;
  const { text, id } = textAndId(match[1] ?? '');
  if (text === '') return false;
  scope.at = SETEXT.lastIndex;
  addHeading(scope, { level: match[2] === '-' ? 2 : 1, text, id });
  return 'read';
}

/** `***`, `- - -`, `___`. */
export function readRule(scope: Scope): boolean {
  if (!take(scope, RULE)) return false;
  addBlock(scope, 'rule');
  return true;
}

/** Whether a rule starts at `at`. */
export function isRule(text: string, at: number): boolean {
  RULE.lastIndex = at;
  return RULE.test(text);
}

function textAndId(contents: string): { text: string; id: string | undefined } {
  const text = stripEnd(contents);
  const match = text.endsWith('}') ? OWN_ID.exec(text) : null;
  return match ? { text: stripEnd(text.slice(0, match.index)), id: match[1] } : { text, id: undefined };
}

function addHeading(scope: Scope, { level, text, id }: { level: number; text: string; id: string | undefined }): void {
  Object.assign(addBlock(scope, 'heading', text), { level, id });
}
