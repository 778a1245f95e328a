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
  /** Addresses of the archives next to this document: with older posts, and with newer ones. */
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

/** Every file of every feed. Archives hold a fixed number of posts counted from the oldest, so that they never change. */
export function feedDocuments(site: Site, options: SiteOptions): FeedDocument[] {
  return feedSources(site, options).flatMap((source) => FORMATS.flatMap((format) => documents(source, format, options)));
}

function pageSource(page: Page, options: SiteOptions): FeedSource | undefined {
  if (!page.feed || isHidden(page) || ('pager' in page && page.pager.number > 1)) return undefined;
  const title = outputTexts(page.lang, options)('feedTitle', { site: plain(options.title), name: plain(page.title) });
  const posts = page.kind === 'term' ? page.term.posts : page.kind === 'author' ? page.author.posts : pagePosts(page);
  const description = plain(page.description ?? options.description);
  return { rss: page.feed, page: page.url, title, description, lang: page.lang, posts: posts.filter(({ listed }) => listed), archived: false };
}

function documents(source: FeedSource, format: FeedFormat, options: SiteOptions): FeedDocument[] {
  const { posts, rss } = source;
  const size = options.feed.limit;
  const count = source.archived ? Math.ceil(Math.max(0, posts.length - size) / size) : 0;
  const at = (archive: number | undefined): string => feedAddress(rss, format, archive);
  const make = (shown: Post[], archive?: number): FeedDocument => {
    const older = (archive ?? count + 1) - 1;
    const newer = archive !== undefined && archive < count ? archive + 1 : undefined;
    return {
      source, format, url: at(archive), path: routeOf(at(archive), options), posts: shown,
      ...(archive !== undefined && { archive }), ...(older > 0 && { older: at(older) }), ...(newer && { newer: at(newer) }),
    };
  };
  const archives = Array.from({ length: count }, (_, index) => {
    const end = posts.length - index * size;
    return make(posts.slice(end - size, end), index + 1);
  });
  return [make(posts.slice(0, size)), ...archives];
}

function routeOf(url: string, { base }: SiteOptions): string {
  return decodeURI(url.startsWith(base) ? url.slice(base.length) : url.slice(1));
}
