import type { ContentModel, Tag } from './html-tags.ts';
import type { Scope } from './scope.ts';
import type { Block } from './types.ts';
import { closingTag, contentModel, openingTag, printTag, spanElements, voidElements } from './html-tags.ts';
import { addRaw, contentUntilClose, readRaw } from './raw-html.ts';
import { take } from './scope.ts';

const OPTIONAL_SPACE = / {0,3}/y;
const TRAILING = /[ \t]*\n/y;
const MODEL_OF_ATTRIBUTE: Record<string, ContentModel | 'default' | undefined> = {
  0: 'raw',
  1: 'default',
  span: 'span',
  block: 'block',
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
  if (model === 'block') scope.outline.read(scope);
  else readRaw(scope, tag.name, addElement);
  scope.depth -= 1;
  Object.assign(scope, outer);
}
