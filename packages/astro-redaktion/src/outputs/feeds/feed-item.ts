import type { SiteOptions } from '../../config/site-options.ts';
import { formatDate } from '../../i18n/format.ts';
import type { Post, PostDate } from '../../types.ts';
import { absolute } from '../address.ts';
import { licenceAddress, rightsHtml } from '../licence.ts';
import { modified } from '../moment.ts';
import type { Picture } from '../picture.ts';
import { postPicture } from '../picture.ts';
import { escapeMarkup, plain } from '../plain.ts';
import { outputTexts } from '../texts.ts';
import { feedHtml } from './feed-html.ts';

/** A post as every format of feed tells of it. */
export interface FeedItem {
  /** Never changes as long as the post keeps its address; the one that it had in Jekyll. Not always a URI. */
  id: string;
  url: string;
  /** Plain text; the address where there is none. */
  title: string;
  /** Safe, absolute HTML: the whole text, or the excerpt and a link to the rest. */
  html: string;
  /** `html` is the whole text. */
  isFull: boolean;
  /** Plain text; only beside the whole text. */
  summary?: string;
  published: PostDate;
  updated: PostDate;
  authors: { name: string; url?: string }[];
  categories: string[];
  lang: string;
  image?: Picture;
  licence?: string;
}

/** Trusted HTML of a post. */
export interface PostContent {
  html: string;
  excerpt: string;
}

/** Tells of a post in the terms of feeds. */
export function feedItem(post: Post, content: PostContent, options: SiteOptions): FeedItem {
  const [image, licence] = [postPicture(post, options), licenceAddress(post)];
  const isFull = options.feed.content === 'full';
  const summary = isFull ? plain(post.description ?? '') : '';
  return {
    id: feedId(post, options),
    url: absolute(post.url, options),
    title: plain(post.title) || absolute(post.url, options),
    html: itemHtml(post, content, options),
    isFull,
    ...(summary && { summary }),
    published: post.date,
    updated: modified(post, options),
    authors: itemAuthors(post, options),
    categories: [...new Set([...post.categories, ...post.tags].map(({ label }) => plain(label)))].filter(Boolean),
    lang: post.lang,
    ...(image && { image }),
    ...(licence && { licence }),
  };
}

/**
 * The permanent id of a post, so that readers show none twice after a move from Jekyll: the one that the folder's own feed
 * gave it, or jekyll-feed, `post.id | absolute_url`, or by option its address.
 * https://github.com/jekyll/jekyll-feed/blob/v0.17.0/lib/jekyll-feed/feed.xml
 */
export function feedId(post: Post, options: SiteOptions): string {
  if (options.feed.ids === 'address') return absolute(post.url, options);
  return post.guid ?? absolute(options.base.slice(0, -1) + post.feedId, options);
}

/** Every entry of an Atom feed has an author; the site itself, if nobody else. */
function itemAuthors({ authors }: Post, options: SiteOptions): FeedItem['authors'] {
  if (authors.length === 0) return [{ name: plain(options.author ?? options.title) }];
  return authors.map(({ name, url, posts }) => {
    return { name: plain(name), ...(options.pages.author && posts.length > 0 && { url: absolute(url, options) }) };
  });
}

function itemHtml(post: Post, { html, excerpt }: PostContent, options: SiteOptions): string {
  const t = outputTexts(post.lang, options);
  const page = absolute(post.url, options);
  const corrections = post.data.corrections.map(({ day, text }) => {
    const written = formatDate({ day, instant: 0, offset: 0 }, { lang: post.lang, timezone: options.timezone });
    return `<p><strong>${escapeMarkup(t('feedCorrection', { day: written }))}</strong> ${escapeMarkup(plain(text))}</p>`;
  });
  const isFull = options.feed.content === 'full';
  const more = isFull
    ? []
    : [`<p><a href="${escapeMarkup(page)}">${escapeMarkup(t('feedReadMore', { title: plain(post.title) }))}</a></p>`];
  return [feedHtml(isFull ? html : excerpt, page), ...more, ...corrections, ...rightsHtml(post, t)].join('\n');
}
