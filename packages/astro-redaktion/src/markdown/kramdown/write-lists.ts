import type { Writing } from './span-state.ts';
import type { AttributeList, Block } from './types.ts';
import { trimBlanks } from './blanks.ts';
import { resolved } from './attribute-lists.ts';
import { printAttributes } from './html-tags.ts';
import { KINDS, mark } from './marks.ts';
import { keep } from './span-state.ts';
import { rewriteSpans } from './rewrite-spans.ts';
import { inlineRaw, writeRaw } from './write-html.ts';
import { writeParagraph } from './write-paragraphs.ts';

const OPEN_BOX = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />';
const TICKED_BOX = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />';

/** A list: as a tight one where CommonMark prints the same, else loose, with marks where `<p>` has to go. */
export function writeList(list: Block, writing: Writing): string {
  if (writing.outline.options.input === 'GFM') addTaskBoxes(list);
  const bullet = list.ordered ? '1.' : '-';
  if (isTight(list)) return list.children.map((item) => `${bullet} ${tightItem(item, writing, bullet)}`).join('\n');
  const items = list.children.map((item) => looseItem(item, writing));
  const only = items.length === 1 ? items[0] : undefined;
  if (only?.length === 1) only.push(mark(KINDS.drop));
  const className = list.children.some(isTask)
    ? `${mark(KINDS.attributes, keep(writing.state.attributes, taskList()))}\n\n`
    : '';
  return className + items.map((pieces) => `${bullet} ${indented(pieces.join('\n\n'), bullet)}`).join('\n\n');
}

function taskList(): AttributeList {
  return { attributes: new Map([['class', 'task-list']]), refs: [] };
}

/** Whether every item is a line of text, with at most a list of the same sort below it. */
function isTight(list: Block): boolean {
  return list.children.every((item) => {
    const [first, ...rest] = item.children.filter(({ kind }) => kind !== 'blank' && kind !== 'boundary');
    if (item.ial || first?.kind !== 'paragraph' || !first.transparent || first.ial || first.text === '') return false;
    const [inner, ...more] = rest;
    return !inner || (more.length === 0 && inner.kind === 'list' && !inner.ial && isTight(inner));
  });
}

function tightItem(item: Block, writing: Writing, bullet: string): string {
  const pieces = item.children
    .filter(({ kind }) => kind !== 'blank' && kind !== 'boundary')
    .map((child) => (child.kind === 'list' ? writeList(child, writing) : writeParagraph(child, writing)));
  return indented(pieces.join('\n'), bullet);
}

function looseItem(item: Block, writing: Writing): string[] {
  const list = resolved(item.ial, writing.outline.named);
  const attributes = list ? itemMark(list, writing) : '';
  const pieces = writing.write(item.children, writing);
  const first = item.children[0];
  const plain = first?.kind === 'paragraph' && !resolved(first.ial, writing.outline.named);
  const transparent = first?.kind === 'paragraph' && first.transparent ? mark(KINDS.transparent) : '';
  if (plain) pieces[0] = transparent + attributes + (pieces[0] ?? '');
  else if (transparent !== '') pieces[1] = transparent + (pieces[1] ?? '');
  if (attributes !== '' && !plain) pieces.unshift(attributes);
  return pieces.length === 0 ? [mark(KINDS.drop)] : pieces;
}

function itemMark(list: AttributeList, writing: Writing): string {
  return mark(KINDS.item, keep(writing.state.attributes, list));
}

function indented(text: string, bullet: string): string {
  return text.replace(/\n(?=[^\n])/g, bullet === '-' ? '\n  ' : '\n   ');
}

/** `[ ]` and `[x]` at the start of items. */
function addTaskBoxes(list: Block): void {
  let isTaskList = false;
  for (const item of list.children) {
    const first = item.children[0];
    if (first?.kind !== 'paragraph') continue;
    const text = first.text
      .replace(/^[ \t\n\v\f\r]*\[ \][ \t\n\v\f\r]+/, OPEN_BOX)
      .replace(/^[ \t\n\v\f\r]*\[x\][ \t\n\v\f\r]+/i, TICKED_BOX);
    isTaskList ||= text !== first.text;
    first.text = text;
    if (isTaskList) item.ial = withClass(item.ial, 'task-list-item');
  }
}

function isTask(item: Block): boolean {
  return item.ial?.attributes.get('class')?.startsWith('task-list-item') === true;
}

function withClass(list: AttributeList | undefined, name: string): AttributeList {
  const attributes = new Map(list?.attributes);
  attributes.set('class', `${name} ${attributes.get('class') ?? ''}`.trim());
  return { attributes, refs: list?.refs ?? [] };
}

/** A definition list: its tags kept for `finish`, its texts as paragraphs and blocks. */
export function writeDefinitions(list: Block, attributes: AttributeList | null, writing: Writing): string[] {
  const pieces = [writeRaw(`<dl${printAttributes(attributes?.attributes ?? new Map())}>`, writing)];
  for (const item of list.children) {
    const own = resolved(item.ial, writing.outline.named)?.attributes ?? new Map<string, string>();
    if (item.term) pieces.push(writeTerm(item, own, writing));
    else pieces.push(...writeDefinition(item, own, writing));
  }
  return [...pieces, writeRaw('</dl>', writing)];
}

function writeTerm(item: Block, attributes: Map<string, string>, writing: Writing): string {
  const text = rewriteSpans(trimBlanks(item.text), writing);
  return `${mark(KINDS.transparent)}${inlineRaw(`<dt${printAttributes(attributes)}>`, writing)}${text}${inlineRaw('</dt>', writing)}`;
}

function writeDefinition(item: Block, attributes: Map<string, string>, writing: Writing): string[] {
  const open = `<dd${printAttributes(attributes)}>`;
  const pieces = writing.write(item.children, writing);
  const first = item.children[0];
  if (!first?.transparent || first.ial) return [writeRaw(open, writing), ...pieces, writeRaw('</dd>', writing)];
  pieces[0] = mark(KINDS.transparent) + inlineRaw(open, writing) + (pieces[0] ?? '');
  if (pieces.length > 1) return [...pieces, writeRaw('</dd>', writing)];
  return [pieces[0] + inlineRaw('</dd>', writing)];
}
