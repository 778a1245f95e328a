import { badSyntax } from './fault.ts';
import type { LiquidToken, Span } from './token.ts';
import { MarkupToken, TextToken } from './token.ts';

const tagShape = /^\{%-?\s*(#|\w+)\s*([\s\S]*?)-?%\}$/;
const outputShape = /^\{\{-?([\s\S]*?)-?\}\}$/;
const endRaw = /\{%-?\s*endraw\b[^%]*%\}/g;
const commentEdge = /\{%-?\s*(comment|endcomment|raw)\b[^%]*%\}/g;
// Ruby's blanks: JavaScript's \s also holds the no-break space, which is text in a post.
const blankStart = /^[ \t\r\n\f\v]+/;
const blankEnd = /[ \t\r\n\f\v\0]+$/;

/** Cuts a text into tokens as Ruby Liquid does: `}}` and `%}` end a tag even inside quotes. */
export function tokenize(input: string, file?: string): LiquidToken[] {
  const reader: Reader = { input, tokens: [], trim: false, ...(file !== undefined && { file }) };
  let at = 0;
  while (at < input.length) {
    const open = nextOpening(input, at);
    addText(reader, at, open);
    if (open >= input.length) break;
    at = readMarkup(reader, open);
  }
  return reader.tokens;
}

function nextOpening(input: string, from: number): number {
  for (let at = input.indexOf('{', from); at !== -1; at = input.indexOf('{', at + 1)) {
    const next = input[at + 1];
    if (next === '{' || next === '%') return at;
  }
  return input.length;
}

function addText(reader: Reader, begin: number, end: number): void {
  if (end <= begin) return;
  const text = reader.input.slice(begin, end);
  const kept = reader.trim ? text.replace(blankStart, '') : text;
  reader.trim = false;
  if (kept) reader.tokens.push(new TextToken(spanOf(reader, begin, end), kept));
}

function readMarkup(reader: Reader, begin: number): number {
  return reader.input[begin + 1] === '%' ? readTag(reader, begin) : readOutput(reader, begin);
}

function readOutput(reader: Reader, begin: number): number {
  const close = reader.input.indexOf('}', begin + 2);
  const end = close === -1 ? begin + 2 : close + 2;
  const source = reader.input.slice(begin, end);
  const inner = outputShape.exec(source)?.[1];
  if (close === -1 || inner === undefined) {
    throw badSyntax(
      `"${shorten(source)}" is not closed with "}}".`,
      'Close it with "}}", or put {% raw %} and {% endraw %} round text that only looks like Liquid.',
      new TextToken(spanOf(reader, begin, end), source),
    );
  }
  whitespace(reader, source);
  reader.tokens.push(new MarkupToken(spanOf(reader, begin, end), 'echo', inner));
  return end;
}

function readTag(reader: Reader, begin: number): number {
  const close = reader.input.indexOf('%}', begin + 2);
  const end = close === -1 ? begin + 2 : close + 2;
  const source = reader.input.slice(begin, end);
  const [, name, args] = tagShape.exec(source) ?? [];
  if (close === -1 || name === undefined || args === undefined) {
    throw badSyntax(
      `"${shorten(source)}" is not a whole tag.`,
      'Write {% name … %}, or put {% raw %} and {% endraw %} round text that only looks like Liquid.',
      new TextToken(spanOf(reader, begin, end), source),
    );
  }
  const token = new MarkupToken(spanOf(reader, begin, end), name, args);
  whitespace(reader, source);
  if (name === 'raw') return readRaw(reader, token);
  if (name === 'comment') return skipComment(reader, token);
  if (name === 'liquid') addLines(reader, token);
  else if (name !== '#') reader.tokens.push(token);
  return end;
}

/** `{%-` takes blanks from the text before, `-%}` from the text after. */
function whitespace(reader: Reader, source: string): void {
  const last = reader.tokens.at(-1);
  if (source[2] === '-' && last instanceof TextToken && !last.verbatim) {
    last.text = last.text.replace(blankEnd, '');
    if (!last.text) reader.tokens.pop();
  }
  reader.trim = source.at(-3) === '-';
}

function readRaw(reader: Reader, open: MarkupToken): number {
  endRaw.lastIndex = open.end;
  const close = endRaw.exec(reader.input);
  if (!close) throw neverClosed(open);
  const text = reader.input.slice(open.end, close.index);
  if (text) reader.tokens.push(new TextToken(spanOf(reader, open.end, close.index), text, true));
  return close.index + close[0].length;
}

function skipComment(reader: Reader, open: MarkupToken): number {
  let depth = 1;
  commentEdge.lastIndex = open.end;
  for (let edge = commentEdge.exec(reader.input); edge; edge = commentEdge.exec(reader.input)) {
    if (edge[1] === 'raw') {
      endRaw.lastIndex = edge.index;
      commentEdge.lastIndex = endRaw.exec(reader.input) ? endRaw.lastIndex : edge.index + edge[0].length;
      continue;
    }
    depth += edge[1] === 'comment' ? 1 : -1;
    if (depth > 0) continue;
    whitespace(reader, edge[0]);
    return edge.index + edge[0].length;
  }
  throw neverClosed(open);
}

/** `{% liquid %}` holds one tag a line. */
function addLines(reader: Reader, tag: MarkupToken): void {
  let begin = tag.begin + reader.input.slice(tag.begin, tag.end).lastIndexOf(tag.args);
  for (const line of tag.args.split('\n')) {
    const [, name, args] = /^\s*(#|\w+)\s*([\s\S]*?)\s*$/.exec(line) ?? [];
    const span = spanOf(reader, begin, begin + line.length);
    begin += line.length + 1;
    if (!line.trim() || name === '#') continue;
    if (name === undefined)
      throw badSyntax(`"${shorten(line)}" is not a tag.`, 'Write one tag a line.', new TextToken(span, line));
    reader.tokens.push(new MarkupToken(span, name, args ?? ''));
  }
}

/** The block opened by `open` has no end. */
export function neverClosed(open: MarkupToken): Error {
  return badSyntax(`The block {% ${open.name} %} is never closed.`, `Add {% end${open.name} %} where it ends.`, open);
}

function spanOf(reader: Reader, begin: number, end: number): Span {
  return { input: reader.input, begin, end, ...(reader.file !== undefined && { file: reader.file }) };
}

/** A piece of source short enough for a message. */
export function shorten(source: string): string {
  const line = source.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

interface Reader {
  input: string;
  file?: string;
  tokens: LiquidToken[];
  /** The next text loses its leading blanks. */
  trim: boolean;
}
