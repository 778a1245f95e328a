import type { KramdownState } from './types.ts';
import { printAttributes } from './html-tags.ts';
import { MARK } from './marks.ts';

export interface TocEntry {
  level: number;
  id: string;
  /** Content of the heading, marks included. */
  html: string;
}

/** The nested list that stands for `{:toc}`; nothing when no heading belongs in it. */
export function tableOfContents(entries: TocEntry[], toc: NonNullable<KramdownState['toc']>): string {
  if (entries.length === 0) return '';
  const name = toc.ordered ? 'ol' : 'ul';
  const attributes = new Map(toc.attributes.attributes);
  if (!attributes.has('id')) attributes.set('id', 'markdown-toc');
  const prefix = attributes.get('id') ?? '';
  const open: number[] = [];
  let html = `<${name}${printAttributes(attributes)}>`;
  for (const entry of entries) {
    const deeper = open.length > 0 && (open.at(-1) ?? 0) < entry.level;
    while (!deeper && open.length > 0 && (open.at(-1) ?? 0) >= entry.level) {
      open.pop();
      html += open.length > 0 && (open.at(-1) ?? 0) >= entry.level ? `</li>\n</${name}>` : '</li>\n';
    }
    if (deeper) html += `\n<${name}>\n`;
    html += item(entry, prefix);
    open.push(entry.level);
  }
  for (let left = open.length; left > 0; left -= 1) html += left > 1 ? `</li>\n</${name}>` : '</li>\n';
  return `${html}</${name}>\n`;
}

function item({ id, html }: TocEntry, prefix: string): string {
  const attributes = new Map([
    ['href', `#${id}`],
    ['id', `${prefix}-${id}`],
  ]);
  return `<li><a${printAttributes(attributes)}>${linkText(html)}</a>`;
}

const NOTE = new RegExp(`${MARK}f\\d+\\uFDD1`, 'g');

/** A heading's content without links and footnotes. */
function linkText(html: string): string {
  return html
    .replace(NOTE, '')
    .replace(/<\/?a(?:\s[^>]*)?>/g, '')
    .trim();
}
