import { spellings } from './address.ts';
import type { PageFacts, SiteFacts } from './facts.ts';

/** Where an address leads: to a page, to another file, or nowhere. */
export type Resolve = (path: string) => { path: string; page?: PageFacts } | undefined;

/** Follows redirects, ten at most, so that circles lead nowhere. */
export function resolver({ pages, files, redirects }: SiteFacts): Resolve {
  return (start) => {
    let path = start;
    for (let step = 0; step < 10; step += 1) {
      const found = spellings(path).find((way) => pages.has(way) || files.has(way) || redirects.has(way));
      if (found === undefined) return undefined;
      const next = redirects.get(found);
      if (next === undefined) {
        const page = pages.get(found);
        return { path: found, ...(page ? { page } : {}) };
      }
      if (/^https?:/.test(next)) return { path: next };
      path = next;
    }
    return undefined;
  };
}
