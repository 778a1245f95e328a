import type { Page, Site } from '../types.ts';

/** The route's parameter for a page: Astro drops `.html` from what it matches, so its parameter has none. */
export function routeParam(page: Pick<Page, 'path'>): string | undefined {
  return page.path.replace(/\.html$/, '') || undefined;
}

/** The page that a route's parameter stands for, with or without its ending. */
export function pageOf({ pages }: Pick<Site, 'pages'>, param: string | undefined): Page | undefined {
  const path = (param ?? '').replace(/^\/+|\/+$/g, '');
  return pages.get(path) ?? pages.get(`${path}.html`);
}
