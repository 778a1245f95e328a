import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseFeed } from 'feedsmith';
import { address, type Origins } from './address.ts';
import type { SiteFacts } from './facts.ts';
import { readPage } from './page-facts.ts';

/** Reads a folder of built HTML. Files of the theme (styles, scripts, their maps) are nobody's address and left out. */
export function readBuiltSite(folder: string, origins: Origins): SiteFacts {
  const facts: SiteFacts = {
    pages: new Map(),
    files: new Set(),
    redirects: new Map(),
    feedIds: new Map(),
    addressesOnly: false,
  };
  for (const file of filesBelow(folder)) {
    const path = `/${file}`;
    if (THEME.test(path)) continue;
    if (/\.html?$/i.test(path)) addPage(facts, path, { text: readFileSync(join(folder, file), 'utf8'), origins });
    else if (file === '_redirects') addRedirects(facts, readFileSync(join(folder, file), 'utf8'), origins);
    else {
      facts.files.add(address(path));
      if (/\.(xml|json|atom|rss)$/i.test(path)) addFeed(facts, readFileSync(join(folder, file), 'utf8'), origins);
    }
  }
  return facts;
}

/** Reads the addresses of a sitemap's text; nothing else is known of such a site. */
export function readSitemap(text: string, origins: Origins): SiteFacts {
  const page = { title: '', headings: [], links: [], external: [], pictures: [], words: [] };
  const addresses = [...text.matchAll(/<loc>\s*([^<\s]+)\s*<\/loc>/g)].map(([, loc]) =>
    address(new URL(unescaped(loc ?? '')).pathname, origins.base),
  );
  return {
    pages: new Map(addresses.map((path) => [path, { ...page, anchors: new Set<string>() }])),
    files: new Set(),
    redirects: new Map(),
    feedIds: new Map(),
    addressesOnly: true,
  };
}

const THEME = /\.(css|js|mjs|map|scss|sass|woff2?|ttf|eot)$|^\/(_astro|pagefind)\//i;

/** Paths of all files, sorted, with `/`. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function addPage(facts: SiteFacts, path: string, { text, origins }: { text: string; origins: Origins }): void {
  const key = address(path);
  const read = readPage(text, key, origins);
  if ('redirect' in read) facts.redirects.set(key, read.redirect);
  else facts.pages.set(key, read.page);
}

/** The file of Netlify's and Cloudflare's: `/from /to 301`. */
function addRedirects(facts: SiteFacts, text: string, { base }: Origins): void {
  for (const line of text.split('\n')) {
    const [from, to] = line.trim().split(/\s+/);
    if (from?.startsWith('/') && to) facts.redirects.set(address(from, base), address(to, base));
  }
}

function addFeed(facts: SiteFacts, text: string, { base }: Origins): void {
  for (const { id, link } of entriesOf(text)) {
    facts.feedIds.set(id, /^https?:/.test(link) ? address(new URL(link).pathname, base) : address(link, base));
  }
}

/** Entries with an id, of any format; a file that is no feed has none. */
function entriesOf(text: string): { id: string; link: string }[] {
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(text);
  } catch {
    return [];
  }
  const { format, feed } = parsed;
  const found =
    format === 'rss'
      ? feed.items?.map(({ guid, link }) => ({ id: guid?.value ?? link, link }))
      : format === 'atom'
        ? feed.entries?.map(({ id, links }) => ({ id, link: links?.[0]?.href }))
        : format === 'json'
          ? feed.items?.map(({ id, url }) => ({ id, link: url }))
          : [];
  return (found ?? []).flatMap(({ id, link }) => (id ? [{ id, link: link ?? '' }] : []));
}

function unescaped(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&apos;', "'").replaceAll('&quot;', '"');
}
