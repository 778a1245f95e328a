import { quoteValue } from '../config/quote-value.ts';
import type { LicenceData, PostData, PostDate, Problem } from '../types.ts';
import {
  authorsOf,
  correctionsOf,
  imageOf,
  isMap,
  seriesOf,
  sitemapOf,
  tocOf,
  text,
  type ReadDate,
  type Wrong,
} from './fields.ts';
import { readDate } from './jekyll/date.ts';
import { inMediaFolder, mediaFolder } from './media-folder.ts';
import { decodeEntities } from './plain-text.ts';
import { readLayout } from './post-layout.ts';
import { isOddTerms, readPlural } from './jekyll/taxonomy.ts';
import type { PostResult, RawPost } from './jekyll/types.ts';
import { pictureRights, rightsOf } from './rights.ts';

type Data = Record<string, unknown>;

/** What is known of a post before its text is rendered. */
export type PostHead = Omit<PostData, 'words' | 'rendered' | 'digest' | 'images' | 'ownDescription'>;

const KNOWN = new Set([
  'title',
  'description',
  'lang',
  'translation_key',
  'date',
  'last_modified_at',
  'updated',
  'slug',
  'ext',
  'permalink',
  'category',
  'categories',
  'tag',
  'tags',
  'tags_extra',
  'author',
  'authors',
  'image',
  'sitemap',
  'series',
  'layout',
  'draft',
  'published',
  'unlisted',
  'expires',
  'redirect_from',
  'redirect_to',
  'aliases',
  'corrections',
  'toc',
  'video',
  'karta',
  'chart',
  'cc',
  'robots',
  'excerpt',
  'excerpt_separator',
]);
const MEDIA = ['video', 'karta', 'chart', 'cc'];

/** Reads the front matter of a post into the one form that everything else knows; a wrong value is a problem with its line. */
export function normalizeHead(
  raw: RawPost,
  { file, timeZone, jekyll, ours, lineOf, licence }: HeadContext,
): { head: PostHead; problems: Problem[] } {
  const { data } = raw;
  const problems: Problem[] = [];
  const wrong: Wrong = (key, expected, fix) => {
    const [name = key] = key.split('.');
    const line = lineOf(...key.split('.')) ?? lineOf(name);
    problems.push({
      code: 'wrong-front-matter',
      severity: 'error',
      file,
      ...(line === undefined ? {} : { line }),
      message: `\`${key}\` must be ${expected}; it is ${missingOr(valueAt(data, key))}.`,
      ...(fix === undefined ? {} : { fix }),
    });
  };
  const told = (key: string, message: string, fix: string): void => {
    const line = lineOf(key) ?? lineOf('layout');
    problems.push({
      code: 'post-layout',
      severity: 'error',
      file,
      ...(line === undefined ? {} : { line }),
      message,
      fix,
    });
  };
  const date: ReadDate = (key, value) => {
    const result = readDate(value, timeZone);
    if (result.date && result.fault !== 'impossible-day') return result.date;
    wrong(key, 'a day that exists, such as 2022-06-02 or 2022-06-02 08:00:00 +0200');
    return undefined;
  };
  for (const key of ['tags', 'tag', 'tags_extra', 'categories', 'category']) {
    if (!jekyll && isOddTerms(data[key]))
      wrong(key, 'words in one text, or a list', 'Write for example `tags: Företag Medicinteknik`.');
  }
  if (raw.title.trim() === '' || (raw.untitled && !jekyll)) problems.push(withoutTitle(file, { lineOf, jekyll }));
  const updated = updatedOn(data, date);
  const expires = data['expires'] == null ? undefined : date('expires', data['expires']);
  const written = imageOf(data['image'], wrong);
  const picture = written && jekyll ? { ...written, path: inMediaFolder(written.path, mediaFolder(data)) } : written;
  const image = picture && isMap(data['image']) ? { ...picture, ...pictureRights(data['image'], wrong) } : picture;
  const rights = rightsOf(data, { wrong, licence });
  const series = seriesOf(data['series'], wrong);
  const head: PostHead = {
    source: { file, bodyLine: raw.bodyLine },
    // Themes of Jekyll's print titles as they stand, so that `&amp;` in one is an ampersand to its readers.
    title: jekyll ? decodeEntities(raw.title) : raw.title,
    ...text(data, 'description', wrong),
    ...text(data, 'lang', wrong),
    ...(typeof data['translation_key'] === 'string' ? { translationKey: data['translation_key'] } : {}),
    date: raw.date,
    ...(updated ? { updated } : {}),
    slug: raw.slug,
    name: raw.basename,
    ext: raw.ext,
    path: raw.pathPlaceholder,
    permalink: raw.permalinkTemplate,
    categories: raw.categories,
    tags: raw.tags,
    tagsExtra: readPlural(data['tags_extra']),
    authors: authorsOf(data, wrong),
    ...(image ? { image } : {}),
    ...sitemapOf(data['sitemap'], { wrong, date }),
    ...(series ? { series } : {}),
    ...readLayout(raw, { jekyll, ours, problem: told }),
    draft: raw.inDrafts || data['draft'] === true,
    published: raw.published,
    unlisted: data['unlisted'] === true,
    ...robotsOf(data['robots'], wrong),
    ...(expires ? { expires } : {}),
    redirectFrom: raw.redirectFrom,
    ...(raw.redirectTo === undefined ? {} : { redirectTo: raw.redirectTo }),
    ...(rights ? { rights } : {}),
    ...tocOf(data['toc'], wrong),
    corrections: correctionsOf(data['corrections'], { wrong, date }),
    media: Object.fromEntries(MEDIA.filter((key) => data[key] !== undefined).map((key) => [key, plain(data[key])])),
    extra: Object.fromEntries(
      Object.entries(data)
        .filter(([key]) => !KNOWN.has(key))
        .map(([key, value]) => [key, plain(value)]),
    ),
  };
  return { head, problems };
}

