import type { Page, Post } from '../types.ts';

/**
 * By what names a rendered page may be dropped from a cache: `site`; `lists` where it lists posts; and each post that
 * it shows, by its address. Archive, series and indexes may show all posts, and have `lists` alone.
 */
export function cacheTags(page: Page): string[] {
  const lists = page.kind === 'post' || page.kind === 'page' ? [] : ['lists'];
  return ['site', ...lists, ...new Set(postsOn(page).map(postTag))];
}

/** A comma would end the tag: they travel in one header. */
function postTag({ url }: Post): string {
  return `post:${url.replaceAll(',', '%2C')}`;
}

function postsOn(page: Page): Post[] {
  switch (page.kind) {
    case 'post': {
      const near = [page.post, page.previous, page.next, ...page.related.map(({ post }) => post)];
      return near.filter((post) => post !== undefined);
    }
    case 'home':
    case 'list':
    case 'term':
    case 'author':
    case 'notFound':
      return page.posts;
    default:
      return [];
  }
}
