import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import type { AstroConfig } from 'astro';
import { publishDist, stageDist } from '../build/staging.ts';
import { fontFamilies } from '../config/fonts.ts';
import { prerenderEntry } from '../config/prerender-entry.ts';
import { targetCurrent } from '../config/target-current.ts';
import { SLOT_DOOR, virtualModules } from '../config/virtual.ts';
import { blockFolders } from '../content/blocks/block-files.ts';
import { isDefaultHighlighting } from '../markdown/highlighting.ts';
import type { SitemapLink } from '../outputs/sitemap-integration.ts';
import type { Project } from './project.ts';

type VitePlugin = NonNullable<NonNullable<AstroConfig['vite']['plugins']>[number]>;

/**
 * What we change of Astro's configuration. MDX and the sitemap are added only where the owner has not, and a build grows
 * in a folder of its own, unless an adapter sees to its files.
 */
export function astroConfigOf(
  project: Project,
  { middleware, sitemapOptions }: { middleware: VitePlugin; sitemapOptions: SitemapLink['options'] },
) {
  const { config, contributions, parsed, isBuild } = project;
  const has = (name: string): boolean => config.integrations.some((integration) => integration.name === name);
  const stages = isBuild && !config.adapter;
  return {
    ...project.address,
    fonts: fontFamilies(parsed.theme.fonts, config.root),
    ...(isDefaultHighlighting(config.markdown) ? { markdown: { syntaxHighlight: 'prism' as const } } : {}),
    vite: {
      plugins: [
        middleware,
        targetCurrent(),
        ...(isBuild && config.adapter ? [prerenderEntry()] : []),
        virtualModules(() => moduleInput(project)),
      ],
      resolve: {
        alias: [SLOT_DOOR],
        noExternal: ['astro-redaktion', ...contributions.plugins.map((plugin) => plugin.name)],
      },
    },
    integrations: [
      ...(has('@astrojs/mdx') ? [] : [mdx()]),
      ...(has('@astrojs/sitemap') || !config.site ? [] : [sitemap(sitemapOptions)]),
      ...(stages ? [publishDist(config.outDir)] : []),
    ],
    ...(stages ? { outDir: stageDist(config.cacheDir) } : {}),
    // A server of Astro's holds all addresses to one rule, and would never ask for `/a.html` where all shall end with a
    // slash. Our pages have one address each, `/a.html` beside `/b/`, and see to that themselves.
    ...(isBuild && !parsed.onDemand ? {} : { trailingSlash: 'ignore' as const }),
  };
}

function moduleInput({ parsed, contributions, config, jekyll, resolve, loader, store }: Project) {
  return {
    ...{ parsed, contributions, store },
    options: resolve(),
    root: config.root,
    folders: blockFolders(jekyll, config),
    content: loader.needsAstro(),
    pictures: loader.pictures(),
    assets: config.build.assets,
  };
}
