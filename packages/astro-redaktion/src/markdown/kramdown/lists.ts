import type { Scope } from './scope.ts';
import type { Block } from './types.ts';
import { isBlank } from './blanks.ts';
import { readAttributes } from './attribute-lists.ts';
import { isRule } from './headings.ts';
import { firstListLine, isIndented, isLazy, outdent, takeItemList } from './list-lines.ts';
import { addBlock, ahead, innerScope, lineEnd, take } from './scope.ts';

const ANY_START = / {0,3}(?:[+*-]|\d+\.)[\t| ]/y;
const MARKER = /\^[ \t\f\v]*\n/y;
const BLANK = /(?:[ \t\f\v]*\n)+/y;
const BULLETS = [0, 1, 2, 3].map((most) => new RegExp(`( {0,${most}}[+*-])([\\t| ][^\\n]*\\n)`, 'y'));
const NUMBERS = [0, 1, 2, 3].map((most) => new RegExp(`( {0,${most}}\\d+\\.)([\\t| ][^\\n]*\\n)`, 'y'));

interface Item {
  block: Block;
  /** Pieces of the item's text; a new one starts where a list inside it starts. */
  pieces: string[];
  indent: number;
  /** A list inside the item was seen, or a blank line, after which one needs no care. */
  nested: boolean;
}

/** A list: bullets of all kinds are one list, numbers start at 1. */
export function readList(scope: Scope): boolean {
  if (!startsList(scope.text, scope.at)) return false;
  const list = addBlock(scope, 'list');
  const starts = /\d/.test(scope.text.slice(scope.at, scope.at + 4).trimStart()[0] ?? '') ? NUMBERS : BULLETS;
  list.ordered = starts === NUMBERS;
  const { items, ended } = readItems(scope, starts);
  list.children = items.map(({ block }) => block);
  for (const { block, pieces } of items) readPieces(scope, block, pieces);
  const trailing = settleItems(list, ended);
  if (trailing && !ended) scope.blocks.push(trailing);
  return true;
}

/** Whether a line starts a list item. */
function startsList(text: string, at: number): boolean {
  ANY_START.lastIndex = at;
  return ANY_START.test(text);
}

function readItems(scope: Scope, starts: RegExp[]): { items: Item[]; ended: boolean } {
  const items: Item[] = [];
  let start = starts[3];
  let afterBlank = false;
  while (scope.at < scope.text.length) {
    if (afterBlank && isRule(scope.text, scope.at)) break;
    if (take(scope, MARKER)) return { items, ended: true };
    const match = start ? take(scope, start) : null;
    const item = items.at(-1);
    if (match) {
      const next = newItem(match[1] ?? '', match[2] ?? '');
      items.push(next);
      start = starts[Math.min(next.indent, 4) - 1];
      afterBlank = false;
    } else if (item && readFurtherLine(scope, item, afterBlank)) {
      afterBlank = false;
    } else if (item && ahead(scope, BLANK)) {
      item.nested = true;
      afterBlank = true;
      item.pieces[item.pieces.length - 1] += take(scope, BLANK)?.[0] ?? '';
    } else break;
  }
  return { items, ended: false };
}

function newItem(marker: string, afterMarker: string): Item {
  const { content, indent } = firstListLine(marker.length, afterMarker);
  const { list, rest } = takeItemList(content);
  const ial = list === null ? undefined : readAttributes(list);
  return { block: { kind: 'item', text: '', children: [], ial }, pieces: [rest], indent, nested: startsList(rest, 0) };
}

function readFurtherLine(scope: Scope, item: Item, afterBlank: boolean): boolean {
  const end = lineEnd(scope.text, scope.at);
  const source = scope.text.slice(scope.at, end);
  if (isBlank(source)) return false;
  if (!isIndented(source, item.indent) && (afterBlank || !isLazy(scope.text, scope.at, item.indent))) return false;
  scope.at = end;
  const { line, found } = outdent(source, item.indent);
  const inner = startsList(line, 0);
  if (!item.nested && found && inner) {
    item.pieces.push('');
    item.nested = true;
  }
  const moved = item.nested && !found && inner ? ' '.repeat(item.indent + 4) + line : line;
  item.pieces[item.pieces.length - 1] += moved;
  return true;
}

function readPieces(scope: Scope, item: Block, pieces: string[]): void {
  for (const piece of pieces) scope.outline.read(innerScope(scope, piece, item.children));
}

/** Decides item by item whether its first paragraph is printed without `<p>`; gives back a blank run at the end. */
function settleItems(list: Block, ended: boolean): Block | undefined {
  const items = list.children;
  const last = items.at(-1);
  const earlier = items.slice(0, -1);
  let trailing: Block | undefined;
  for (const item of items) {
    const { children } = item;
    const [first, second] = children;
    if (!first) continue;
    if (first.kind === 'paragraph') {
      if (second?.kind === 'boundary' && first.ial) children.splice(1, 1);
      const tight = children[1]?.kind !== 'blank' || (item === last && children.length === 2 && !ended);
      first.transparent = tight && (item !== last || items.length === 1 || earlier.some(hasNoParagraph));
    }
    trailing = children.at(-1)?.kind === 'blank' ? children.pop() : undefined;
  }
  return trailing;
}

function hasNoParagraph(item: Block): boolean {
  const first = item.children[0];
  return first?.kind !== 'paragraph' || first.transparent === true;
}
