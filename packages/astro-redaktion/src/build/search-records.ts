import type { SiteOptions } from '../config/site-options.ts';
import { createHtmlReader } from '../content/post-html.ts';
import { type SearchRecord, searchRecord } from '../outputs/search-record.ts';
import type { Post, Site } from '../types.ts';
import { pageFile } from '../model/address.ts';
import { readPage, textOfPage } from './read-page.ts';

/**
 * What the search index holds: every listed post by its text, blocks too, and pages of the owner's and of plugins as
 * they were written. Lists are left out: they only repeat their posts.
 *
 * @param own paths that Astro wrote as pages
 */
export function searchRecords(
  { site, options }: { site: Site; options: SiteOptions },
  { dir, store, own }: { dir: URL; store: URL; own: readonly string[] },
): SearchRecord[] {
  const htmlOf = createHtmlReader(store);
  const textOf = (post: Post): string => {
    const page = site.pages.get(post.path);
    return htmlOf(post) ?? (page ? textOfPage(readPage(pageFile(page), dir)) : '');
  };
  const posts = site.posts.map((post) => searchRecord(post, textOf(post), options));
  const others = own.flatMap((path) => {
    const html = readPage(path.endsWith('/') || path === '' ? `${path}index.html` : path, dir);
    return html === '' || /<meta name="robots" content="[^"]*noindex/.test(html)
      ? []
      : [{ url: `${options.base}${path}`, html: withBody(html) }];
  });
  return [...posts, ...others];
}

/** Once one page says what its body is, Pagefind leaves out all that do not: so every page does. */
function withBody(html: string): string {
  return html.includes('data-pagefind-body') ? html : html.replace(/<main\b/, '<main data-pagefind-body');
}
