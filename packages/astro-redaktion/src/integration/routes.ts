import type { InjectedRoute } from 'astro';
import { hasFonts } from '../config/fonts.ts';
import { pluginRoutes, pluginSite } from '../config/plugin-site.ts';
import type { Project } from './project.ts';

/** All routes of a site: ours, and those of plugins. Only pages may be left to a server. */
export function routesOf({ parsed, contributions, config, resolve }: Project): InjectedRoute[] {
  const options = resolve();
  const { contactForm } = options;
  const built: [pattern: string, file: string][] = [
    ...ROUTES,
    ...(hasFonts(parsed.theme.fonts) ? [[`/${config.build.assets}/fonts.[hash].css`, 'font-style.js'] as const] : []),
    ...(contactForm ? [[contactForm.thanks.replace(/(.)\/$/, '$1'), 'thanks.astro'] as const] : []),
  ].map(([pattern, file]) => [pattern, file]);
  return [
    ...built.map(([pattern, file]) => ({ pattern, entrypoint: view(file), prerender: true })),
    {
      pattern: '/[...path]',
      entrypoint: view(parsed.onDemand ? 'page-on-demand.astro' : 'page.astro'),
      prerender: !parsed.onDemand,
    },
    ...pluginRoutes(contributions.plugins, pluginSite(options)).map(({ pattern, entrypoint }) => ({
      ...{ pattern, entrypoint, prerender: true },
    })),
  ];
}

/** Our routes besides that of the pages, built in any case: pattern → file in `views/routes`. */
const ROUTES = [
  ['/404', '404.astro'],
  ['/[...feed].xml', 'feed-xml.js'],
  ['/[...feed].json', 'feed-json.js'],
  ['/feed.xsl', 'feed-style.js'],
  ['/feed.css', 'feed-style.js'],
] as const;

function view(file: string): URL {
  return new URL(`../views/routes/${file}`, import.meta.url);
}
