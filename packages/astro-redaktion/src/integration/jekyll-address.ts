import type { AstroConfig } from 'astro';
import type { JekyllSite } from '../content/jekyll-site.ts';

/**
 * Where the site will be served, as `_config.yml` has it (`url`, `baseurl`), for what astro.config leaves open: feeds, the
 * sitemap and canonical addresses hang on it. An address of the writer's own machine is none.
 */
export function jekyllAddress(
  {
    whole,
    config: { url, baseurl },
  }: Pick<JekyllSite, 'whole'> & { config: Pick<JekyllSite['config'], 'url' | 'baseurl'> },
  { site, base }: Pick<AstroConfig, 'site' | 'base'>,
): { site?: string; base?: string } {
  if (!whole) return {};
  const host = url === undefined ? undefined : URL.parse(url);
  const served = host && /^https?:$/.test(host.protocol) && !LOCAL.test(host.hostname);
  return {
    ...(site === undefined && served && url !== undefined ? { site: url } : {}),
    ...(site === undefined && base === '/' && served && /^\/[^/]/.test(baseurl) ? { base: baseurl } : {}),
  };
}

const LOCAL = /^(?:localhost|127\.|0\.0\.0\.0|\[::1?\])/;
