import type { AuthorData, ImageData, PostData, PostDate, Problem, SitemapData } from '../types.ts';
import { readDate } from './jekyll/date.ts';
import { isOddTerms, readPlural } from './jekyll/taxonomy.ts';
import type { PostResult, RawPost } from './jekyll/types.ts';

type Data = Record<string, unknown>;

/** What is known of a post before its text is rendered. */
export type PostHead = Omit<PostData, 'words' | 'rendered' | 'digest' | 'images' | 'ownDescription'>;

const CHANGEFREQ = ['always', 'hourly', 'daily', 'weekly', 'monthly', 'yearly', 'never'];
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
  'video',
  'karta',
  'chart',
  'cc',
  'excerpt',
  'excerpt_separator',
]);
const MEDIA = ['video', 'karta', 'chart', 'cc'];

/** Reads the front matter of a post into the one form that everything else knows; a wrong value is a problem with its line. */
export function normalizeHead(
  raw: RawPost,
  { file, timeZone, jekyll, lineOf }: HeadContext,
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
      message: `\`${key}\` must be ${expected}; it is ${quote(valueAt(data, key))}.`,
      ...(fix === undefined ? {} : { fix }),
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
  if (raw.untitled && !jekyll) problems.push(withoutTitle(file, lineOf));
  const updated = updatedOn(data, date);
  const expires = data['expires'] == null ? undefined : date('expires', data['expires']);
  if (expires && expires.instant < raw.date.instant) wrong('expires', `later than the post's date, ${raw.date.day}`);
  const image = imageOf(data['image'], wrong);
  const series = seriesOf(data['series'], wrong);
  const head: PostHead = {
    source: { file, bodyLine: raw.bodyLine },
    title: raw.title,
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
    layout: raw.layout || 'post',
    draft: raw.inDrafts || data['draft'] === true,
    published: raw.published,
    unlisted: data['unlisted'] === true,
    ...(expires ? { expires } : {}),
    redirectFrom: raw.redirectFrom,
    ...(raw.redirectTo === undefined ? {} : { redirectTo: raw.redirectTo }),
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

function withoutTitle(file: string, lineOf: PostResult['lineOf']): Problem {
  return {
    code: 'post-without-title',
    severity: 'error',
    file,
    line: lineOf('title') ?? 1,
    message: 'the post has no title.',
    fix: 'Add a line such as `title: "Ineras tjänster"` to its front matter.',
  };
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
  lineOf: PostResult['lineOf'];
}

type Wrong = (key: string, expected: string, fix?: string) => void;
type ReadDate = (key: string, value: unknown) => PostDate | undefined;

function updatedOn(data: Data, date: ReadDate): PostDate | undefined {
  for (const key of ['last_modified_at', 'updated']) {
    if (data[key] !== undefined && data[key] !== null) return date(key, data[key]);
  }
  const sitemap = data['sitemap'];
  return isMap(sitemap) && sitemap['lastmod'] != null ? date('sitemap.lastmod', sitemap['lastmod']) : undefined;
}

function authorsOf(data: Data, wrong: Wrong): AuthorData[] {
  const key = data['authors'] === undefined ? 'author' : 'authors';
  const value = data[key];
  const list = Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value];
  return list.flatMap((item: unknown) => {
    if (typeof item === 'string') return [{ name: item }];
    if (isMap(item) && typeof item['name'] === 'string') {
      return [{ name: item['name'], ...optional('description', item['description']), ...optional('url', item['url']) }];
    }
    wrong(key, 'a name, or a map with `name` and `description`');
    return [];
  });
}

function imageOf(value: unknown, wrong: Wrong): ImageData | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string') return { path: value };
  if (!isMap(value)) {
    wrong('image', 'a path, or a map with `path`');
    return undefined;
  }
  const { path } = value;
  if (path === undefined || path === null || path === '') return undefined;
  if (typeof path !== 'string') {
    wrong('image.path', 'a path such as /assets/images/ide.jpg');
    return undefined;
  }
  return {
    path,
    ...optional('alt', value['alt']),
    ...optional('caption', value['caption']),
    ...optional('credit', value['credit']),
  };
}

function sitemapOf(
  value: unknown,
  { wrong, date }: { wrong: Wrong; date: ReadDate },
): { sitemap?: SitemapData | false } {
  if (value === undefined || value === null || value === true) return {};
  if (value === false) return { sitemap: false };
  if (!isMap(value)) {
    wrong('sitemap', 'false, or a map with `lastmod`, `priority`, `changefreq`');
    return {};
  }
  const lastmod = value['lastmod'] == null ? undefined : date('sitemap.lastmod', value['lastmod']);
  const { priority, changefreq } = value as { priority?: unknown; changefreq?: unknown };
  if (priority !== undefined && !(typeof priority === 'number' && priority >= 0 && priority <= 1))
    wrong('sitemap.priority', 'a number from 0 to 1');
  if (changefreq !== undefined && !CHANGEFREQ.includes(String(changefreq)))
    wrong('sitemap.changefreq', `one of ${CHANGEFREQ.join(', ')}`);
  return {
    sitemap: {
      ...(lastmod ? { lastmod } : {}),
      ...(typeof priority === 'number' ? { priority } : {}),
      ...(typeof changefreq === 'string' ? { changefreq: changefreq as NonNullable<SitemapData['changefreq']> } : {}),
    },
  };
}

function seriesOf(value: unknown, wrong: Wrong): PostHead['series'] {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return { name: value };
  if (!isMap(value) || typeof value['name'] !== 'string') {
    wrong('series', 'a name, or a map with `name` and `part`');
    return undefined;
  }
  return { name: value['name'], ...(typeof value['part'] === 'number' ? { part: value['part'] } : {}) };
}

function correctionsOf(value: unknown, { wrong, date }: { wrong: Wrong; date: ReadDate }): PostHead['corrections'] {
  if (value === undefined || value === null) return [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list
    .flatMap((item) => {
      if (isMap(item) && typeof item['text'] === 'string')
        return [{ day: date('corrections', item['date'])?.day ?? '', text: item['text'] }];
      wrong('corrections', 'a list of maps with `date` and `text`');
      return [];
    })
    .sort((a, b) => (a.day < b.day ? 1 : -1));
}

function text<K extends string>(data: Data, key: K, wrong: Wrong): { [P in K]?: string } {
  const value = data[key];
  if (value === undefined || value === null || value === '') return {};
  if (typeof value === 'string' || typeof value === 'number') return { [key]: String(value) } as { [P in K]?: string };
  wrong(key, 'a text', 'Put quotation marks around it.');
  return {};
}

function optional<K extends string>(key: K, value: unknown): { [P in K]?: string } {
  return typeof value === 'string' && value !== '' ? ({ [key]: value } as { [P in K]?: string }) : {};
}

/** Front matter as JSON: dates become ISO text. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null)) as unknown;
}

function isMap(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function quote(value: unknown): string {
  const written = JSON.stringify(value) ?? 'missing';
  return written.length > 80 ? `${written.slice(0, 77)}…` : written;
}
