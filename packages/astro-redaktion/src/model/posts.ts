import type { SiteOptions } from '../config/site-options.ts';
import type { HeldReason, Post, PostDate, Problem } from '../types.ts';
import type { Entry } from './entry.ts';
import { findLocale, mainLocale, type SiteLocale } from './locale.ts';
import { type Locate, problemPlace } from './locate.ts';
import { type Permalink, PERMALINK_STYLES, permalink, permalinkExtension } from './permalink.ts';
import { printed } from './spelling.ts';

/** Reading speed in Swedish and English text, words a minute. */
const WORDS_PER_MINUTE = 220;

/** What an entry becomes, and what is wrong with it. */
export interface Created {
  post: Post;
  problems: Problem[];
}

/** Makes a post from its entry, without its relations: terms, authors, series and translations come later. */
export function createPost({ id, data }: Entry, { options, held, locate }: {
  options: SiteOptions; held?: HeldReason | undefined; locate?: Locate | undefined;
}): Created {
  const locale = findLocale(data.lang, options);
  const place = placed(data, locale ?? mainLocale(options));
  const updated = later(data.updated, data.date);
  const post: Post = {
    id, data, ...place, title: data.title,
    url: options.base + place.url.slice(1),
    ...(data.description === undefined ? {} : { description: data.description }),
    lang: (locale ?? mainLocale(options)).lang,
    date: data.date, updated, wasUpdated: updated.day > data.date.day,
    authors: [], tags: [], categories: [], translations: [],
    keywords: data.tagsExtra.map(printed),
    listed: !data.unlisted && !held,
    ...(held ? { held } : {}),
    minutes: Math.max(1, Math.round(data.words / WORDS_PER_MINUTE)),
  };
  const problems = [
    ...(locale ? [] : [unknownLanguage(data, { options, locate })]),
    ...(data.updated && data.updated.day < data.date.day ? [updatedTooEarly(data, data.updated, locate)] : []),
  ];
  return { post, problems };
}

/** Where a post lives: by its permalink, in its language's part of the site unless the permalink says the place itself. */
function placed(data: Entry['data'], { prefix }: SiteLocale): Pick<Post, 'url' | 'path' | 'feedId'> {
  const { date, slug, categories, path } = data;
  const template = Object.hasOwn(PERMALINK_STYLES, data.permalink) ? PERMALINK_STYLES[data.permalink] ?? '' : data.permalink;
  const basename = (data.source.file.split('/').at(-1) ?? '').slice(0, -data.ext.length || undefined);
  const outputExt = permalinkExtension(template) || (MARKDOWN.test(data.ext) ? '.html' : data.ext);
  const own = permalink(template, { date, slug, basename, path, categories, outputExt });
  return isFixed(template) || prefix === '' ? named(own, '') : named(own, prefix);
}

function named({ url, path, id }: Permalink, prefix: string): Pick<Post, 'url' | 'path' | 'feedId'> {
  if (prefix === '' || path === prefix || path.startsWith(`${prefix}/`)) return { url, path, feedId: id };
  return { url: `/${prefix}${url}`, path: path === '' ? prefix : `${prefix}/${path}`, feedId: `/${prefix}${id}` };
}

function isFixed(template: string): boolean {
  return !/:[a-z]/.test(template);
}

/** Never before it was published, whatever front matter or git say. */
function later(updated: PostDate | undefined, date: PostDate): PostDate {
  return updated && updated.instant > date.instant ? updated : date;
}

function unknownLanguage({ source, lang = '' }: Entry['data'], { options, locate }: {
  options: SiteOptions; locate: Locate | undefined;
}): Problem {
  const known = options.locales.map((locale) => `\`${locale.lang}\``).join(', ');
  return {
    code: 'post-unknown-language', severity: 'error', ...problemPlace({ file: source.file, key: 'lang' }, locate),
    message: `\`lang\` is “${lang}”, but the site has ${known}.`,
    fix: `Add it to the option \`locales\`: { ${JSON.stringify(lang)}: { label: '…' } }, or leave \`lang\` out.`,
  };
}

function updatedTooEarly({ source, date }: Entry['data'], updated: PostDate, locate: Locate | undefined): Problem {
  return {
    code: 'post-updated-before-date', severity: 'warning', ...problemPlace({ file: source.file, key: 'updated' }, locate),
    message: `the post is said to be updated ${updated.day}, before it was published ${date.day}; the later day counts.`,
    fix: 'Correct `last_modified_at`, `updated` or `sitemap.lastmod`, or leave it out.',
  };
}

const MARKDOWN = /^\.(?:md|mdx|markdown|mkd|mkdn|mkdown|html)$/i;
