import type { SiteOptions } from '../config/site-options.ts';
import type { HeldReason, Post, PostDate, Problem } from '../types.ts';
import type { Entry } from './entry.ts';
import { postLocale, mainLocale, type SiteLocale } from './locale.ts';
import { type Locate, problemPlace } from './locate.ts';
import { type Permalink, permalink, permalinkExtension, permalinkTemplate } from './permalink.ts';
import { printed } from './spelling.ts';

/** Reading speed in Swedish and English text, words a minute. */
const WORDS_PER_MINUTE = 220;

/** What an entry becomes, and what is wrong with it. */
export interface Created {
  post: Post;
  problems: Problem[];
}

/** Makes a post from its entry, without its relations: terms, authors, series and translations come later. */
export function createPost(
  { id, data }: Entry,
  { held, ...setup }: PostSetup & { held?: HeldReason | undefined },
): Created {
  const known = postLocale(data, setup.options);
  const locale = known ?? mainLocale(setup.options);
  const updated = later(data.updated ?? editOf(data, setup), data.date);
  const post: Post = {
    ...{
      id,
      data,
      title: data.title,
      printedTitle: data.printed?.title ?? data.title,
      lang: locale.lang,
      date: data.date,
      updated,
    },
    ...(data.description === undefined ? {} : { description: data.description }),
    ...(data.printed?.description === undefined ? {} : { printedDescription: data.printed.description }),
    ...placed(data, locale, setup.options),
    wasUpdated: updated.day > data.date.day,
    ...{ authors: [], tags: [], categories: [], translations: [] },
    keywords: data.tagsExtra.map(printed),
    listed: !data.unlisted && !held,
    ...(held ? { held } : {}),
    minutes: Math.max(1, Math.round(data.words / WORDS_PER_MINUTE)),
  };
  return {
    post,
    problems: [...(known ? [] : [unknownLanguage(data, setup)]), ...updatedTooEarly(data, setup)],
  };
}

/**
 * Where a post lives: by its permalink, in its language's part of the site unless the permalink says the place
 * itself.
 */
function placed(
  data: Entry['data'],
  { prefix }: SiteLocale,
  { base }: SiteOptions,
): Pick<Post, 'url' | 'path' | 'feedId' | 'guid'> {
  const { date, slug, categories, path, guid } = data;
  const template = permalinkTemplate(data.permalink);
  const basename = (data.source.file.split('/').at(-1) ?? '').slice(0, -data.ext.length || undefined);
  const outputExt = permalinkExtension(template) || (MARKDOWN.test(data.ext) ? '.html' : data.ext);
  const own = permalink(template, { date, slug, basename, path, categories, outputExt });
  const place = named(own, isFixed(template) ? '' : prefix);
  // Below a language's prefix stands another post, which the old feed knew nothing of.
  const known = guid !== undefined && place.path === own.path;
  return { ...place, url: base + place.url.slice(1), ...(known ? { guid } : {}) };
}

function named({ url, path, id }: Permalink, prefix: string): Pick<Post, 'url' | 'path' | 'feedId'> {
  if (prefix === '' || path === prefix || path.startsWith(`${prefix}/`)) return { url, path, feedId: id };
  return {
    url: `/${prefix}${url}`,
    path: path === '' ? prefix : `${prefix}/${path}`,
    feedId: `/${prefix}${id}`,
  };
}

function isFixed(template: string): boolean {
  return !/:[a-z]/.test(template);
}

/** A change after the build's `now` is none yet. */
function editOf({ source }: Entry['data'], { edits, options }: PostSetup): PostDate | undefined {
  const edit = edits?.[source.file];
  return edit && edit.instant <= options.publish.now ? edit : undefined;
}

/** Never before it was published, whatever front matter or git say. */
function later(updated: PostDate | undefined, date: PostDate): PostDate {
  return updated && updated.instant > date.instant ? updated : date;
}

function unknownLanguage({ source, lang = '' }: Entry['data'], { options, locate }: PostSetup): Problem {
  const known = options.locales.map((locale) => `\`${locale.lang}\``).join(', ');
  return {
    code: 'post-unknown-language',
    severity: 'error',
    ...problemPlace({ file: source.file, key: 'lang' }, locate),
    message: `\`lang\` is “${lang}”, but the site has ${known}.`,
    fix: `Add \`${JSON.stringify(lang)}: { label: '…' }\` to the option \`locales\`, or leave \`lang\` out.`,
  };
}

function updatedTooEarly({ source, date, updated }: Entry['data'], { locate }: PostSetup): Problem[] {
  if (!updated || updated.day >= date.day) return [];
  const message = `the post is said to be updated ${updated.day}, before it was published ${date.day}; the later day counts.`;
  return [
    {
      code: 'post-updated-before-date',
      severity: 'warning',
      ...problemPlace({ file: source.file, key: 'updated' }, locate),
      message,
      fix: 'Correct `last_modified_at`, `updated` or `sitemap.lastmod`, or leave it out.',
    },
  ];
}

const MARKDOWN = /^\.(?:md|mdx|markdown|mkd|mkdn|mkdown|html)$/i;

interface PostSetup {
  options: SiteOptions;
  /** When git says that a file was changed. */
  edits?: Readonly<Record<string, PostDate>>;
  locate?: Locate | undefined;
}
