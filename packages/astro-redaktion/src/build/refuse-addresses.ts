import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, RouteData } from 'astro';
import { plainError, problemsError } from '../config/report.ts';
import { createLocate } from '../content/locate.ts';
import { redirectsOntoLive, textsOntoFiles } from '../model/live-redirects.ts';
import type { Page, Site } from '../types.ts';
import { pageFile } from '../model/address.ts';

interface Build {
  /** Routes that are none of ours, by path without slashes around it. */
  others: ReadonlyMap<string, RouteData>;
  config: Pick<AstroConfig, 'publicDir' | 'root' | 'srcDir'>;
}

/**
 * Stops a build, before it writes, whose redirects want addresses at which other routes or public files answer, or whose
 * texts want those of feeds and other files that the site makes itself. A page of the owner's own may take a post's
 * place: that is asked for.
 *
 * @throws one error that names every such redirect and text
 */
export function refuseTakenAddresses(site: Site, build: Build): void {
  const locate = createLocate(fileURLToPath(build.config.root));
  const problems = [
    ...redirectsOntoLive(site, { answers: (page) => answerAt(page, build), locate }),
    ...textsOntoFiles(site, { holds: (page) => holderOf(page, build), locate }),
  ];
  if (problems.length > 0) throw problemsError('The posts cannot be published', problems);
}

/**
 * Stops a build in which a page would get no file, as when Astro's route takes two for one: what is lost without a word is
 * found by readers. Pages of the owner's own may stand in the place of ours, and a server renders without files.
 *
 * @param placed our pages that get a file
 * @throws one error that names every other
 */
export function refuseLostPages(
  { pages }: Pick<Site, 'pages'>,
  { others, placed }: { others: Build['others']; placed: ReadonlySet<Page> },
): void {
  if (placed.size === 0) return;
  const lost = [...pages.values()].filter(
    (page) => page.kind !== 'notFound' && !placed.has(page) && !others.has(page.path),
  );
  if (lost.length === 0) return;
  throw plainError(
    `No file can be made of ${lost.map(({ url }) => url).join(', ')}: to Astro's route it is another page's address.`,
    'Give it another address (`permalink`, `slug`), and report it: astro-redaktion should have told them apart.',
  );
}

function answerAt(page: Page, { others, config }: Build): string | undefined {
  const file = pageFile(page);
  const route = routeAt(page, others);
  if (route) return `\`${route.component.replace(/^.*node_modules\//, '')}\``;
  if (existsSync(join(fileURLToPath(config.publicDir), file))) return `the public file \`${file}\``;
  return WRITTEN_LATER.test(file) || SITEMAP.test(file) ? `the site's own \`${file}\`` : undefined;
}

function holderOf(page: Page, { others, config }: Build): string | undefined {
  const file = pageFile(page);
  const route = routeAt(page, others);
  const isTaken = (route && !isOwners(route, config)) || SITEMAP.test(file);
  return isTaken ? `the site's own \`${file}\`` : undefined;
}

function isOwners({ component }: RouteData, { root, srcDir }: Build['config']): boolean {
  const own = relative(fileURLToPath(root), fileURLToPath(srcDir)).replaceAll('\\', '/');
  return component.startsWith(`${own}/`);
}

function routeAt(page: Page, others: Build['others']): RouteData | undefined {
  return others.get(page.path) ?? others.get(pageFile(page));
}

const SITEMAP = /^sitemap-(?:index|\d+)\.xml$/;
/** Files that are written when all pages are, and give way to a text of the owner's. */
const WRITTEN_LATER = /^(?:robots|llms(?:-full)?)\.txt$/;
