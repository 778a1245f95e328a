import type { SiteOptions } from '../config/site-options.ts';
import { encode } from './permalink.ts';

/** An address in its two forms: as linked, and as the route knows it. */
export interface Address {
  /** Root-relative and percent-encoded, with the site's base. */
  url: string;
  /** Decoded, without base, leading or trailing slash; what the route's parameter is. */
  path: string;
}

/**
 * The address of a page of ours, ended as the owner wants it (`options.ending`).
 * A page that names its file (`/kategori/x.html`) keeps its own ending.
 *
 * @param page root-relative and decoded, without base
 */
export function ownAddress(page: string, { base, ending }: Place): Address {
  const bare = page.replace(/^\/+|\/+$/g, '');
  if (bare === '') return { url: ending === '' && base !== '/' ? base.slice(0, -1) : base, path: '' };
  if (namesFile(page)) return { url: base + encode(bare), path: bare };
  // With `.html` the route carries the ending, too: file, address and route are then one.
  const path = ending === '.html' ? `${bare}.html` : bare;
  return { url: base + encode(path) + (ending === '/' ? '/' : ''), path };
}

/** The address of a page whose place somebody has written down (a permalink, an old address): kept to the letter. */
export function writtenAddress(page: string, { base }: Place): Address {
  const path = page.replace(/^\/+|\/+$/g, '');
  return { url: base + encode(path) + (page.endsWith('/') && path !== '' ? '/' : ''), path };
}

/** Fills a pattern's placeholders, all at once, so that a value that looks like one stays as it is. */
export function fillPattern(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/:([a-z]+)/g, (word, key: string) => String(Object.hasOwn(values, key) ? values[key] : word));
}

/** A page below another: `/tags/x/` and `2` give `/tags/x/2/`; `/k/x.html` and `2` give `/k/x/2.html`. */
export function below(page: string, segment: string | number): string {
  const extension = namesFile(page) ? (EXTENSION.exec(page)?.[0] ?? '') : '/';
  const folder = (namesFile(page) ? page.replace(EXTENSION, '') : page).replace(/\/+$/, '');
  return `${folder}/${segment}${extension}`;
}

/** A file in the folder that belongs to a page: the feed of `/tags/x/` is `/tags/x/feed.xml`. */
export function fileBelow(page: string, file: string): string {
  return `${page.replace(EXTENSION, '').replace(/\/+$/, '')}/${file}`;
}

/** A page in a language's part of the site; the main language's prefix is empty. */
export function inLanguage(page: string, prefix: string): string {
  return prefix === '' ? page : `/${prefix}/${page.replace(/^\/+/, '')}`;
}

/** The page above a pattern: `/av/:slug/` → `/av/`. */
export function indexOf(pattern: string): string {
  return pattern.replace(/[^/]*:slug.*$/, '');
}

/**
 * Two pages are one file when this is the same: `/a` and `/a.html`, `/b/` and `/b/index.html`, and whatever differs in
 * Unicode form alone, which Astro and macOS take for the same.
 */
export function fileKey({ url, path }: Address): string {
  const name = path.normalize('NFC');
  if (name === '' || url.endsWith('/')) return name === '' ? 'index' : `${name}/index`;
  return name.replace(/\.html?$/i, '');
}

/**
 * Where a page's HTML is written, relative to the output folder, as Jekyll does it:
 * `/a/` → `a/index.html`, `/a.html` → `a.html`, `/a.php` → `a.php`, `/a` → `a.html`. Where nobody would know the ending for
 * that of a page (`/v1.2`), `.html` is added: Jekyll's `v1.2` would be downloaded.
 */
export function pageFile({ path, url }: Address): string {
  if (path === '') return 'index.html';
  if (url.endsWith('/')) return `${path}/index.html`;
  return namesFile(path) ? path : `${path}.html`;
}

/** Whether a page's place is that of a file with an ending of its own. */
export function namesFile(page: string): boolean {
  return EXTENSION.test(page);
}

/** Only what a web server would know as a page's ending: a term's slug may hold a dot (`node.js`). */
const EXTENSION = /\.(?:x?html?|xml|json|txt|php|aspx?)$/i;

type Place = Pick<SiteOptions, 'base' | 'ending'>;
