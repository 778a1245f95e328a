import type { CatalogueSource } from '../config/define-catalogue.ts';
import { createCatalogue } from '../model/catalogue.ts';
import type { Catalogue, CatalogueHead, Guide, Problem, ServiceEntry, TermEntry } from '../types.ts';
import { readCatalogue } from './read-catalogue.ts';
import { readExtras } from './read-extras.ts';

/** A catalogue, read and checked. */
export interface LoadedCatalogue {
  catalogue: Catalogue;
  head: CatalogueHead;
  entries: ServiceEntry[];
  hidden: string[];
  terms: TermEntry[];
  guides: Guide[];
  /** Where a service's field stands. */
  placeOf: (id: string, field: string) => { file: string; line?: number };
}

/**
 * Reads a catalogue. Undefined where it has no head that can be used; `problems` then says why.
 *
 * @param root absolute path; problems name files relative to it
 */
export function loadCatalogue(
  source: CatalogueSource,
  { root }: { root: string },
): { loaded: LoadedCatalogue | undefined; problems: Problem[] } {
  const { head, entries, hidden, problems } = readCatalogue(source.folders, {
    root,
    head: source.head,
    services: source.services,
  });
  const made = head && createCatalogue(entries, { head, hidden });
  const ids = entries.map(({ data }) => data.id);
  const extras = readExtras(source.folders, { root, ids, hidden, terms: source.terms, guides: source.guides });
  const found = [...problems, ...(made?.problems ?? []), ...extras.problems];
  if (!made) return { loaded: undefined, problems: found };
  return {
    loaded: {
      catalogue: made.catalogue,
      head,
      entries: entries.map(({ data }) => data),
      hidden,
      terms: extras.terms,
      guides: [...extras.guides.values()],
      placeOf: (id, field) => entries.find(({ data }) => data.id === id)?.at(field) ?? { file: id },
    },
    problems: found,
  };
}
