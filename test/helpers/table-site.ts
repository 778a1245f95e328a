import type { SiteOptions } from '../../packages/astro-redaktion/src/config/site-options.ts';
import { createSite, type SiteInput } from '../../packages/astro-redaktion/src/model/site.ts';
import type { Page, PageKind, PostData, PostDate, Site } from '../../packages/astro-redaktion/src/types.ts';

/** A post in a table: what the test is about; all else has a default. */
export interface Row
  extends Partial<Omit<PostData, 'date' | 'updated' | 'expires' | 'authors' | 'tags' | 'categories' | 'source'>> {
  /** `YYYY-MM-DD` (midnight in UTC) or ISO 8601. Default: a day after the row before. */
  date?: string;
  updated?: string;
  expires?: string;
  /** One text split on white space, or a list. */
  tags?: string | string[];
  categories?: string | string[];
  /** Names. */
  authors?: string[];
  /** Path of the file. Default: `_posts/<day>-<slug>.md`. */
  file?: string;
}

type OptionsGiven = Partial<Omit<SiteOptions, 'pages' | 'publish'>> & {
  pages?: Partial<SiteOptions['pages']>;
  publish?: Partial<SiteOptions['publish']>;
};

/** The options of a Swedish site in UTC, on 1 January 2030. */
export function tableOptions({ pages, publish, ...given }: OptionsGiven = {}): SiteOptions {
  return {
    version: '1.0.0',
    title: 'Bladet',
    description: 'Nyheter',
    lang: 'sv',
    locales: [{ lang: given.lang ?? 'sv', label: 'Svenska', prefix: '' }],
    timezone: 'UTC',
    site: 'https://example.se',
    base: '/',
    ending: '/',
    zoom: false,
    postsPerPage: 10,
    paginatePath: '/artiklar/:num/',
    sort: 'date',
    tags: 'free',
    slugs: 'ascii',
    termSlugs: given.slugs ?? 'ascii',
    pages: {
      tag: '/tags/:slug/',
      tags: '/tags/',
      category: '/kategorier/:slug/',
      keyword: false,
      archive: '/arkiv/',
      author: '/av/:slug/',
      series: '/serier/:slug/',
      search: '/sok/',
      ...pages,
    },
    search: false,
    toc: { from: 1, to: 6, script: false },
    navigation: [],
    footer: { links: [] },
    feed: { content: 'full', limit: 20, ids: 'id' },
    icons: [],
    markdownFiles: false,
    publish: {
      now: Date.parse('2030-01-01T00:00:00Z'),
      future: false,
      drafts: false,
      unpublished: false,
      preview: false,
      ...publish,
    },
    strings: {},
    share: [],
    headingLinks: true,
    textPictures: true,
    footnotes: 'list',
    theme: { accentHue: 230, schemeSwitch: false },
    ...given,
  };
}

/** A site in two languages, Swedish first. */
export const TWO_LANGUAGES: SiteOptions['locales'] = [
  { lang: 'sv', label: 'Svenska', prefix: '' },
  { lang: 'en', label: 'English', prefix: 'en' },
];

/** A site made from a table of posts: slug → row. */
export function tableSite(
  rows: Record<string, Row>,
  options: OptionsGiven = {},
  rest: Omit<SiteInput, 'entries' | 'options'> = {},
): Site {
  return createSite({ entries: tableEntries(rows), options: tableOptions(options), ...rest });
}

/** The entries of such a table. */
export function tableEntries(rows: Record<string, Row>): { id: string; data: PostData }[] {
  return Object.entries(rows).map(([slug, row], index) => entry(slug, row, index));
}

/** The page at a path, which must be of this kind. */
export function pageAt<K extends PageKind>(site: Site, path: string, kind: K): Extract<Page, { kind: K }> {
  const page = site.pages.get(path);
  if (page?.kind !== kind)
    throw new Error(
      `At “${path}” there is ${page ? `a page of kind ${page.kind}` : 'no page'}; paths: ${[...site.pages.keys()].join(', ')}`,
    );
  return page as Extract<Page, { kind: K }>;
}

/** `error code file: message`, a line each. */
export function problemLines(site: Site): string[] {
  return site.problems.map(({ severity, code, file, message }) => `${severity} ${code} ${file}: ${message}`);
}

/** A date in UTC. */
export function utc(text: string): PostDate {
  const instant = Date.parse(text.includes('T') ? text : `${text}T00:00:00Z`);
  return { instant, day: new Date(instant).toISOString().slice(0, 10), offset: 0 };
}

function entry(
  slug: string,
  { date, updated, expires, tags, categories, authors, file, ...given }: Row,
  index: number,
): { id: string; data: PostData } {
  const written = date === undefined ? utc(new Date(Date.UTC(2022, 0, 1 + index)).toISOString()) : utc(date);
  const name = `${written.day}-${slug}`;
  const data: PostData = {
    source: { file: file ?? `_posts/${name}.md`, bodyLine: 5 },
    title: slug,
    ownDescription: false,
    date: written,
    ...(updated === undefined ? {} : { updated: utc(updated) }),
    ...(expires === undefined ? {} : { expires: utc(expires) }),
    slug,
    name,
    ext: '.md',
    path: `/${name}`,
    permalink: 'date',
    categories: words(categories),
    tags: words(tags),
    tagsExtra: [],
    authors: (authors ?? []).map((author) => ({ name: author })),
    layout: 'post',
    draft: false,
    published: true,
    unlisted: false,
    redirectFrom: [],
    corrections: [],
    media: {},
    extra: {},
    words: 440,
    digest: `digest of ${slug}`,
    ...given,
  };
  return { id: file ?? name, data };
}

function words(value: string | string[] = []): string[] {
  return typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : value;
}
