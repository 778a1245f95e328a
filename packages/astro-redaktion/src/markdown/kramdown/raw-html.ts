import type { Tag } from './html-tags.ts';
import type { Scope } from './scope.ts';
import type { Block } from './types.ts';
import { closingTag, escapeHtml, openingTag, printTag, voidElements } from './html-tags.ts';

/** Adds an element inside raw HTML that asks to be read as Markdown. */
type AddElement = (scope: Scope, tag: Tag, insideRaw: boolean) => void;

/** Text, and a tag after it, that kramdown prints as they stand: nothing to escape, to fold or to leave out. */
const AS_IT_STANDS = /[^<>&]*<(?:\/([a-z][a-z0-9]*)>|([a-z][a-z0-9]*)((?: [a-z][a-z-]*="[^"<>&\n]*"){0,4})( \/)?>)/y;
/** An attribute that asks for something, is left out, or stands there twice. */
const PRINTED_OTHERWISE = / (?:markdown=|id="\s*"|([a-z-]+)="[^"]*"(?: [a-z-]+="[^"]*")* \1=")/;

/** Raw content up to the closing tag; elements inside are followed so that tags of the same name match. */
export function readRaw(scope: Scope, name: string, addElement: AddElement): void {
  const open = [name];
  const parts: string[] = [];
  while (scope.at < scope.text.length && open.length > 0) {
    const plain = readPlainRun(scope, open);
    if (plain !== '') parts.push(plain);
    const next = scope.text.indexOf('<', scope.at);
    const stop = next < 0 ? scope.text.length : next;
    parts.push(escapeHtml(scope.text.slice(scope.at, stop)));
    scope.at = stop;
    if (next >= 0) readRawTag(scope, { open, parts, addElement });
  }
  for (const left of open.slice(1).reverse()) parts.push(`</${left}>`);
  addRaw({ children: scope.blocks }, parts.join(''));
}

/** All from here on that may be taken as it stands, up to the closing tag that ends the content. */
function readPlainRun(scope: Scope, open: string[]): string {
  const { text, at } = scope;
  let end = at;
  for (;;) {
    AS_IT_STANDS.lastIndex = end;
    const [, closed, opened, attributes = '', empty] = AS_IT_STANDS.exec(text) ?? [];
    if (closed !== undefined) {
      if (open.length === 1 || closed !== open.at(-1)) break;
      open.pop();
    } else {
      if (opened === undefined || hasOwnRules(opened, empty) || PRINTED_OTHERWISE.test(attributes)) break;
      if (empty === undefined) open.push(opened);
    }
    end = AS_IT_STANDS.lastIndex;
  }
  scope.at = end;
  return text.slice(at, end);
}

/** Elements whose content is none of HTML's, or that have none and do not say so. */
function hasOwnRules(name: string, empty: string | undefined): boolean {
  return name === 'script' || name === 'style' || (empty === undefined && voidElements.has(name));
}

interface RawReading {
  /** Names of the elements open here. */
  open: string[];
  parts: string[];
  addElement: AddElement;
}

function readRawTag(scope: Scope, reading: RawReading): void {
  const { open, parts } = reading;
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
  openRawTag(scope, tag, reading);
}

function openRawTag(scope: Scope, tag: Tag, { open, parts, addElement }: RawReading): void {
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
export function contentUntilClose(scope: Scope, name: string): string {
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

/** Adds a piece of raw HTML. */
export function addRaw(block: Pick<Block, 'children'>, text: string): void {
  if (text !== '') block.children.push({ kind: 'raw', text, children: [] });
}
