import { mkdirSync, writeFileSync } from 'node:fs';
import type { ListDefaults } from './resolve.ts';
import type { ParsedOptions } from './schema.ts';

/** A setting that both an option and `_config.yml` can give, and which of them did. */
export interface Setting {
  /** The option's name. */
  key: string;
  /** Key of `_config.yml` with the same meaning. */
  jekyll: string;
  from: 'option' | '_config.yml' | 'default';
  /** The value in use; absent for a default. */
  value?: unknown;
  /** What `_config.yml` says where the option won with another value. */
  overruled?: unknown;
}

/** Where the site is served: all that Astro's configuration says, and what of it `_config.yml` gave. */
interface Address {
  config: { site?: string | undefined; base: string };
  address: { site?: string | undefined; base?: string | undefined };
}

/**
 * Which source won for each setting: the option, else `_config.yml`, else the default.
 *
 * @param data everything that `_config.yml` says; empty where there is none
 */
export function settingsOf(
  parsed: ParsedOptions,
  data: Readonly<Record<string, unknown>>,
  { lists = {}, ...address }: Address & { lists?: ListDefaults | undefined },
): Setting[] {
  return [...addressSettings(address, data), ...ownSettings(parsed, data), ...listSettings(parsed, lists)];
}

/** What plugins of Jekyll's are told in keys of their own. */
function listSettings({ postsPerPage, paginatePath, pages }: ParsedOptions, lists: ListDefaults): Setting[] {
  return [
    decide({ key: 'postsPerPage', jekyll: 'paginate', own: postsPerPage, theirs: lists.postsPerPage }),
    decide({ key: 'paginatePath', jekyll: 'paginate_path', own: paginatePath, theirs: lists.paginatePath }),
    decide({ key: 'pages.tag', jekyll: 'jekyll-archives', own: pages?.tag, theirs: lists.tag }),
    decide({ key: 'pages.category', jekyll: 'jekyll-archives', own: pages?.category, theirs: lists.category }),
  ];
}

function addressSettings({ config, address }: Address, { url, baseurl }: Readonly<Record<string, unknown>>): Setting[] {
  const { site, base } = config;
  return [
    { key: 'site', jekyll: 'url', value: site, taken: address.site, theirs: url },
    { key: 'base', jekyll: 'baseurl', value: base === '/' ? undefined : base, taken: address.base, theirs: baseurl },
  ].map(({ key, jekyll, value, taken, theirs }) =>
    // What `_config.yml` says of an address counts only where it was taken, or where astro.config says another.
    taken === undefined
      ? decide({ key, jekyll, own: value, theirs: value === undefined || isSame(value, theirs) ? undefined : theirs })
      : decide({ key, jekyll, own: undefined, theirs: taken }),
  );
}

/** With or without a slash at the end it is the same place; an empty one says nothing. */
function isSame(value: string, theirs: unknown): boolean {
  return !theirs || String(theirs).replace(/\/$/, '') === value.replace(/\/$/, '');
}

function ownSettings(parsed: ParsedOptions, data: Readonly<Record<string, unknown>>): Setting[] {
  return SHARED.map(([key, ...names]) => {
    const jekyll = names.find((name) => data[name] !== undefined && data[name] !== null) ?? names[0] ?? key;
    return decide({ key, jekyll, own: parsed[key], theirs: data[jekyll] ?? undefined });
  });
}

function decide({
  key,
  jekyll,
  own,
  theirs,
}: Pick<Setting, 'key' | 'jekyll'> & { own: unknown; theirs: unknown }): Setting {
  if (own === undefined) {
    return theirs === undefined
      ? { key, jekyll, from: 'default' }
      : { key, jekyll, from: '_config.yml', value: theirs };
  }
  const differs = theirs !== undefined && JSON.stringify(theirs) !== JSON.stringify(own);
  return { key, jekyll, from: 'option', value: own, ...(differs ? { overruled: theirs } : {}) };
}

/** Leaves the settings beside the build's texts, where `redaktion verify` finds them. */
export function writeSettings(folder: URL, settings: readonly Setting[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('settings.json', folder), `${JSON.stringify(settings, null, 2)}\n`);
}

/** Option → keys of `_config.yml` that mean the same, the stronger first. */
const SHARED: readonly [keyof ParsedOptions, ...string[]][] = [
  ['title', 'title', 'name'],
  ['description', 'description'],
  ['lang', 'lang', 'language', 'locale'],
  ['timezone', 'timezone'],
  ['author', 'author'],
  ['permalink', 'permalink'],
  ['excerptSeparator', 'excerpt_separator'],
  ['future', 'future'],
  ['drafts', 'show_drafts'],
];