/** https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag */
function robotsOf(value: unknown, wrong: Wrong): { robots?: string } {
  if (value === undefined || value === null || value === '') return {};
  const given = String(value).toLowerCase().trim();
  if (/^[a-z_-]+(?:: ?[\w :+-]+)?(?:\s*,\s*[a-z_-]+(?:: ?[\w :+-]+)?)*$/.test(given)) return { robots: given };
  wrong('robots', 'directives for search engines, such as `noindex, nofollow`');
  return {};
}

function withoutTitle(file: string, { lineOf, jekyll }: Pick<HeadContext, 'lineOf' | 'jekyll'>): Problem {
  return {
    code: 'post-without-title',
    // Jekyll publishes such a post.
    severity: jekyll ? 'warning' : 'error',
    file,
    line: lineOf('title') ?? 1,
    message: 'the post has no title.',
    fix: 'Add a line such as `title: "Ineras tjänster"` to its front matter.',
  };
}

function missingOr(value: unknown): string {
  return value === undefined ? 'missing' : quoteValue(value);
}

function valueAt(data: Data, key: string): unknown {
  return key.split('.').reduce<unknown>((value, part) => (value as Data | undefined)?.[part], data);
}

/** What the loader knows of the file. */
export interface HeadContext {
  /** As the owner knows it. */
  file: string;
  timeZone: string;
  /** Jekyll's leniency: a title from the file name, odd tags ignored. */
  jekyll: boolean;
  /** The layout of ours for one of the site's. */
  ours?: ((layout: string) => string | undefined) | undefined;
  lineOf: PostResult['lineOf'];
  /** The site's own, for posts that name none. */
  licence?: LicenceData | undefined;
}

function updatedOn(data: Data, date: ReadDate): PostDate | undefined {
  for (const key of ['last_modified_at', 'updated']) {
    if (data[key] !== undefined && data[key] !== null) return date(key, data[key]);
  }
  const sitemap = data['sitemap'];
  return isMap(sitemap) && sitemap['lastmod'] != null ? date('sitemap.lastmod', sitemap['lastmod']) : undefined;
}

/** Front matter as JSON: dates become ISO text. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null)) as unknown;
}
