import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SiteOptions } from '../config/site-options.ts';
import { createTextReader } from '../content/text-file.ts';
import { type SearchRecord, searchRecord } from '../outputs/search-record.ts';
import type { Post, Site } from '../types.ts';
import { pageFile } from './page-file.ts';

/**
 * What the search index holds: every listed post by its text, and pages of the owner's and of plugins as they were
 * written. Lists are left out: they only repeat their posts.
 *
 * @param own paths that Astro wrote as pages
 */
export function searchRecords(
  { site, options }: { site: Site; options: SiteOptions },
  { dir, store, own }: { dir: URL; store: URL; own: readonly string[] },
): SearchRecord[] {
  const texts = createTextReader(fileURLToPath(store));
  const textOf = (post: Post): string => {
    const slice = post.data.rendered;
    if (slice) return texts.html(slice);
    const page = site.pages.get(post.path);
    return page ? mainOf(readPage(pageFile(page), dir)) : '';
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

function readPage(path: string, dir: URL): string {
  const files = [path, `${path}.html`, `${path}/index.html`].map((file) => new URL(encodeURI(`./${file}`), dir));
  const file = files.find((candidate) => existsSync(candidate) && !candidate.pathname.endsWith('/'));
  return file && /\.html$/.test(file.pathname) ? readFileSync(file, 'utf8') : '';
}

/** Once one page says what its body is, Pagefind leaves out all that do not: so every page does. */
function withBody(html: string): string {
  return html.includes('data-pagefind-body') ? html : html.replace(/<main\b/, '<main data-pagefind-body');
}

/** The text of a page that Astro rendered itself. */
function mainOf(html: string): string {
  return /<div class="e-content[^>]*>([\s\S]*?)<footer class="rd-post__footer/.exec(html)?.[1] ?? '';
}
