import type { PluginRoute } from 'astro-redaktion/plugin';
import { type AddressedFacet, FACETS, type ServicePaths } from '../model/addresses.ts';
import { PLUGIN } from '../plugin-name.ts';

/** What a page is told that its address does not tell: its language, and by what it groups or chooses. */
export interface PageFacts {
  lang: string;
  facet?: AddressedFacet;
}

/** The plugin's pages: Astro's route pattern, what prints it, and what that is told. */
export function routesOf(paths: Readonly<Record<string, ServicePaths>>): (PluginRoute & PageFacts)[] {
  const pages = Object.entries(paths).flatMap(([lang, { directory, glossary, facets }]) => [
    page(directory, 'services.astro', { lang }),
    page(`${directory}/[id]`, 'service.astro', { lang }),
    page(`${directory}/guide/[id]`, 'guide.astro', { lang }),
    ...FACETS.flatMap((facet) => [
      page(`${directory}/${facets[facet]}`, 'groups.astro', { lang, facet }),
      page(`${directory}/${facets[facet]}/[key]`, 'chosen.astro', { lang, facet }),
    ]),
    page(glossary, 'glossary.astro', { lang }),
  ]);
  const [lang, main] = Object.entries(paths)[0] ?? [];
  if (lang === undefined || !main) return pages;
  return [
    ...pages,
    page(`${main.directory}/catalogue.json`, 'catalogue-json.js', { lang }),
    page(`${main.directory}/catalogue.schema.json`, 'catalogue-schema.js', { lang }),
    page(`${main.directory}/addresses.json`, 'addresses-json.js', { lang }),
  ];
}

function page(pattern: string, file: string, facts: PageFacts): PluginRoute & PageFacts {
  return { pattern, entrypoint: `${PLUGIN}/routes/${file}`, ...facts };
}
