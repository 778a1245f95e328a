import type { Heading, Page, TocItem, TocRules } from '../types.ts';

/**
 * Headings as a tree. A skipped level nests once, as found: an h4 right after an h2 is its child, and a
 * following h3 is the h2's child, too. Headings without an id, marked `noToc`, or excluded by id or text are left out.
 */
export function tocTree(headings: readonly Heading[], { from = 1, to = 6, exclude = [] }: TocRules = {}): TocItem[] {
  const excluded = new Set(exclude);
  const root: TocItem[] = [];
  const open: { depth: number; items: TocItem[] }[] = [{ depth: 0, items: root }];
  for (const { depth, slug, text, noToc } of headings) {
    if (noToc || slug === '' || depth < from || depth > to || excluded.has(slug) || excluded.has(text)) continue;
    while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const item: TocItem = { slug, text, children: [] };
    open.at(-1)?.items.push(item);
    open.push({ depth, items: item.children });
  }
  return root;
}

/** The table of contents of a page with these headings: by the site's rules, and the post's own, which win. */
export function pageToc(page: Page, headings: readonly Heading[], site: TocRules): TocItem[] {
  const own = page.kind === 'post' ? page.post.data.toc : undefined;
  return own === false ? [] : tocTree(headings, { ...site, ...own });
}
