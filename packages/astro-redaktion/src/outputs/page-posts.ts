import type { Page, Post } from '../types.ts';

/** The posts that a page lists, in the order in which it shows them; none for a post's own page. */
export function pagePosts(page: Page): Post[] {
  switch (page.kind) {
    case 'home':
    case 'list':
    case 'term':
    case 'author':
      return page.posts;
    case 'series':
      return page.series.parts.map(({ post }) => post);
    case 'archive':
      return page.years.flatMap(({ months }) => months.flatMap(({ posts }) => posts));
    default:
      return [];
  }
}
