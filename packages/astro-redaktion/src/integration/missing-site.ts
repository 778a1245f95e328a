import { existsSync, readFileSync } from 'node:fs';
import type { AstroConfig } from 'astro';
import type { JekyllSite } from '../content/jekyll-site.ts';

/**
 * What a build without `site` lacks, and where the address may stand: in `CNAME`, by which GitHub Pages and the plugins
 * that it runs know a Jekyll site that names no `url`.
 *
 * @returns `undefined` where the address is known
 */
export function missingSite(
  { site }: Pick<AstroConfig, 'site'>,
  { whole, home, homeFolder }: Pick<JekyllSite, 'whole' | 'home' | 'homeFolder'>,
): string | undefined {
  if (site !== undefined) return undefined;
  const file = new URL('CNAME', home);
  const host = whole && existsSync(file) ? readFileSync(file, 'utf8').trim().split(/\s+/)[0] : undefined;
  const [example, found] = host
    ? [`https://${host}`, ` (${homeFolder}CNAME names ${host})`]
    : ['https://example.com', ''];
  const config = whole ? `, or \`url\` in ${homeFolder}_config.yml` : '';
  return (
    'The address of the site is not known: feeds lead nowhere outside of it, and there is no sitemap, no canonical ' +
    `address and no structured data.\n  Set \`site: '${example}'\` in astro.config${config}${found}.`
  );
}
