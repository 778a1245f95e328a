import { escapeMarkup } from './plain.ts';
import type { SitemapFact } from './sitemap.ts';

/**
 * How many entries may stand in one file of the sitemap: 45,000, or fewer where entries are so long that a file might
 * pass 50 MB. The protocol allows 50,000 and 52,428,800 bytes (https://www.sitemaps.org/protocol.html).
 *
 * In whatever order entries are written: the longest of them, that many together, still fit.
 */
export function entryLimit(facts: Iterable<SitemapFact>, bytes = BYTES): number {
  const sizes = Array.from(facts, entrySize);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= bytes) return MOST;
  sizes.sort((a, b) => b - a);
  let [count, sum] = [0, 0];
  for (const size of sizes) {
    sum += size;
    if (sum > bytes) break;
    count += 1;
  }
  return Math.max(1, Math.min(MOST, count));
}

/** Bytes that an entry takes in the file, rather too many than too few. */
export function entrySize({ url, img = [], links = [] }: SitemapFact): number {
  const images = img.reduce((sum, picture) => sum + IMAGE + length(picture.url), 0);
  const others = links.reduce((sum, link) => sum + LINK + length(link.url), 0);
  return ENTRY + length(url) + images + others;
}

/** Addresses are percent-encoded: a byte a character. */
function length(url: string): number {
  return escapeMarkup(url).length;
}

/** Elements around an address, with the longest values that they may have. */
const ENTRY = 160;
const IMAGE = 60;
const LINK = 80;

/** The default of @astrojs/sitemap. */
const MOST = 45_000;
/** Room for the head of the file, and for pages of the owner's own. */
const BYTES = 48 * 1024 * 1024;
