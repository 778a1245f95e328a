import type { AuthorData, ImageData, PostData, PostDate, SitemapData, TocRules } from '../types.ts';

type Data = Record<string, unknown>;

const CHANGEFREQ = ['always', 'hourly', 'daily', 'weekly', 'monthly', 'yearly', 'never'];

/** Tells of a wrong value: the key (`image.path`), what it must be, what to write. */
export type Wrong = (key: string, expected: string, fix?: string) => void;
/** Reads a date of front matter, or tells of it. */
export type ReadDate = (key: string, value: unknown) => PostDate | undefined;

export function authorsOf(data: Data, wrong: Wrong): AuthorData[] {
  const key = data['authors'] === undefined ? 'author' : 'authors';
  const value = data[key];
  const list = Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value];
  return list.flatMap((item: unknown) => {
    if (typeof item === 'string') return [{ name: item }];
    if (isMap(item) && typeof item['name'] === 'string') {
      return [
        { name: item['name'], ...optional('description', item['description']), ...linkOf(item['url'], key, wrong) },
      ];
    }
    wrong(key, 'a name, or a map with `name` and `description`');
    return [];
  });
}

/** Readers follow it, so it must not be a script. */
function linkOf(value: unknown, key: string, wrong: Wrong): { url?: string } {
  const link = optional('url', value);
  if (link.url === undefined || /^(?:https?:\/\/|mailto:|\/(?!\/))/i.test(link.url)) return link;
  wrong(key, 'a name, or a map whose `url` is an address such as https://example.se/ or /om/');
  return {};
}

export function imageOf(value: unknown, wrong: Wrong): ImageData | undefined {
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
    // Empty is an answer: the picture only decorates.
    ...(value['alt'] === '' ? { alt: '' } : optional('alt', value['alt'])),
    ...optional('caption', value['caption']),
    ...optional('credit', value['credit']),
  };
}

export function sitemapOf(
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

export function seriesOf(value: unknown, wrong: Wrong): PostData['series'] {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return { name: value };
  if (!isMap(value) || typeof value['name'] !== 'string') {
    wrong('series', 'a name, or a map with `name` and `part`');
    return undefined;
  }
  return { name: value['name'], ...(typeof value['part'] === 'number' ? { part: value['part'] } : {}) };
}

/** `true` is what other themes need to be told; a text is a title that they print above the table. */
export function tocOf(value: unknown, wrong: Wrong): { toc?: TocRules | false } {
  if (value === false) return { toc: false };
  if (value === undefined || value === null || value === true || typeof value === 'string') return {};
  const level = (of: unknown): of is number => Number.isInteger(of) && Number(of) >= 1 && Number(of) <= 6;
  const { from, to, exclude, ...rest } = isMap(value) ? value : { value };
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) wrong('toc', 'false, or a map with `from`, `to`, `exclude`');
  if (from !== undefined && !level(from)) wrong('toc.from', 'a level of headings, 1 to 6');
  if (to !== undefined && !level(to)) wrong('toc.to', 'a level of headings, 1 to 6');
  const list = [exclude ?? []].flat();
  if (!list.every((item) => typeof item === 'string')) wrong('toc.exclude', 'a list of ids or texts of headings');
  return {
    toc: {
      ...(level(from) ? { from } : {}),
      ...(level(to) ? { to } : {}),
      ...(exclude === undefined ? {} : { exclude: list.map(String) }),
    },
  };
}

export function correctionsOf(
  value: unknown,
  { wrong, date }: { wrong: Wrong; date: ReadDate },
): PostData['corrections'] {
  if (value === undefined || value === null) return [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list
    .flatMap((item) => {
      if (isMap(item) && typeof item['text'] === 'string')
        return [{ day: date('corrections', item['date'])?.day ?? '', text: item['text'] }];
      wrong('corrections', 'a list of maps with `date` and `text`');
      return [];
    })
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

export function text<K extends string>(data: Data, key: K, wrong: Wrong): { [P in K]?: string } {
  const value = data[key];
  if (value === undefined || value === null || value === '') return {};
  if (typeof value === 'string' || typeof value === 'number') return { [key]: String(value) } as { [P in K]?: string };
  wrong(key, 'a text', 'Put quotation marks around it.');
  return {};
}

function optional<K extends string>(key: K, value: unknown): { [P in K]?: string } {
  return typeof value === 'string' && value !== '' ? ({ [key]: value } as { [P in K]?: string }) : {};
}

export function isMap(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
