import { addressOfFile, comparable, detectBase } from './address.ts';
import { feedItems } from './feed-items.ts';
import { pageFacts } from './page-facts.ts';
import type { Website } from './types.ts';

/** A built file; the text is asked for only where it is read. */
export interface BuiltFile {
  /** Below the site's folder, with `/`. */
  path: string;
  text: () => string;
}

/** Makes a site of its built files, in any order. */
export function websiteOf(name: string, files: readonly BuiltFile[]): Website {
  const pages: Website['pages'] = new Map();
  const feeds: Website['feeds'] = new Map();
  const addresses = new Set<string>();
  for (const { path, text } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const address = addressOfFile(path);
    addresses.add(address);
    if (/\.html?$/i.test(path)) pages.set(address, pageFacts(text()));
    else if (/\.(?:xml|json|atom|rss)$/i.test(path)) {
      const items = feedItems(text());
      if (items) feeds.set(address, items);
    }
  }
  const links = [...pages.values()].flatMap((page) => page.allLinks);
  const own = [...pages.values()].flatMap(({ canonical, redirect }) =>
    redirect === undefined ? (canonical ?? []) : [],
  );
  // Not every theme names the canonical address, but feeds link to the site.
  const hosts = mostOf(own.length > 0 ? own : [...feeds.values()].flat().flatMap(({ link }) => link ?? []));
  return { name, pages, addresses, feeds, hosts, base: detectBase(links, addresses) };
}

/**
 * A site of which only its sitemap is known: addresses and nothing else.
 *
 * @param locations as the sitemap has them
 * @param base of the site that takes its place; taken off where every address has it
 */
export function websiteOfSitemap(name: string, locations: readonly string[], base: string): Website {
  const urls = locations.flatMap((location) => URL.parse(location) ?? []);
  const paths = urls.map((url) => comparable(url.pathname));
  const common = base !== '' && paths.every((path) => path === base || path.startsWith(`${base}/`)) ? base : '';
  return {
    name,
    pages: new Map(),
    addresses: new Set(paths.map((path) => path.slice(common.length) || '/')),
    feeds: new Map(),
    hosts: new Set(urls.map(({ host }) => host)),
    base: common,
  };
}

/** The host that most of the addresses are at. */
function mostOf(urls: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const url of urls) {
    const host = URL.parse(url)?.host;
    if (host) counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return new Set(best ? [best[0]] : []);
}
