import type { Catalogue, CatalogueHead, LocatedEntry, Problem, Relation, Service, ServiceEntry } from '../types.ts';
import { checkEntries } from './checks.ts';
import { letterOf, nameKey, namesOf } from './names.ts';
import { edgesOf, relate } from './relations.ts';

export interface CatalogueOptions {
  head: CatalogueHead;
  /** Ids that the owner hides. Relations to them are left out quietly; other unknown ids are errors. */
  hidden?: Iterable<string>;
}

/**
 * Makes a whole catalogue of its entries: sorted, found by id and by any name, relations in both directions. What is
 * wrong comes as `problems`; the catalogue is then as good as it can be made, without what could not be used.
 */
export function createCatalogue(
  entries: readonly LocatedEntry[],
  options: CatalogueOptions,
): { catalogue: Catalogue; problems: Problem[] } {
  const { head } = options;
  const hidden = new Set(options.hidden ?? []);
  const shown = firstOfEachId(entries).filter(({ data }) => !hidden.has(data.id));
  const collator = new Intl.Collator(head.lang, { numeric: true });
  const sorted = shown.toSorted((a, b) => collator.compare(a.data.name, b.data.name) || compareIds(a, b));
  const relations = relate(sorted);
  const services = sorted.map(({ data }) => serviceOf(data, relations.get(data.id) ?? [], head.lang));
  return {
    catalogue: {
      head,
      services,
      byId: new Map(services.map((service) => [service.id, service])),
      byName: indexNames(services),
      edges: edgesOf(relations),
    },
    problems: checkEntries(entries, { head, hidden }),
  };
}

/** An entry that comes from no file, for catalogues made in code: problems name the entry by its id. */
export function locate(data: ServiceEntry): LocatedEntry {
  return { data, at: () => ({ file: data.id }) };
}

/** The service that a word names, by any of its names or its id; case, spaces and kind of hyphen do not count. */
export function findService(catalogue: Catalogue, word: string): Service | undefined {
  return catalogue.byName.get(nameKey(word)) ?? catalogue.byId.get(word);
}

function firstOfEachId(entries: readonly LocatedEntry[]): LocatedEntry[] {
  const first = new Map<string, LocatedEntry>();
  for (const entry of entries) if (!first.has(entry.data.id)) first.set(entry.data.id, entry);
  return [...first.values()];
}

function serviceOf(entry: ServiceEntry, relations: readonly Relation[], lang: string): Service {
  return { ...entry, relations, letter: letterOf(entry.name, lang) };
}

/** A service's own name goes before another's alias. */
function indexNames(services: readonly Service[]): Map<string, Service> {
  const index = new Map<string, Service>(services.map((service) => [nameKey(service.name), service]));
  for (const service of services) {
    for (const name of namesOf(service)) if (!index.has(nameKey(name))) index.set(nameKey(name), service);
  }
  return index;
}

function compareIds(a: LocatedEntry, b: LocatedEntry): number {
  return a.data.id < b.data.id ? -1 : 1;
}
