import type { ContentModel, Tag } from './html-tags.ts';
import type { Scope } from './scope.ts';
import type { Block } from './types.ts';
import { readBlocks } from './blocks.ts';
import { blockElements, closingTag, contentModel, escapeHtml, openingTag, printTag, spanElements, voidElements } from './html-tags.ts';
import { take } from './scope.ts';

const OPTIONAL_SPACE = / {0,3}/y;
const TRAILING = /[ \t]*\n/y;
const MODEL_OF_ATTRIBUTE: Record<string, ContentModel | 'default' | undefined> = {
  0: 'raw', 1: 'default', span: 'span', block: 'block',
};

/** What became of a `<` at the start of a line: nothing, a block, or the end of the element that is being read. */
export type HtmlResult = 'none' | 'read' | 'closed';

/** A comment, an element or the closing tag of the element around, at the start of a line. */
export function readHtmlBlock(scope: Scope): HtmlResult {
  const start = scope.at;
  take(scope, OPTIONAL_SPACE);
  const { text, at } = scope;
  if (text.startsWith('<!--', at) && at === start) return readComment(scope);
  const result = text[at + 1] === '/' ? readClosing(scope) : readElement(scope);
  if (result === 'none') scope.at = start;
  return result;
}

function readComment(scope: Scope): HtmlResult {
  const stop = scope.text.indexOf('-->', scope.at + 4);
  if (stop < 0) return 'none';
  scope.blocks.push({ kind: 'raw', text: scope.text.slice(scope.at, stop + 3), children: [] });
  scope.at = stop + 3;
  take(scope, TRAILING);
  return 'read';
}

function readClosing(scope: Scope): HtmlResult {
  const tag = closingTag(scope.text, scope.at);
  if (!tag || tag.name !== scope.element) return 'none';
  scope.at = tag.end;
  return 'closed';
}

function readElement(scope: Scope): HtmlResult {
  const tag = openingTag(scope.text, scope.at);
  if (!tag || spanElements.has(tag.name.toLowerCase())) return 'none';
  scope.at = tag.end;
  addElement(scope, tag, false);
  return 'read';
}

/** Adds the element whose opening tag was just read, content and closing tag included. */
function addElement(scope: Scope, tag: Tag, insideRaw: boolean): void {
  const block: Block = { kind: 'html', text: '', children: [], ial: scope.pending };
  scope.pending = undefined;
  scope.blocks.push(block);
  const closed = tag.closed || voidElements.has(tag.name);
  const model = modelOf(scope, tag, insideRaw);
  const empty = closed && (voidElements.has(tag.name) || model === 'raw');
  if (tag.name !== 'script' && tag.name !== 'style') {
    if (model === 'block') take(scope, TRAILING);
    if (!closed) readContent(scope, { tag, block, model });
  } else {
    addRaw(block, contentUntilClose(scope, tag.name));
  }
  block.text = printTag(tag, empty && block.children.length === 0);
  block.close = empty ? '' : `</${tag.name}>`;
  if (!insideRaw) take(scope, TRAILING);
}

function modelOf(scope: Scope, tag: Tag, insideRaw: boolean): ContentModel {
  const asked = MODEL_OF_ATTRIBUTE[tag.attributes.get('markdown') ?? ''];
  tag.attributes.delete('markdown');
  if (asked) return asked === 'default' ? contentModel(tag.name) : asked;
  return scope.outline.options.parseBlockHtml && !insideRaw ? contentModel(tag.name) : 'raw';
}

function readContent(scope: Scope, { tag, block, model }: { tag: Tag; block: Block; model: ContentModel }): void {
  if (model === 'span') {
    block.kind = 'span-html';
    block.children.push({ kind: 'paragraph', text: contentUntilClose(scope, tag.name), children: [] });
    return;
  }
  const outer = { blocks: scope.blocks, element: scope.element, pending: scope.pending };
  Object.assign(scope, { blocks: block.children, element: tag.name, pending: undefined });
  scope.depth += 1;
  if (model === 'block') readBlocks(scope);
  else readRaw(scope, tag.name);
  scope.depth -= 1;
  Object.assign(scope, outer);
}

