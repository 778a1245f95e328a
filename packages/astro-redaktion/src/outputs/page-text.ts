import type { SiteOptions } from '../config/site-options.ts';
import type { Page, Post } from '../types.ts';
import { plain } from './plain.ts';
import { outputTexts, type Text } from './texts.ts';

/** Lists of posts: what stands on them changes with every post, so nobody writes a description. */
const DESCRIBED = new Set<Page['kind']>(['list', 'term', 'terms', 'archive', 'authors', 'author', 'series', 'search']);

/** `Title – Site`; the site's own name alone on its home page. Pattern: text `titlePattern`. */
export function documentTitle(page: Page, options: SiteOptions, t: Text): string {
  const [title, site] = [plain(page.title), plain(options.title)];
  return title === '' || title === site ? site : t('titlePattern', { page: title, site });
}

/** Plain text about the page: its own; else the site's on the home page, and a sentence made of both titles on lists. */
export function pageDescription(page: Page, options: SiteOptions): string {
  if (page.description !== undefined || page.kind === 'home') return plain(page.description ?? options.description);
  if (!DESCRIBED.has(page.kind)) return '';
  const [title, site, description] = [page.title, options.title, options.description].map(plain);
  const sentence = page.kind === 'term' ? 'termDescription' : 'listDescription';
  return outputTexts(page.lang, options)(sentence, {
    page: title ?? '',
    site: site ?? '',
    description: description ?? '',
  }).trim();
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
