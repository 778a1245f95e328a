import type { Writing } from './span-state.ts';
import type { Block } from './types.ts';
import { trimBlanks } from './blanks.ts';
import { KINDS, mark } from './marks.ts';
import { keep } from './span-state.ts';
import { rewriteSpans } from './rewrite-spans.ts';
import { guardLines } from './spans.ts';

/** Raw HTML as a paragraph that `finish` replaces. */
export function writeRaw(html: string, writing: Writing): string {
  return mark(KINDS.block, keep(writing.state.raw, html));
}

/** Raw HTML at its place in a line. */
export function inlineRaw(html: string, writing: Writing): string {
  return mark(KINDS.raw, keep(writing.state.raw, html));
}

/** An HTML element: one piece when all of it is raw, else its tags round its content. */
export function writeHtml(block: Block, writing: Writing): string[] {
  const raw = rawText(block);
  if (raw !== null) return [writeRaw(raw, writing)];
  writing.inside += 1;
  const content = writing.write(block.children, writing);
  writing.inside -= 1;
  return [writeRaw(block.text, writing), ...content, writeRaw(block.close ?? '', writing)];
}

/** An HTML element whose content is read as a line of text. */
export function writeSpanHtml(block: Block, writing: Writing): string {
  const source = block.children[0]?.text ?? '';
  const content = guardLines(rewriteSpans(trimBlanks(source), writing)).replace(/\n[ \t]*(?=\n)/g, '\n&#10;');
  return mark(KINDS.transparent) + inlineRaw(block.text, writing) + content + inlineRaw(block.close ?? '', writing);
}

function rawText(block: Block): string | null {
  let text = block.text;
  for (const child of block.children) {
    if (child.kind !== 'raw') return null;
    text += child.text;
  }
  return text + (block.close ?? '');
}
