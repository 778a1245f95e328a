import type { SiteOptions } from '../../config/site-options.ts';
import type { Page, Post, Site } from '../../types.ts';
import { pagePosts } from '../page-posts.ts';
import { isHidden } from '../page-text.ts';
import { plain } from '../plain.ts';
import { outputTexts } from '../texts.ts';
import { type FeedFormat, FORMATS, feedAddress } from './feed-address.ts';

/** A feed as readers subscribe to it, in all its formats. */
export interface FeedSource {
  /** Root-relative address of its RSS form, with base; the others are its siblings. */
  rss: string;
  /** Root-relative address of the page that it follows. */
  page: string;
  title: string;
  description: string;
  lang: string;
  /** Newest first. */
  posts: Post[];
  /** Older posts stay reachable through archives (RFC 5005). */
  archived: boolean;
}

/** One file of a feed: the document that readers fetch, or one of its archives. */
export interface FeedDocument {
  source: FeedSource;
  format: FeedFormat;
  /** Root-relative address, with base. */
  url: string;
  /** The route: without base and leading slash. */
  path: string;
  /** Newest first. */
  posts: Post[];
  /** 1 is the oldest; absent on the document that readers subscribe to. */
  archive?: number;
  /** Addresses of the archives (Atom) next to this document: with older posts, and with newer ones. */
  older?: string;
  newer?: string;
}

/** Every feed of a site: of each language, and of each page that has one of its own (tags, categories, authors). */
export function feedSources(site: Site, options: SiteOptions): FeedSource[] {
  const sources = new Map<string, FeedSource>();
  for (const { lang } of options.locales) {
    const { links, home, posts } = site.locale(lang);
    const shown = options.locales.length > 1 ? posts : site.posts;
    const common = { title: plain(options.title), description: plain(options.description), lang, archived: true };
    sources.set(links.feed, { rss: links.feed, page: home, posts: shown, ...common });
  }
  for (const page of site.pages.values()) {
    const source = pageSource(page, options);
    if (source && !sources.has(source.rss)) sources.set(source.rss, source);
  }
  return [...sources.values()];
}

/**
 * Every file of every feed. Archives hold a fixed number of posts counted from the oldest, so that they never change.
 * They are Atom, to which RSS leads as well: in three formats they would be the greater part of a large site.
 * All formats of the same posts come together: who writes in this order makes each text ready but once.
 */
export function feedDocuments(site: Site, options: SiteOptions): FeedDocument[] {
  return feedSources(site, options).flatMap((source) => documents(source, options));
}

function pageSource(page: Page, options: SiteOptions): FeedSource | undefined {
  if (!page.feed || isHidden(page) || ('pager' in page && page.pager.number > 1)) return undefined;
  const title = outputTexts(page.lang, options)('feedTitle', { site: plain(options.title), name: plain(page.title) });
  const posts = page.kind === 'term' ? page.term.posts : page.kind === 'author' ? page.author.posts : pagePosts(page);
  const description = plain(page.description ?? options.description);
  return {
    rss: page.feed,
    page: page.url,
    title,
    description,
    lang: page.lang,
    posts: posts.filter(({ listed }) => listed),
    archived: false,
  };
}

function documents(source: FeedSource, options: SiteOptions): FeedDocument[] {
  const { posts } = source;
  const size = options.feed.limit;
  const count = source.archived ? Math.ceil(Math.max(0, posts.length - size) / size) : 0;
  const archives = Array.from({ length: count }, (_, index) => {
    const end = posts.length - index * size;
    return { posts: posts.slice(end - size, end), archive: index + 1 };
  });
  const current = FORMATS.map((format) => document({ source, format, count, options, posts: posts.slice(0, size) }));
  return [...current, ...archives.map((part) => document({ source, format: 'atom', count, options, ...part }))];
}

function document({ source, format, count, options, posts, archive }: DocumentParts): FeedDocument {
  const at = (number: number): string => feedAddress(source.rss, 'atom', number);
  const url = feedAddress(source.rss, format, archive);
  const older = format === 'json' ? 0 : (archive ?? count + 1) - 1;
  const newer = archive !== undefined && archive < count ? archive + 1 : undefined;
  return {
    source,
    format,
    url,
    path: routeOf(url, options),
    posts,
    ...(archive !== undefined && { archive }),
    ...(older > 0 && { older: at(older) }),
    ...(newer && { newer: at(newer) }),
  };
}

function routeOf(url: string, { base }: SiteOptions): string {
  return decodeURI(url.startsWith(base) ? url.slice(base.length) : url.slice(1));
}

interface DocumentParts {
  source: FeedSource;
  format: FeedFormat;
  /** Number of archives. */
  count: number;
  options: SiteOptions;
  posts: Post[];
  archive?: number;
}
