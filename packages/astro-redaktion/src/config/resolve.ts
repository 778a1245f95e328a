import type { AstroConfig } from 'astro';
import { findLicence } from '../model/licence.ts';
import { resolveContactForm } from './contact-form.ts';
import type { Contributions } from './plugins.ts';
import type { ParsedOptions } from './schema.ts';
import type { SiteOptions } from './site-options.ts';

/** What a Jekyll folder says of these things, where there is one: its `_config.yml`, or the feed that it brings. */
export interface JekyllDefaults {
  title?: string;
  description?: string;
  lang?: string;
  timezone?: string;
  author?: string;
  future?: boolean;
  drafts?: boolean;
  unpublished?: boolean;
  limit?: number;
  lists?: ListDefaults;
}

/** Where pages of lists, terms and days lay on a Jekyll site: as the options of these names, and patterns for old days. */
export interface ListDefaults {
  postsPerPage?: number;
  paginatePath?: string;
  firstPage?: string;
  tag?: string;
  category?: string;
  slugs?: 'jekyll';
  dated?: SiteOptions['oldArchive'];
}

/** Everything that decides the site's options. */
export interface ResolveInput {
  parsed: ParsedOptions;
  jekyll: JekyllDefaults;
  contributions: Contributions;
  config: Pick<AstroConfig, 'site' | 'base' | 'trailingSlash' | 'build'>;
  version: string;
  /** Icons that were found. */
  icons?: SiteOptions['icons'];
  /** How share pictures are made, where they are. */
  sharePictures?: SiteOptions['sharePictures'] | undefined;
  /** Milliseconds since the epoch. */
  now: number;
  preview: boolean;
}

/** Paths of our own pages, by language; other languages get the English ones. */
const PATHS = {
  sv: {
    list: '/artiklar/:num/',
    category: '/kategorier/:slug/',
    archive: '/arkiv/',
    author: '/av/:slug/',
    series: '/serier/:slug/',
    search: '/sok/',
  },
  en: {
    list: '/posts/:num/',
    category: '/categories/:slug/',
    archive: '/archive/',
    author: '/by/:slug/',
    series: '/series/:slug/',
    search: '/search/',
  },
};

/** Five minutes, and for a day after that while a new answer is made. */
const FRESH = { maxAge: 300, swr: 86_400, memory: 64 };

