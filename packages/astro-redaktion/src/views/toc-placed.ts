import type { RenderedPost, TocItem } from '../types.ts';

/** Fewest headings for which a table of contents that nobody asked for is worth its room. */
const WORTHWHILE = 3;

/** The author has put a table of contents into the text: an include, kramdown's `{:toc}`, or a heading for one. */
export function isTocPlaced(content: RenderedPost | undefined, toc: readonly TocItem[], name: string): boolean {
  if (!content) return false;
  return (
    content.components.some((component) => component.name.toLowerCase() === 'toc') ||
    content.html.includes('id="markdown-toc"') ||
    toc.some(({ text }) => text.toLowerCase() === name.toLowerCase())
  );
}

/** The text has headings enough to be worth a table. */
export function isWorthToc(toc: readonly TocItem[]): boolean {
  return count(toc) >= WORTHWHILE;
}

function count(items: readonly TocItem[]): number {
  return items.reduce((sum, item) => sum + 1 + count(item.children), 0);
}
