import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, RouteData } from 'astro';
import { problemsError } from '../config/report.ts';
import { createLocate } from '../content/locate.ts';
import { redirectsOntoLive } from '../model/live-redirects.ts';
import type { Page, Site } from '../types.ts';
import { pageFile } from './page-file.ts';

/**
 * Stops a build, before it writes, whose redirects want addresses at which other routes or public files answer.
 *
 * @param others routes that are none of ours, by path without slashes around it
 * @throws one error that names every such redirect
 */
export function refuseLiveRedirects(
  site: Site,
  { others, config }: { others: ReadonlyMap<string, RouteData>; config: Pick<AstroConfig, 'publicDir' | 'root'> },
): void {
  const answers = (page: Page): string | undefined => {
    const file = pageFile(page);
    const route = others.get(page.path) ?? others.get(file);
    if (route) return `\`${route.component.replace(/^.*node_modules\//, '')}\``;
    if (existsSync(new URL(encodeURI(`./${file}`), config.publicDir))) return `the public file \`${file}\``;
    return MADE_LATER.test(file) ? `the site's own \`${file}\`` : undefined;
  };
  const problems = redirectsOntoLive(site, { answers, locate: createLocate(fileURLToPath(config.root)) });
  if (problems.length > 0) throw problemsError('The posts cannot be published', problems);
}

/** Files that are written when all pages are. */
const MADE_LATER = /^(?:robots\.txt|llms(?:-full)?\.txt|sitemap-(?:index|\d+)\.xml)$/;
