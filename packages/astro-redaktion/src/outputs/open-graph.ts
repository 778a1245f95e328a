import type { SiteOptions } from '../config/site-options.ts';
import type { Page, Post, Site } from '../types.ts';
import { absolute } from './address.ts';
import type { HeadTag } from './head-tag.ts';
import { meta, property } from './head-tag.ts';
import { isoTime, modified } from './moment.ts';
import { pageDescription } from './page-text.ts';
import type { PageFacts, Picture } from './picture.ts';
import { finish, postPicture } from './picture.ts';
import { plain } from './plain.ts';
import { sharePicture } from './share/share-picture.ts';

/**
 * Open Graph (https://ogp.me) and X's card, which falls back on Open Graph for all but its kind and the picture's text
 * (https://developer.x.com/en/docs/x-for-websites/cards/overview/markup).
 */
export function openGraph(page: Page, options: SiteOptions, facts: PageFacts): HeadTag[] {
  const picture = pagePicture(page, options, facts);
  return [
    property('og:type', ogType(page)),
    property('og:title', plain(page.title) || plain(options.title)),
    property('og:description', pageDescription(page, options)),
    property('og:url', options.site && page.kind !== 'notFound' ? absolute(page.url, options) : ''),
    property('og:site_name', plain(options.title)),
    property('og:locale', ogLocale(page.lang)),
    ...page.alternates.map(({ lang }) => property('og:locale:alternate', lang === page.lang ? '' : ogLocale(lang))),
    ...(picture ? pictureTags(picture) : []),
    meta('twitter:card', picture ? 'summary_large_image' : 'summary'),
    meta('twitter:image:alt', picture?.alt),
  ];
}

/** `article:*` of https://ogp.me/#type_article; an author is an address, so one without a page is left out. */
export function articleTags(post: Post, site: Site, options: SiteOptions): HeadTag[] {
  const authors = post.authors.filter((author) => site.pages.has(author.path));
  return [
    property('article:published_time', isoTime(post.date)),
    property('article:modified_time', isoTime(modified(post, options))),
    property('article:expiration_time', post.data.expires && isoTime(post.data.expires)),
    ...authors.map((author) => property('article:author', absolute(author.url, options))),
    property('article:section', plain(post.categories[0]?.label ?? '')),
    ...post.tags.map((tag) => property('article:tag', plain(tag.label))),
  ];
}

/** The picture of a page: what the build knows, else the post's own, else the one that is made for sharing. */
export function pagePicture(page: Page, options: SiteOptions, facts: PageFacts): Picture | undefined {
  const own = page.kind === 'post' ? postPicture(page.post, options, facts) : facts.picture;
  const picture = own ?? sharePicture(page, options);
  return picture && finish(picture, options);
}

function pictureTags(picture: Picture): HeadTag[] {
  return [
    property('og:image', picture.url),
    property('og:image:type', picture.type),
    property('og:image:width', picture.width),
    property('og:image:height', picture.height),
    property('og:image:alt', picture.alt),
  ];
}

function ogType(page: Page): string {
  if (page.kind === 'post') return 'article';
  return page.kind === 'author' ? 'profile' : 'website';
}

/** `language_TERRITORY`, the territory being the language's likeliest (CLDR) where none is given: sv → sv_SE. */
function ogLocale(lang: string): string {
  const known = LOCALES.get(lang);
  if (known) return known;
  const { language, region } = new Intl.Locale(lang).maximize();
  const locale = region ? `${language}_${region}` : language;
  LOCALES.set(lang, locale);
  return locale;
}

const LOCALES = new Map<string, string>();