/** Raw content up to the closing tag; elements inside are followed so that tags of the same name match. */
function readRaw(scope: Scope, name: string): void {
  const open = [name];
  const parts: string[] = [];
  while (scope.at < scope.text.length && open.length > 0) {
    const next = scope.text.indexOf('<', scope.at);
    const stop = next < 0 ? scope.text.length : next;
    parts.push(escapeHtml(scope.text.slice(scope.at, stop)));
    scope.at = stop;
    if (next >= 0) readRawTag(scope, open, parts);
  }
  for (const left of open.slice(1).reverse()) parts.push(`</${left}>`);
  addRaw({ children: scope.blocks }, parts.join(''));
}

function readRawTag(scope: Scope, open: string[], parts: string[]): void {
  const { text, at } = scope;
  const comment = text.startsWith('<!--', at) ? text.indexOf('-->', at) : -1;
  if (comment >= 0) {
    parts.push(text.slice(at, comment + 3));
    scope.at = comment + 3;
    return;
  }
  const closing = text[at + 1] === '/' ? closingTag(text, at) : null;
  if (closing) {
    scope.at = closing.end;
    if (closing.name !== open.at(-1)) parts.push(escapeHtml(text.slice(at, closing.end)));
    else if (open.pop() && open.length > 0) parts.push(`</${closing.name}>`);
    return;
  }
  const tag = openingTag(text, at);
  if (!tag) {
    parts.push('&lt;');
    scope.at += 1;
    return;
  }
  scope.at = tag.end;
  openRawTag(scope, { tag, open, parts });
}

function openRawTag(scope: Scope, { tag, open, parts }: { tag: Tag; open: string[]; parts: string[] }): void {
  if (tag.attributes.has('markdown')) {
    addRaw({ children: scope.blocks }, parts.splice(0).join(''));
    addElement(scope, tag, true);
    return;
  }
  const isVoid = voidElements.has(tag.name);
  if (tag.name === 'script' || tag.name === 'style') {
    parts.push(printTag(tag, false), contentUntilClose(scope, tag.name), `</${tag.name}>`);
  } else if (isVoid || tag.closed) {
    parts.push(printTag(tag, true));
  } else {
    parts.push(printTag(tag, false));
    open.push(tag.name);
  }
}

/** The text before the closing tag of `name`, which is passed over; the rest of the text when there is none. */
function contentUntilClose(scope: Scope, name: string): string {
  const start = scope.at;
  for (let at = scope.text.indexOf('</', start); at >= 0; at = scope.text.indexOf('</', at + 2)) {
    const tag = closingTag(scope.text, at);
    if (tag?.name !== name) continue;
    scope.at = tag.end;
    return scope.text.slice(start, at);
  }
  scope.at = scope.text.length;
  return scope.text.slice(start);
}

function addRaw(block: Pick<Block, 'children'>, text: string): void {
  if (text !== '') block.children.push({ kind: 'raw', text, children: [] });
}

/** Whether a line starts with a tag that ends a paragraph: any but those that stand in a line of text. */
export function startsBlockTag(text: string, at: number): boolean {
  LINE_TAG.lastIndex = at;
  const match = LINE_TAG.exec(text);
  if (!match) return false;
  const name = match[2] ?? '';
  if (lazySpan(name)) return false;
  return match[1] !== '/' || closingTag(text, LINE_TAG.lastIndex - name.length - 2) !== null;
}

const LINE_TAG = / {0,3}<(\/?)([\p{L}_][\p{L}\p{N}\p{M}._:-]*)/uy;

/** kramdown looks at the name up to a word's end: `<b-c>` counts as `b`. */
function lazySpan(name: string): boolean {
  const word = /^\w+/.exec(name)?.[0] ?? '';
  return spanElements.has(word) || word === 'script';
}

export { blockElements };
