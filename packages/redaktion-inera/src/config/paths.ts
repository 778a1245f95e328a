import type { PluginSite } from 'astro-redaktion/types';
import type { ServicePaths } from '../model/addresses.ts';
import type { ParsedOptions } from './options.ts';

/** Words of addresses, by language; other languages get the English ones. */
const WORDS = {
  sv: {
    directory: '/tjanster',
    glossary: '/ordlista',
    facets: { category: 'omrade', audience: 'malgrupp', access: 'atkomst' },
  },
  en: {
    directory: '/services',
    glossary: '/glossary',
    facets: { category: 'area', audience: 'audience', access: 'access' },
  },
} satisfies Record<string, ServicePaths>;

type PathOptions = Pick<ParsedOptions, 'path' | 'glossaryPath' | 'languages'>;

/** Where the pages of each language stand, the main language first. */
export function pathsByLanguage(options: PathOptions, site: PluginSite): Record<string, ServicePaths> {
  const known = site.locales
    .map(({ lang }) => lang)
    .filter((lang) => lang === site.lang || wordsOf(lang) !== undefined);
  const languages = [...new Set([site.lang, ...(options.languages ?? known)])];
  return Object.fromEntries(languages.map((lang) => [lang, pathsOf(lang, options, site)]));
}

function pathsOf(lang: string, options: PathOptions, site: PluginSite): ServicePaths {
  const words = wordsOf(lang) ?? WORDS.en;
  if (lang === site.lang)
    return {
      directory: plain(options.path ?? words.directory),
      glossary: plain(options.glossaryPath ?? words.glossary),
      facets: words.facets,
    };
  const prefix = site.locales.find((locale) => locale.lang === lang)?.prefix ?? lang.toLowerCase();
  return { directory: `/${prefix}${words.directory}`, glossary: `/${prefix}${words.glossary}`, facets: words.facets };
}

function wordsOf(lang: string): ServicePaths | undefined {
  return (WORDS as Record<string, ServicePaths>)[lang.split('-')[0] ?? lang];
}

function plain(path: string): string {
  return path.replace(/\/+$/, '');
}
