import type { Writing } from './span-state.ts';
import type { AttributeList, Block } from './types.ts';
import { emptyList, resolved } from './attribute-lists.ts';
import { escapeHtml, printAttributes } from './html-tags.ts';
import { CODE_SPACE, KINDS, mark } from './marks.ts';
import { keep } from './span-state.ts';
import { rewriteSpans, rewriteUnread } from './rewrite-spans.ts';
import { writeParagraph } from './write-paragraphs.ts';
import { writeHtml, writeRaw, writeSpanHtml } from './write-html.ts';
import { writeDefinitions, writeList } from './write-lists.ts';
import { writeNotes } from './write-notes.ts';
import { writeTable } from './write-tables.ts';

const NOTES_PLACE = mark(KINDS.footnotes);

/** The outline as one CommonMark text, the footnotes at its end. */
export function writeDocument(blocks: Block[], writing: Writing): string {
  const pieces = writeBlocks(blocks, writing);
  const notes = writeNotes(writing);
  const place = pieces.indexOf(NOTES_PLACE);
  if (place < 0) pieces.push(...notes);
  else pieces.splice(place, 1, ...notes);
  return `${pieces.join('\n\n')}\n`;
}

/** Blocks as pieces of CommonMark, to be joined by blank lines. */
export function writeBlocks(blocks: Block[], writing: Writing): string[] {
  const pieces: string[] = [];
  let before: Block | undefined;
  for (const block of blocks) {
    if (block.kind === 'blank' || block.kind === 'boundary') continue;
    if (joinsList(before, block)) pieces.push(mark(KINDS.drop));
    writeBlock(block, writing, pieces);
    before = block;
  }
  return pieces;
}

/** Two lists in a row would be one in CommonMark. */
function joinsList(before: Block | undefined, block: Block): boolean {
  const list = before?.kind === 'list' || (before?.kind === 'common' && before.ordered !== undefined);
  return list && block.kind === 'list' && before?.ordered === block.ordered;
}

function writeBlock(block: Block, writing: Writing, pieces: string[]): void {
  if (block.kind === 'common') return void pieces.push(writeCommon(block, writing));
  if (block.kind === 'heading') return void pieces.push(writeHeading(block, writing));
  if (block.kind === 'raw') return void pieces.push(writeRaw(block.text, writing));
  if (block.kind === 'list' && writePlace(block, writing, pieces)) return;
  const list = resolved(block.ial, writing.outline.named);
  if (block.kind === 'code') return writeCode(block, { list, writing, pieces });
  if (block.kind === 'definitions') return void pieces.push(...writeDefinitions(block, list, writing));
  if (block.kind === 'math') return void pieces.push(writeRaw(formula(block.text, { list, writing }), writing));
  writeAttributes(list, writing, pieces);
  switch (block.kind) {
    case 'paragraph':
      return void pieces.push(writeParagraph(block, writing));
    case 'list':
      return void pieces.push(writeList(block, writing));
    case 'quote':
      return void pieces.push(quoted(writeBlocks(block.children, writing)));
    case 'rule':
      return void pieces.push('***');
    case 'table':
      return void pieces.push(...writeTable(block, writing));
    case 'html':
      return void pieces.push(...writeHtml(block, writing));
    case 'span-html':
      return void pieces.push(writeSpanHtml(block, writing));
    default:
  }
}

function writeCommon({ unread = [], text }: Block, writing: Writing): string {
  let out = '';
  for (const part of unread) out += rewriteUnread(part, writing);
  return out + text;
}

/** Attributes for the block that follows. */
export function writeAttributes(list: AttributeList | null, writing: Writing, pieces: string[]): void {
  if (list) pieces.push(mark(KINDS.attributes, keep(writing.state.attributes, list)));
}

function writeHeading(block: Block, writing: Writing): string {
  const { options } = writing.outline;
  const level = Math.min(6, Math.max(1, (block.level ?? 1) + options.headerOffset));
  const list = resolved(block.ial, writing.outline.named);
  const special =
    list || block.id !== undefined || options.headerOffset !== 0 || options.input !== 'GFM' || writing.inside > 0;
  const facts = {
    attributes: list ?? undefined,
    id: block.id,
    level: block.level ?? 1,
    text: block.text,
    native: writing.inside > 0,
  };
  const tail = special ? mark(KINDS.heading, keep(writing.state.headings, facts)) : '';
  const text = rewriteSpans(block.text, writing);
  const end = tail === '' && text.endsWith('#') ? '\\' : '';
  return `${'#'.repeat(level)} ${end ? `${text.slice(0, -1)}${end}#` : text}${tail}`;
}

/** The list that stands where the table of contents or the footnotes go. */
function writePlace(block: Block, writing: Writing, pieces: string[]): boolean {
  const refs = block.ial?.refs ?? [];
  if (refs.includes('toc') && !writing.state.toc) {
    const attributes = resolved(block.ial, writing.outline.named) ?? emptyList();
    writing.state.toc = { ordered: block.ordered === true, attributes };
    pieces.push(mark(KINDS.toc));
    return true;
  }
  if (!refs.includes('footnotes') || pieces.includes(NOTES_PLACE)) return false;
  pieces.push(NOTES_PLACE);
  return true;
}

interface Target {
  list: AttributeList | null;
  writing: Writing;
  pieces: string[];
}

function writeCode(block: Block, { list, writing, pieces }: Target): void {
  const attributes = new Map(list?.attributes);
  const own = /(?:^|\s)language-(\S+)/.exec(attributes.get('class') ?? '')?.[1];
  if (own) {
    const rest = (attributes.get('class') ?? '').replace(/(?:^|\s)language-\S+/, '').trim();
    if (rest === '') attributes.delete('class');
    else attributes.set('class', rest);
  }
  if (attributes.size > 0) writeAttributes({ attributes, refs: [] }, writing, pieces);
  const language = own ?? block.language?.replace(/\?.*$/, '') ?? '';
  pieces.push(fenced(block.text, language || (writing.outline.options.defaultLanguage ?? '')));
}

function fenced(source: string, language: string): string {
  const code = source.replaceAll('\u00A0', CODE_SPACE);
  const character = language.includes('`') ? '~' : '`';
  const runs = code.match(character === '~' ? /~{3,}/g : /`{3,}/g) ?? [];
  const fence = character.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
  return `${fence}${language.replace(/[&\\]/g, '\\$&')}\n${code}${code === '' || code.endsWith('\n') ? '' : '\n'}${fence}`;
}

function formula(source: string, { list, writing }: Omit<Target, 'pieces'>): string {
  const mathjax = writing.outline.options.mathEngine === 'mathjax';
  const attributes = new Map(list?.attributes);
  if (mathjax && attributes.size === 0) return `\\[${escapeHtml(source)}\\]\n`;
  if (mathjax) return `<div${printAttributes(attributes)}>\\[${escapeHtml(source)}\\]\n</div>\n`;
  attributes.set('class', `${attributes.get('class') ?? ''} kdmath`.trim());
  return `<div${printAttributes(attributes)}>$$\n${escapeHtml(source)}\n$$</div>\n`;
}

function quoted(pieces: string[]): string {
  return pieces.length === 0 ? `> ${mark(KINDS.drop)}` : pieces.join('\n\n').replace(/^/gm, '> ');
}
