import type { AstroPrerenderer, RouteData } from 'astro';
import type { Page, Site } from '../types.ts';
import { pageOf } from '../model/page-of.ts';
import { pageFile } from './page-file.ts';

const OURS = '/views/routes/page.astro';

/**
 * Writes each of our pages to the very file that its address asks for.
 *
 * Astro derives the file from `build.format`, one rule for all pages; a Jekyll site mixes `/a.html` and `/b/`.
 * Only endpoints are written under their exact name, so our paths travel as an endpoint's while Astro
 * writes, and as the page that they are while it renders. Pages of the owner's own win, quietly.
 */
export function exactFiles(astro: AstroPrerenderer, { site, base }: { site: Site; base: string }): AstroPrerenderer {
  const twins = new Map<RouteData, RouteData>();
  const pages = new Map<string, Page>();
  return {
    ...astro,
    name: 'astro-redaktion',
    async getStaticPaths() {
      const paths = await astro.getStaticPaths();
      const taken = new Set(paths.filter(({ route }) => !isOurs(route)).map(({ pathname }) => trim(pathname)));
      return paths.flatMap((path) => {
        if (!isOurs(path.route)) return [path];
        const page = pageOf(site, path.pathname);
        if (!page || taken.has(page.path)) return [];
        const file = `/${pageFile(page)}`;
        pages.set(file, page);
        return [{ ...path, pathname: file, route: twin(path.route, twins) }];
      });
    },
    async render(request, options) {
      const original = [...twins].find(([, copy]) => copy === options.routeData)?.[0];
      if (!original) return astro.render(request, options);
      const url = new URL(request.url);
      const page = pages.get(fileOf(url, base));
      if (page) url.pathname = page.url;
      return astro.render(new Request(url), { ...options, routeData: original });
    },
  };
}

/** The file that a request of Astro's asks for, as `getStaticPaths` gave it. */
function fileOf(url: URL, base: string): string {
  return `/${decodeURI(url.pathname).slice(base.length)}`;
}

function isOurs(route: RouteData): boolean {
  return route.component.replaceAll('\\', '/').endsWith(OURS);
}

function twin(route: RouteData, twins: Map<RouteData, RouteData>): RouteData {
  const known = twins.get(route);
  if (known) return known;
  const copy: RouteData = { ...route, type: 'endpoint' };
  twins.set(route, copy);
  return copy;
}

function trim(pathname: string): string {
  return pathname.replace(/^\/+|\/+$/g, '');
}
