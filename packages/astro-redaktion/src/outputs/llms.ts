import type { SiteOptions } from '../config/site-options.ts';
import type { Post, Site } from '../types.ts';
import { absolute } from './address.ts';
import { markdownText, markdownTwin } from './markdown-twin.ts';
import { legal } from '../model/legal.ts';
import { outputTexts } from './texts.ts';
import { twinAddress } from './twin-address.ts';

/** `llms.txt`: the site in one list, by the proposal of https://llmstxt.org. Posts link to their twins in Markdown where there are any. */
export function llmsTxt(site: Site, options: SiteOptions): string {
  const t = outputTexts(options.lang, options);
  const posts = site.posts.map((post) =>
    row(post.title, options.markdownFiles ? twinAddress(post) : post.url, options, post.description),
  );
  const topics = site.tags.map((tag) => row(tag.label, tag.url, options));
  // The proposal's own word: readers may leave that part out.
  const more = [
    row(t('llmsFull'), `${options.base}llms-full.txt`, options),
    row(t('llmsFeed'), site.locale(options.lang).links.feed, options),
  ];
  return legal(
    `${[heading(options), section(t('llmsPosts'), posts), section(t('llmsTopics'), topics), section('Optional', more)]
      .filter(Boolean)
      .join('\n\n')}\n`,
  );
}

/**
 * `llms-full.txt`: all posts as Markdown, newest first.
 *
 * @param source a post's Markdown without front matter, after Liquid
 */
export function llmsFullTxt(site: Site, options: SiteOptions, source: (post: Post) => string): string {
  const posts = site.posts.map((post) => markdownTwin(post, source(post), options));
  return [`${heading(options)}\n`, ...posts].join('\n---\n\n');
}

function heading({ title, description }: SiteOptions): string {
  return [`# ${markdownText(title)}`, description && `> ${markdownText(description)}`].filter(Boolean).join('\n\n');
}

function section(name: string, rows: string[]): string {
  return rows.length > 0 ? `## ${name}\n\n${rows.join('\n')}` : '';
}

function row(name: string, url: string, options: SiteOptions, note = ''): string {
  const address = absolute(url, options).replaceAll('(', '%28').replaceAll(')', '%29');
  return `- [${markdownText(name)}](${address})${note ? `: ${markdownText(note)}` : ''}`;
}
