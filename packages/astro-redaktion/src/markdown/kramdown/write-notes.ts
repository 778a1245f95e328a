import type { Writing } from './span-state.ts';
import type { Block, KramdownOptions } from './types.ts';
import { escapeHtml } from './html-tags.ts';
import { inlineRaw, writeRaw } from './write-html.ts';

/** The footnotes in the order of their first use; notes used in notes come after them. */
export function writeNotes(writing: Writing): string[] {
  const { notes, outline } = writing;
  if (notes.length === 0) return [];
  const { footnoteNr } = outline.options;
  const start = footnoteNr === 1 ? '' : ` start="${footnoteNr}"`;
  writing.inside += 1;
  const pieces = [writeRaw(`<div class="footnotes" role="doc-endnotes">\n<ol${start}>`, writing)];
  for (let index = 0; index < notes.length; index += 1) {
    const note = notes[index];
    const blocks = outline.footnotes.get(note?.name ?? '')?.blocks.filter(({ kind }) => kind !== 'boundary') ?? [];
    if (!note) continue;
    const id = outline.options.footnotePrefix + note.name;
    const content = writeNote(blocks, { id, index, writing });
    pieces.push(writeRaw(`<li id="fn:${id}" role="doc-endnote">`, writing), ...content, writeRaw('</li>', writing));
  }
  writing.inside -= 1;
  return [...pieces, writeRaw('</ol>\n</div>', writing)];
}

interface Note {
  id: string;
  index: number;
  writing: Writing;
}

/** The note's blocks, links back in its last paragraph. A note may be used again inside notes, so it is written once. */
function writeNote(blocks: Block[], { id, index, writing }: Note): string[] {
  const { options } = writing.outline;
  if (options.footnoteBacklink === '') return writing.write(blocks, writing);
  const target = lastParagraph(blocks, options);
  const links = (first: string): string =>
    linksBack({ id, first, repeats: writing.notes[index]?.repeats ?? 0, options });
  if (!target) return [...writing.write(blocks, writing), inlineRaw(links(''), writing)];
  target.suffix = inlineRaw(links('\u00A0'), writing);
  return writing.write(blocks, writing);
}

function lastParagraph(blocks: Block[], options: KramdownOptions): Block | undefined {
  let last = blocks.at(-1);
  if (last?.kind === 'paragraph') return last;
  if (!options.footnoteBacklinkInline) return undefined;
  while (last && last.kind !== 'paragraph') last = last.children.at(-1);
  return last;
}

interface LinksBack {
  id: string;
  first: string;
  repeats: number;
  options: KramdownOptions;
}

function linksBack({ id, first, repeats, options }: LinksBack): string {
  const text = escapeHtml(options.footnoteBacklink);
  let html = linkBack(id, first, text);
  for (let use = 1; use <= repeats; use += 1) {
    html += linkBack(`${id}:${use}`, '\u00A0', `${text}<sup>${use + 1}</sup>`);
  }
  return html;
}

function linkBack(id: string, space: string, text: string): string {
  return `${space}<a href="#fnref:${id}" class="reversefootnote" role="doc-backlink">${text}</a>`;
}
