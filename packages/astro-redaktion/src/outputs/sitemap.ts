import type { SiteOptions } from '../config/site-options.ts';
import type { Page, Post, PostDate, Site } from '../types.ts';
import { absolute, withBase } from './address.ts';
import { languageVersions } from './language-versions.ts';
import { isoTime, modified } from './moment.ts';
import { pagePosts } from './page-posts.ts';
import { isHidden } from './page-text.ts';
import { postPicture } from './picture.ts';

/** What the sitemap says of one page; plain JSON. */
export interface SitemapFact {
  /** The page's absolute address, as linked. */
  url: string;
  /** RFC 3339, or a day alone where the owner gave no time. */
  lastmod?: string;
  /** 0 to 1, as written. */
  priority?: number;
  changefreq?: 'always' | 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly' | 'never';
  /** Absolute addresses of pictures. */
  img?: { url: string }[];
  /** The page in all its languages, itself too. */
  links?: { lang: string; url: string }[];
}

/** By address (as `sitemapKey()` makes it); `null` keeps a page out. Plain JSON, so that it can travel between processes. */
export type SitemapFacts = Record<string, SitemapFact | null>;

/**
 * All that the sitemap says of the pages of a site.
 *
 * @param images addresses of the pictures in a post's text, as linked; front matter's own picture is added
 */
export function sitemapFacts(
  site: Site,
  options: SiteOptions,
  images: (post: Post) => string[] = () => [],
): SitemapFacts {
  const facts: SitemapFacts = Object.create(null);
  for (const page of site.pages.values()) {
    const url = absolute(page.url, options);
    facts[sitemapKey(url)] = isAbsent(page) ? null : { url, ...fact(page, options, images) };
  }
  if (options.contactForm) facts[sitemapKey(withBase(options.contactForm.thanks, options))] = null;
  return facts;
}

/**
 * For the option `serialize` of @astrojs/sitemap: the entry with our facts, or nothing for pages that are kept out.
 * Pages that we know nothing of, the owner's own, stay as they are.
 */
export function sitemapEntry<T extends { url: string }>(facts: SitemapFacts, entry: T): (T & SitemapFact) | undefined {
  const known = facts[sitemapKey(entry.url)];
  if (known === null) return undefined;
  return known ? { ...entry, ...known } : entry;
}

/** One name for a page, whatever slash or extension its address ends in and however it is encoded. */
export function sitemapKey(url: string): string {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/(?:\/index)?(?:\.html)?\/*$/, '');
  try {
    return decodeURIComponent(path).normalize('NFC') || '/';
  } catch {
    return path || '/';
  }
}

function isAbsent(page: Page): boolean {
  if (isHidden(page) || page.kind === 'redirect') return true;
  if (page.kind === 'page') return !page.data.inSitemap;
  return page.kind === 'post' && (!page.post.listed || page.post.data.sitemap === false || !!page.post.data.redirectTo);
}

function fact(page: Page, options: SiteOptions, images: (post: Post) => string[]): Facts {
  const links = languageVersions(page, options);
  const written = page.kind === 'post' ? postFact(page.post, options, images) : listFact(page, options);
  return links.length > 0 ? { ...written, links } : written;
}

function postFact(post: Post, options: SiteOptions, images: (post: Post) => string[]): Facts {
  const { priority, changefreq } = post.data.sitemap || {};
  const picture = postPicture(post, options)?.url;
  const urls = [...(picture ? [picture] : []), ...images(post).map((url) => absolute(url, options))];
  return {
    lastmod: lastmod(modified(post, options)),
    ...(priority !== undefined && { priority }),
    ...(changefreq && { changefreq }),
    ...(urls.length > 0 && { img: [...new Set(urls)].slice(0, MAX_IMAGES).map((url) => ({ url })) }),
  };
}

/** A list changes when the newest change of its posts does. */
function listFact(page: Page, options: SiteOptions): Facts {
  const dates = pagePosts(page).map((post) => modified(post, options));
  const newest = dates.reduce<PostDate | undefined>((a, b) => (a && a.instant >= b.instant ? a : b), undefined);
  return newest ? { lastmod: lastmod(newest) } : {};
}

/** A day without a time stays that day: the writer prints UTC, where a Swedish midnight is the day before. */
function lastmod(date: PostDate): string {
  const time = isoTime(date);
  return time.slice(11, 19) === '00:00:00' ? date.day : time;
}

/** https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps */
const MAX_IMAGES = 1000;

type Facts = Omit<SitemapFact, 'url'>;
