import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, RouteData } from 'astro';
import { problemsError } from '../config/report.ts';
import { createLocate } from '../content/locate.ts';
import { redirectsOntoLive, textsOntoFiles } from '../model/live-redirects.ts';
import type { Page, Site } from '../types.ts';
import { pageFile } from './page-file.ts';

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

function answerAt(page: Page, { others, config }: Build): string | undefined {
  const file = pageFile(page);
  const route = others.get(page.path) ?? others.get(file);
  if (route) return `\`${route.component.replace(/^.*node_modules\//, '')}\``;
  if (existsSync(join(fileURLToPath(config.publicDir), file))) return `the public file \`${file}\``;
  return MADE_LATER.test(file) ? `the site's own \`${file}\`` : undefined;
}

function holderOf(page: Page, { others, config }: Build): string | undefined {
  const file = pageFile(page);
  const route = others.get(page.path) ?? others.get(file);
  const own = `${relative(fileURLToPath(config.root), fileURLToPath(config.srcDir)).replaceAll('\\', '/')}/`;
  if (route && !route.component.startsWith(own)) return `the site's own \`${file}\``;
  return SITEMAP.test(file) ? `the site's own \`${file}\`` : undefined;
}

const SITEMAP = /^sitemap-(?:index|\d+)\.xml$/;
/** Files that are written when all pages are. */
const MADE_LATER = /^(?:robots\.txt|llms(?:-full)?\.txt|sitemap-(?:index|\d+)\.xml)$/;
