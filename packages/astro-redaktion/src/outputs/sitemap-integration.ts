import type { SitemapItem, SitemapOptions } from '@astrojs/sitemap';
import type { SiteOptions } from '../config/site-options.ts';
import type { Post, Site } from '../types.ts';
import type { SitemapFacts } from './sitemap.ts';
import { entryLimit } from './sitemap-limit.ts';
import { sitemapEntry, sitemapFacts } from './sitemap.ts';

/** The options of @astrojs/sitemap, and the way to tell them of the site once it is made. */
export interface SitemapLink {
  /** Live: read by @astrojs/sitemap when the build is done. */
  options: NonNullable<SitemapOptions> & { customPages: string[] };
  /** To be called before @astrojs/sitemap writes; each call counts for all. Images: addresses of the pictures in a post's text, as linked. */
  take: (site: Site, options: SiteOptions, images?: (post: Post) => string[]) => void;
}

/**
 * Joins @astrojs/sitemap, which is set up before any post is read, with the site.
 * All our pages are listed as custom pages, for it sees only those that Astro wrote as pages.
 */
export function createSitemap(): SitemapLink {
  let facts: SitemapFacts = {};
  const written = new Set<string>();
  const customPages: string[] = [];
  const serialize = (item: SitemapItem): SitemapItem | undefined => {
    const entry = sitemapEntry(facts, item);
    if (!entry || written.has(entry.url)) return undefined;
    written.add(entry.url);
    return entry as SitemapItem;
  };
  const link: SitemapLink['options'] = { customPages, serialize, namespaces: { news: false, video: false } };
  const take: SitemapLink['take'] = (site, options, images) => {
    facts = sitemapFacts(site, options, images);
    written.clear();
    const urls = Object.values(facts).flatMap((fact) => (fact ? [fact.url] : []));
    customPages.length = 0;
    // Not spread into one call: there may be more of them than a call takes.
    for (const url of urls) customPages.push(url);
    link.entryLimit = entryLimit(Object.values(facts).filter((fact) => fact !== null));
  };
  return { options: link, take };
}
