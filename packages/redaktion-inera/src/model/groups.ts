import type { Catalogue, Service, Vocabulary } from '../types.ts';

/** What services can be grouped and chosen by. */
export type Facet = 'category' | 'kind' | 'audience' | 'access' | 'status' | 'letter' | 'owner';

/** Services that share a word, in the catalogue's order. A service with several words is in several groups. */
export interface Group {
  /** The word's key; `''` for services of which it is not known. */
  key: string;
  services: readonly Service[];
}

/** Groups in the order of the catalogue's list (of the alphabet for letters and owners), empty ones left out, unknown last. */
export function groupServices(services: readonly Service[], facet: Facet, catalogue: Catalogue): Group[] {
  const groups = new Map<string, Service[]>(keysOf(facet, catalogue).map((key) => [key, []]));
  for (const service of services) {
    for (const key of valuesOf(service, facet)) {
      const group = groups.get(key);
      if (group) group.push(service);
      else groups.set(key, [service]);
    }
  }
  const unknown = groups.get('') ?? [];
  groups.delete('');
  return [...groups, ...(unknown.length > 0 ? [['', unknown] as const] : [])]
    .filter(([, members]) => members.length > 0)
    .map(([key, members]) => ({ key, services: members }));
}

/** Chooses services: within a facet any of the wanted words, across facets all of them. */
export function chooseServices(
  services: readonly Service[],
  wanted: Readonly<Partial<Record<Facet, readonly string[]>>>,
): Service[] {
  const facets = (Object.entries(wanted) as [Facet, readonly string[]][]).filter(([, words]) => words.length > 0);
  return services.filter((service) =>
    facets.every(([facet, words]) => valuesOf(service, facet).some((value) => words.includes(value))),
  );
}

function valuesOf(service: Service, facet: Facet): readonly string[] {
  const value = service[facet];
  if (typeof value === 'string') return [value];
  return value.length > 0 ? value : [''];
}

function keysOf(facet: Facet, { head, services }: Catalogue): string[] {
  const lists: Partial<Record<Facet, Vocabulary>> = {
    category: head.categories,
    kind: head.kinds,
    audience: head.audiences,
    access: head.access,
  };
  const list = lists[facet];
  if (list) return Object.keys(list);
  if (facet === 'status') return ['active', 'paused', 'winding-down', 'wound-up', 'handed-over', 'unknown'];
  const collator = new Intl.Collator(head.lang);
  return [...new Set(services.map((service) => service[facet === 'owner' ? 'owner' : 'letter']))].toSorted(
    collator.compare,
  );
}
