import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegrationLogger, AstroPrerenderer, RouteData } from 'astro';
import type { Page, Site } from '../types.ts';
import { pageOf } from '../model/page-of.ts';
import { wantPrinters } from '../content/hand-over.ts';
import { codeHash } from './code-hash.ts';
import { forgetPages, openKeptPages } from './kept-pages.ts';
import type { PageJob } from './page-job.ts';
import { pageFile } from '../model/address.ts';
import { refuseLostPages, refuseTakenAddresses } from './refuse-addresses.ts';
import { createKeeper } from './page-keys.ts';
import { storeFolder } from './staging.ts';
import { type Written, writePages } from './write-pages.ts';

const OURS = '/views/routes/page.astro';

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** What the prerenderer must know of the build. */
export interface Prerendering {
  site: Site;
  /** Begins and ends with a slash. */
  base: string;
  /** Scheme and host that pages see. */
  origin: string;
  config: AstroConfig;
  /** Present where we write pages ourselves; absent where an adapter does. */
  own?: OwnWriting;
}

export interface OwnWriting {
  /** Nothing of the last build may be used. */
  fresh: boolean;
  /** Components that are not ours stand on the pages. */
  foreign: boolean;
  /** Whether no middleware but ours sees pages on their way; known once the bundle is there. */
  direct: () => boolean;
  /** Whether a page has read more of the site than its key tells of, since this was last asked. */
  takeTouched: () => boolean;
  logger: AstroIntegrationLogger;
}

/**
 * Writes each of our pages to the very file that its address asks for.
 *
 * Astro derives the file from `build.format`, one rule for all pages; a Jekyll site mixes `/a.html` and `/b/`.
 * Without an adapter we write the files ourselves, and only those pages anew of which something has changed.
 * Else, since only endpoints are written under their exact name, our paths travel as an endpoint's while Astro
 * writes, and as the page that they are while it renders. Pages of the owner's own win, quietly.
 */
export function exactFiles(
  astro: AstroPrerenderer,
  { site, base, origin, config, own }: Prerendering,
): AstroPrerenderer {
  const twins = new Map<RouteData, RouteData>();
  const jobs = new Map<string, PageJob>();
  return {
    ...astro,
    name: 'astro-redaktion',
    async getStaticPaths() {
      const all = await astro.getStaticPaths();
      const others = new Map(
        all.filter(({ route }) => !isOurs(route)).map((path) => [trim(path.pathname), path.route]),
      );
      refuseTakenAddresses(site, { others, config });
      const paths = placed(all, { site, others });
      refuseLostPages(site, { others, placed: new Set(paths.flatMap(({ page }) => page ?? [])) });
      for (const { pathname, route, page, cacheKey } of paths) {
        if (!page && (route.type !== 'endpoint' || cacheKey === undefined)) continue;
        const url = new URL(page ? page.url : `${base}${trim(pathname)}`, origin);
        jobs.set(pathname, { url, file: trim(pathname), route, page, key: cacheKey });
      }
      const left = own
        ? (await write([...unique(paths, jobs)], { site, own, config, astro })).left
        : new Set(jobs.values());
      return paths.flatMap(({ page, ...path }) => {
        const job = jobs.get(path.pathname);
        if (job && !left.has(job)) return [];
        return [page ? { ...path, route: twin(path.route, twins) } : path];
      });
    },
    async render(request, options) {
      const original = [...twins].find(([, copy]) => copy === options.routeData)?.[0];
      if (!original) return astro.render(request, options);
      const job = jobs.get(fileOf(new URL(request.url), base));
      return astro.render(job ? new Request(job.url) : request, { ...options, routeData: original });
    },
  };
}

/** All paths; those of our pages with the page, and with the file's name in place of the path. */
function placed(
  paths: Path[],
  { site, others }: { site: Site; others: ReadonlyMap<string, RouteData> },
): (Path & { page?: Page })[] {
  return paths.flatMap((path): (Path & { page?: Page })[] => {
    if (!isOurs(path.route)) return [path];
    const page = pageOf(site, path.pathname);
    return !page || others.has(page.path) ? [] : [{ ...path, pathname: `/${pageFile(page)}`, page }];
  });
}

/** Two that want the same file are Astro's to judge. */
function unique(paths: readonly Path[], jobs: ReadonlyMap<string, PageJob>): PageJob[] {
  const counts = Map.groupBy(paths, ({ pathname }) => pathname);
  return [...jobs].flatMap(([pathname, job]) => (counts.get(pathname)?.length === 1 ? [job] : []));
}

async function write(
  jobs: readonly PageJob[],
  { site, own, config, astro }: { site: Site; own: OwnWriting; config: AstroConfig; astro: AstroPrerenderer },
): Promise<Written> {
  const { outDir, root, build } = config;
  const [out, store] = [fileURLToPath(outDir), fileURLToPath(storeFolder(config))];
  if (own.fresh) forgetPages(store);
  const kept = openKeptPages(store, codeHash(join(out, '.prerender'), fileURLToPath(root)));
  const keeper = createKeeper(site, { ...own, assets: build.assets });
  wantPrinters(own.direct());
  const written = await writePages(jobs, { out, kept, render: astro.render.bind(astro), keeper });
  wantPrinters(false);
  kept.close();
  const all = written.rendered + written.unchanged;
  own.logger.info(`Wrote ${all} files, ${written.unchanged} of them unchanged, ${written.direct} the short way`);
  return written;
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