/** Fills every gap: the owner's option, else `_config.yml`, else the default of the site's language. */
export function resolveOptions({
  parsed,
  jekyll,
  contributions,
  config,
  version,
  icons = [],
  sharePictures,
  now,
  preview,
}: ResolveInput): SiteOptions {
  const lang = parsed.lang ?? jekyll.lang ?? 'sv';
  const paths = lang.startsWith('sv') ? PATHS.sv : PATHS.en;
  const { pages } = parsed;
  const { lists = {} } = jekyll;
  const category = pages.category ?? lists.category ?? paths.category;
  // Plugins of Jekyll's make no index: ours need not lie above the categories.
  const isTaken = pages.category === undefined && [pages.tags, lists.firstPage].includes(folderOf(category));
  const licence = parsed.licence === undefined ? undefined : findLicence(parsed.licence);
  const author = parsed.author ?? jekyll.author;
  return {
    version,
    title: parsed.title ?? jekyll.title ?? 'Redaktion',
    description: parsed.description ?? jekyll.description ?? '',
    lang,
    locales: resolveLocales(lang, parsed.locales ?? {}),
    timezone: parsed.timezone ?? jekyll.timezone ?? 'Europe/Stockholm',
    ...(author === undefined ? {} : { author }),
    ...(parsed.publisher ? { publisher: defined(parsed.publisher) } : {}),
    ...(config.site === undefined ? {} : { site: new URL(config.site).origin }),
    base: `/${config.base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/'),
    ending: resolveEnding(config),
    zoom: parsed.zoom,
    postsPerPage: parsed.postsPerPage ?? lists.postsPerPage ?? 10,
    paginatePath: parsed.paginatePath ?? lists.paginatePath ?? paths.list,
    ...(parsed.paginatePath === undefined && lists.firstPage !== undefined ? { firstPage: lists.firstPage } : {}),
    sort: parsed.sort,
    tags: parsed.tags,
    slugs: parsed.slugs ?? 'ascii',
    termSlugs: parsed.slugs ?? (pages.tag && pages.category ? undefined : lists.slugs) ?? 'ascii',
    pages: {
      ...pages,
      tag: pages.tag ?? lists.tag ?? '/tags/:slug/',
      category,
      ...(isTaken ? { categories: folderOf(paths.category) } : {}),
      archive: pages.archive ?? paths.archive,
      author: pages.author ?? paths.author,
      series: pages.series ?? paths.series,
      search: pages.search ?? (parsed.search && paths.search),
    },
    ...(lists.dated ? { oldArchive: lists.dated } : {}),
    search: parsed.search,
    toc: parsed.toc,
    navigation: parsed.navigation,
    footer: { links: parsed.footer.links, ...(parsed.footer.text === undefined ? {} : { text: parsed.footer.text }) },
    feed: { ...parsed.feed, ids: parsed.feed.ids ?? 'id' },
    icons,
    ...(sharePictures ? { sharePictures } : {}),
    markdownFiles: parsed.markdownFiles,
    publish: {
      now,
      future: parsed.future ?? jekyll.future ?? false,
      drafts: parsed.drafts ?? jekyll.drafts ?? false,
      unpublished: jekyll.unpublished ?? false,
      ...(jekyll.limit === undefined ? {} : { limit: jekyll.limit }),
      preview,
    },
    strings: mergeStrings(contributions.strings, parsed.strings),
    ...(licence ? { licence } : {}),
    ...(parsed.map.interactive === undefined ? {} : { interactiveMap: defined(parsed.map.interactive) }),
    share: [...new Set(parsed.share)],
    textPictures: parsed.textPictures ?? parsed.jekyll === undefined,
    headingLinks: parsed.headingLinks ?? parsed.jekyll === undefined,
    ...defined({ typography: parsed.typography ?? (parsed.jekyll === undefined ? undefined : false) }),
    theme: { accentHue: parsed.theme.accentHue, schemeSwitch: parsed.theme.schemeSwitch },
    footnotes: parsed.footnotes,
    ...contactOptions(parsed, lang),
    ...(parsed.onDemand ? { onDemand: parsed.onDemand === true ? FRESH : parsed.onDemand } : {}),
  };
}

/** Where the index of a pattern lies: `/kategorier/` for `/kategorier/:slug/`. */
function folderOf(pattern: string): string {
  return pattern.replace(/[^/]*:slug.*$/, '');
}

/** The same without keys that have no value. */
export function defined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}

function contactOptions(
  { contact, contactForm }: ParsedOptions,
  lang: string,
): Pick<SiteOptions, 'contact' | 'contactForm'> {
  const form = contactForm && resolveContactForm(contactForm, { isSwedish: lang.startsWith('sv') });
  const place = contact ?? form?.page;
  return { ...(place === undefined ? {} : { contact: place }), ...(form ? { contactForm: form } : {}) };
}

/** How our pages end, so that every link works on a plain file server and as the owner asked. */
function resolveEnding(config: ResolveInput['config']): SiteOptions['ending'] {
  if (config.build.format !== 'directory') return '.html';
  return config.trailingSlash === 'never' ? '' : '/';
}

function resolveLocales(lang: string, locales: Record<string, { label: string }>): SiteOptions['locales'] {
  const others = Object.entries(locales).filter(([code]) => code !== lang);
  const label = locales[lang]?.label ?? new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
  return [
    { lang, label, prefix: '' },
    ...others.map(([code, locale]) => ({ lang: code, label: locale.label, prefix: code })),
  ];
}

function mergeStrings(...layers: Record<string, Record<string, string>>[]): Record<string, Record<string, string>> {
  const merged: Record<string, Record<string, string>> = {};
  for (const layer of layers) {
    for (const [lang, strings] of Object.entries(layer)) merged[lang] = { ...merged[lang], ...strings };
  }
  return merged;
}
