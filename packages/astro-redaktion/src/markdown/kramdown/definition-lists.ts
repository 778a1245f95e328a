import type { Scope } from './scope.ts';
import type { Block } from './types.ts';
import { isBlank } from './blanks.ts';
import { readAttributes } from './attribute-lists.ts';
import { firstListLine, isIndented, isLazy, outdent, takeItemList } from './list-lines.ts';
import { addBlock, ahead, innerScope, lineEnd, take } from './scope.ts';

const STARTS = [0, 1, 2, 3].map((most) => new RegExp(`( {0,${most}}:)([\\t| ][^\\n]*\\n)`, 'y'));
const ANY_START = / {0,3}:[\t| ]/y;
const MARKER = /\^[ \t\f\v]*\n/y;
const BLANK = /(?:[ \t\f\v]*\n)+/y;

interface Definition {
  block: Block;
  text: string;
  indent: number;
  /** After a blank line the definition is a paragraph. */
  asParagraph: boolean;
}

/** `: definition` under a paragraph, each line of which is a term. */
export function readDefinitionList(scope: Scope): boolean {
  if (!ahead(scope, ANY_START)) return false;
  const { blocks } = scope;
  const above = blocks.at(-1);
  const blankBetween = above?.kind === 'blank' && above.text === '\n' && blocks.at(-2)?.kind === 'paragraph';
  if (above?.kind !== 'paragraph' && !blankBetween) return false;
  if (blankBetween) blocks.pop();
  const paragraph = blocks.pop();
  const list = addBlock(scope, 'definitions');
  blocks.pop();
  list.children = (paragraph?.text ?? '').split('\n').map(newTerm);
  list.ial = paragraph?.ial;
  const definitions = readDefinitions(scope, blankBetween);
  const trailing = readContents(scope, definitions);
  list.children.push(...definitions.map(({ block }) => block));
  join(blocks, list);
  if (trailing) blocks.push(trailing);
  return true;
}

function newTerm(source: string): Block {
  const { list, rest } = takeItemList(source);
  const ial = list === null ? undefined : readAttributes(list);
  return { kind: 'item', text: rest, children: [], term: true, ial };
}

function readDefinitions(scope: Scope, blankBefore: boolean): Definition[] {
  const definitions: Definition[] = [];
  let start = STARTS[3];
  let afterBlank = false;
  let asParagraph = blankBefore;
  while (scope.at < scope.text.length) {
    const match = start ? take(scope, start) : null;
    const current = definitions.at(-1);
    if (match) {
      const next = newDefinition(match, asParagraph);
      definitions.push(next);
      start = STARTS[Math.min(next.indent, 4) - 1];
      asParagraph = false;
      afterBlank = false;
    } else if (!current || ahead(scope, MARKER)) break;
    else if (readFurtherLine(scope, current, afterBlank)) {
      asParagraph = false;
      afterBlank = false;
    } else if (ahead(scope, BLANK)) {
      current.text += take(scope, BLANK)?.[0] ?? '';
      asParagraph = true;
      afterBlank = true;
    } else break;
  }
  return definitions;
}

function newDefinition(match: RegExpExecArray, asParagraph: boolean): Definition {
  const { content, indent } = firstListLine(match[1]?.length ?? 1, match[2] ?? '\n');
  const { list, rest } = takeItemList(content);
  const ial = list === null ? undefined : readAttributes(list);
  return { block: { kind: 'item', text: '', children: [], ial }, text: rest, indent, asParagraph };
}

function readFurtherLine(scope: Scope, definition: Definition, afterBlank: boolean): boolean {
  const end = lineEnd(scope.text, scope.at);
  const source = scope.text.slice(scope.at, end);
  if (isBlank(source)) return false;
  const belongs =
    isIndented(source, definition.indent) || (!afterBlank && isLazy(scope.text, scope.at, definition.indent));
  if (!belongs) return false;
  scope.at = end;
  definition.text += outdent(source, definition.indent).line;
  return true;
}

function readContents(scope: Scope, definitions: Definition[]): Block | undefined {
  let trailing: Block | undefined;
  for (const { block, text, asParagraph } of definitions) {
    scope.outline.read(innerScope(scope, text, block.children));
    if (block.children.length === 0) continue;
    trailing = block.children.at(-1)?.kind === 'blank' ? block.children.pop() : undefined;
    const first = block.children[0];
    if (first?.kind === 'paragraph' && !asParagraph) first.transparent = true;
  }
  return trailing;
}

/** A definition list right after another one goes on with it. */
function join(blocks: Block[], list: Block): void {
  const before = blocks.at(-1)?.kind === 'blank' ? blocks.at(-2) : blocks.at(-1);
  if (before?.kind !== 'definitions') {
    blocks.push(list);
    return;
  }
  if (blocks.at(-1)?.kind === 'blank') blocks.pop();
  before.children.push(...list.children);
}
