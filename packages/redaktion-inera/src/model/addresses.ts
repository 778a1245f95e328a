/** What services are chosen by on pages of their own. */
export type AddressedFacet = 'category' | 'audience' | 'access';

/** Where the pages of one language stand: root-relative, without the site's base and without a slash at the end. */
export interface ServicePaths {
  directory: string;
  glossary: string;
  /** Parts of addresses, and keys of the query of the directory. */
  facets: Readonly<Record<AddressedFacet, string>>;
}

/** Root-relative addresses as linked: with the site's base, and ending as its pages do. */
export interface Addresses {
  directory: string;
  glossary: string;
  service: (id: string) => string;
  /** All services by the words of a facet. */
  facet: (facet: AddressedFacet) => string;
  /** The services that have a word. */
  choice: (facet: AddressedFacet, key: string) => string;
  guide: (id: string) => string;
}

export const FACETS: readonly AddressedFacet[] = ['category', 'audience', 'access'];

/** Parts of addresses that no service may have as its id. */
export function reservedIds(paths: Readonly<Record<string, ServicePaths>>): Set<string> {
  return new Set(['guide', ...Object.values(paths).flatMap(({ facets }) => Object.values(facets))]);
}

/** The addresses of all pages in one language: the same for pages, components and mentions in texts. */
export function addressesOf(
  { directory, glossary, facets }: ServicePaths,
  { base, ending }: { base: string; ending: string },
): Addresses {
  const root = base.replace(/\/$/, '');
  const at = (...parts: string[]): string => root + parts.join('/') + ending;
  return {
    directory: at(directory),
    glossary: at(glossary),
    service: (id) => at(directory, id),
    facet: (facet) => at(directory, facets[facet]),
    choice: (facet, key) => at(directory, facets[facet], key),
    guide: (id) => at(directory, 'guide', id),
  };
}

/** Of things by language, that of the language, else of its primary one (`sv` for `sv-FI`), else the main one's. */
export function byLanguage<T>(all: Readonly<Record<string, T>>, lang: string, main: string): T | undefined {
  return all[lang] ?? all[lang.split('-')[0] ?? lang] ?? all[main];
}
