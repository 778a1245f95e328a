import { formatDate } from '../i18n/format.ts';
import type { SiteOptions } from '../config/site-options.ts';
import type { Post } from '../types.ts';
import { keywords } from './page-text.ts';
import { legal } from '../model/legal.ts';
import { escapeMarkup, plain } from './plain.ts';

/** A document for the search index: its address as linked, and HTML in which Pagefind's attributes tell what weighs what. */
export interface SearchRecord {
  url: string;
  html: string;
}

/**
 * A post for the search index: title, tags and `tags_extra` weigh more than the text; tag, year and author are filters.
 * https://pagefind.app/docs/weighting/, https://pagefind.app/docs/filtering/
 *
 * @param text the post's HTML, or its main element as Astro printed it
 */
export function searchRecord(post: Post, text: string, { timezone }: SiteOptions): SearchRecord {
  const filters = [
    ...post.tags.map(({ label }) => ['tag', label] as const),
    ...post.authors.map(({ name }) => ['author', name] as const),
    ['year', post.date.day.slice(0, 4)] as const,
    ['lang', post.lang] as const,
  ];
  const date = formatDate(post.date, { lang: post.lang, timezone });
  return {
    url: post.url,
    html: `<html lang="${safe(post.lang)}"><main data-pagefind-body>
<h1 data-pagefind-weight="10">${safe(post.title)}</h1>
<p data-pagefind-weight="5">${safe(keywords(post).join(', '))}</p>
<p>${safe(post.description ?? '')}</p>
<p data-pagefind-ignore><i data-pagefind-meta="date">${safe(date)}</i>${filters
      .map(([name, value]) => `<i data-pagefind-filter="${name}">${safe(value)}</i>`)
      .join('')}</p>
${legal(text)}</main></html>`,
  };
}

function safe(text: string): string {
  return escapeMarkup(plain(text));
}
