import type { Page, Site } from '../types.ts';

/**
 * The route's parameter for a page: Astro drops `.html` or `/index.html` from the end of what it matches, so its
 * parameter has none. Only beside a page without it (`/a.html`, which leads to `/a/`) it keeps its ending: two with one
 * parameter are none.
 *
 * @param pages those that it stands among; without them it is taken to stand alone
 */
export function routeParam(page: Pick<Page, 'path' | 'url'>, pages?: Site['pages']): string | undefined {
  return paramAmong(page, pages && paramsOf(pages).plain) || undefined;
}

function paramAmong(page: Pick<Page, 'path' | 'url'>, plain: ReadonlySet<string> | undefined): string {
  const bare = withoutEnding(page);
  return isFile(page.url) && plain?.has(astroSpelling(bare)) ? page.path : bare;
}

/** An old address may be `/a.html/`, which does not end so. */
function withoutEnding({ path, url }: Pick<Page, 'path' | 'url'>): string {
  return url.endsWith('/') ? path : path.replace(/(?:(?:^|\/)index)?\.html$/, '');
}

/**
 * The page that a route's parameter stands for, with or without its ending, as we write it or as Astro hands it back.
 *
 * @param url where it is asked for: it tells `/a.html` from `/a/`, of which Astro makes one parameter
 */
export function pageOf(
  { pages }: Pick<Site, 'pages'>,
  param: string | undefined,
  url?: Pick<URL, 'pathname'>,
): Page | undefined {
  const path = (param ?? '').replace(/^\/+|\/+$/g, '');
  const file = url && isFile(url.pathname) ? pages.get(`${path}.html`) : undefined;
  return (
    file ??
    pages.get(path) ??
    paramsOf(pages).respelt.get(path) ??
    pages.get(`${path}/index.html`.replace(/^\//, '')) ??
    pages.get(`${path}.html`)
  );
}

/** Whether the page stands in its folder under a name of its own: not at `/a/`, or `/a/index.html`. */
function isFile(path: string): boolean {
  return path.endsWith('.html') && !path.endsWith('/index.html');
}

interface Params {
  /** Of pages without a file's name, as Astro spells them. */
  plain: ReadonlySet<string>;
  /** Pages whose parameter Astro spells in another way than we do, by that spelling. */
  respelt: ReadonlyMap<string, Page>;
}

function paramsOf(pages: Site['pages']): Params {
  const known = PARAMS.get(pages);
  if (known) return known;
  const plain = new Set<string>();
  for (const page of pages.values()) if (!isFile(page.url)) plain.add(astroSpelling(withoutEnding(page)));
  const respelt = new Map<string, Page>();
  for (const page of pages.values()) {
    const param = paramAmong(page, plain);
    const spelling = astroSpelling(param);
    if (spelling !== param) respelt.set(spelling, page);
  }
  const made = { plain, respelt };
  PARAMS.set(pages, made);
  return made;
}

/** Astro (7.3, `core/routing/generator.js`) composes letters (NFC), and encodes what would end a path. */
function astroSpelling(param: string): string {
  return param.normalize('NFC').replaceAll('#', '%23').replaceAll('?', '%3F');
}

const PARAMS = new WeakMap<Site['pages'], Params>();
