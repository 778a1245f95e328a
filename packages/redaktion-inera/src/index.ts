import { readFileSync } from 'node:fs';
import { definePlugin, type PluginContext, type RedaktionPlugin } from 'astro-redaktion/plugin';
import type { PluginSite } from 'astro-redaktion/types';
import { serviceBlocks } from './blocks/blocks.ts';
import { changeCatalogue, defineCatalogue } from './config/define-catalogue.ts';
import { type ParsedOptions, parseOptions, type ServicesOptions } from './config/options.ts';
import { pathsByLanguage } from './config/paths.ts';
import { routesOf } from './config/routes.ts';
import { catalogueProblems } from './content/catalogue-problems.ts';
import { type LoadedCatalogue, loadCatalogue } from './content/load-catalogue.ts';
import { en } from './i18n/en.ts';
import { sv } from './i18n/sv.ts';
import { mentionTransform } from './markdown/transform.ts';
import { PLUGIN } from './plugin-name.ts';
import type { Problem } from './types.ts';
import { viewData } from './views/view-data.ts';

export { defineCatalogue } from './config/define-catalogue.ts';
export type { CatalogueDefinition, CatalogueSource, ServiceChange } from './config/define-catalogue.ts';
export type { ServicesOptions } from './config/options.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/**
 * Sweden's national eHealth services as components and pages. Independent of Inera.
 *
 * @throws when an option is unknown or has a wrong value.
 */
export default function inera(options: ServicesOptions = {}): RedaktionPlugin {
  return services({ catalogue: defineCatalogue({ folders: [new URL('../data/', import.meta.url)] }), ...options });
}

/**
 * Components, pages, blocks and mentions for a catalogue of services.
 *
 * @throws when an option is unknown or has a wrong value.
 */
export function services(given: ServicesOptions): RedaktionPlugin {
  const options = parseOptions(given);
  const source = changeCatalogue(options.catalogue ?? defineCatalogue({}), options);
  // Problems name files from wherever the build runs.
  const { loaded, problems } = loadCatalogue(source, { root: process.cwd() });
  const base = { name: PLUGIN, version, strings: { sv, en } };
  if (!loaded) return definePlugin({ ...base, check: () => problems });
  return definePlugin({ ...base, ...pluginParts(loaded, { options, problems }) });
}

/** All that the plugin adds to a site, for a catalogue that could be read. */
function pluginParts(
  loaded: LoadedCatalogue,
  { options, problems }: { options: ParsedOptions; problems: readonly Problem[] },
): Partial<RedaktionPlugin> {
  const { catalogue, guides } = loaded;
  const paths = (site: PluginSite) => pathsByLanguage(options, site);
  return {
    routes: (site) => routesOf(paths(site)).map(({ pattern, entrypoint }) => ({ pattern, entrypoint })),
    styles: [`${PLUGIN}/styles/services.css`],
    options: (context: PluginContext) => viewData(loaded, { options, context }),
    blocks: serviceBlocks({ catalogue, guides, paths }),
    ...(options.header ? { slots: { PostMeta: { after: `${PLUGIN}/components/PostServices.astro` } } } : {}),
    markdown: mentionTransform(catalogue, {
      as: options.mentions,
      cards: options.cards,
      paths,
      more: { sv: sv['term.more'], en: en['term.more'] },
      stamp: [loaded.head, loaded.entries, guides, options.path, options.glossaryPath, options.languages],
    }),
    check: (context) => [...problems, ...catalogueProblems(loaded, { ...context, options, paths: paths(context) })],
  };
}
