import type { SiteOptions } from '../config/site-options.ts';
import type { Page, Post } from '../types.ts';
import { plain } from './plain.ts';
import type { Text } from './texts.ts';

/** `Title – Site`; the site's own name alone on its home page. Pattern: text `titlePattern`. */
export function documentTitle(page: Page, options: SiteOptions, t: Text): string {
  const [title, site] = [plain(page.title), plain(options.title)];
  return title === '' || title === site ? site : t('titlePattern', { page: title, site });
}

/** Plain text about the page; the home page falls back on the site's own. */
export function pageDescription(page: Page, options: SiteOptions): string {
  return plain(page.description ?? (page.kind === 'home' ? options.description : ''));
}

/** Tags, categories and `tags_extra` of a post, each once, in that order. */
export function keywords(post: Post): string[] {
  const words = [
    ...post.tags.map((term) => term.label),
    ...post.categories.map((term) => term.label),
    ...post.keywords,
  ];
  return [...new Set(words.map(plain))].filter(Boolean);
}

/** Must not be found: asked for, or not meant for the public. */
export function isHidden(page: Page): boolean {
  return page.noindex || page.kind === 'notFound' || (page.kind === 'post' && page.post.held !== undefined);
}
