import type { Page, Site } from '../types.ts';

/** The route's parameter for a page: Astro drops `.html` from the end of what it matches, so its parameter has none. */
export function routeParam({ path, url }: Pick<Page, 'path' | 'url'>): string | undefined {
  // An old address may be `/a.html/`, which does not end so.
  return (url.endsWith('/') ? path : path.replace(/\.html$/, '')) || undefined;
}

/** The page that a route's parameter stands for, with or without its ending, as we write it or as Astro hands it back. */
export function pageOf({ pages }: Pick<Site, 'pages'>, param: string | undefined): Page | undefined {
  const path = (param ?? '').replace(/^\/+|\/+$/g, '');
  return pages.get(path) ?? pages.get(`${path}.html`) ?? respelt(pages).get(path);
}

/** Pages whose parameter Astro spells in another way than we do, by that spelling. */
function respelt(pages: Site['pages']): ReadonlyMap<string, Page> {
  const known = RESPELT.get(pages);
  if (known) return known;
  const made = new Map<string, Page>();
  for (const page of pages.values()) {
    const param = routeParam(page) ?? '';
    const spelling = astroSpelling(param);
    if (spelling !== param) made.set(spelling, page);
  }
  RESPELT.set(pages, made);
  return made;
}

/** Astro (7.3, `core/routing/generator.js`) composes letters (NFC), and encodes what would end a path. */
function astroSpelling(param: string): string {
  return param.normalize('NFC').replaceAll('#', '%23').replaceAll('?', '%3F');
}

const RESPELT = new WeakMap<Site['pages'], ReadonlyMap<string, Page>>();
