import type { Heading, TocItem } from '../types.ts';

/** Which headings a table of contents holds. */
export interface TocDepths {
  /** First level, 1 to 6. Default 1. */
  from?: number;
  /** Last level, 1 to 6. Default 6. */
  to?: number;
}

/**
 * Headings as a tree. A skipped level nests once, as found: an h4 right after an h2 is its child, and a
 * following h3 is the h2's child, too. Headings without an id, or marked `noToc`, are left out.
 */
export function tocTree(headings: readonly Heading[], { from = 1, to = 6 }: TocDepths = {}): TocItem[] {
  const root: TocItem[] = [];
  const open: { depth: number; items: TocItem[] }[] = [{ depth: 0, items: root }];
  for (const { depth, slug, text, noToc } of headings) {
    if (noToc || slug === '' || depth < from || depth > to) continue;
    while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const item: TocItem = { slug, text, children: [] };
    open.at(-1)?.items.push(item);
    open.push({ depth, items: item.children });
  }
  return root;
}
