import { pluginOptions } from 'astro-redaktion/data';
import { createCatalogue, findService, locate } from '../model/catalogue.ts';
import { nearest } from '../model/nearest.ts';
import type { Catalogue, CatalogueHead, Service, ServiceEntry, TermEntry } from '../types.ts';

/** What the plugin hands to its views. */
export interface CatalogueData {
  head: CatalogueHead;
  hidden: string[];
  entries: ServiceEntry[];
  /** Abbreviations that are no services. */
  terms: TermEntry[];
  /** Address of the directory page, without base and trailing slash. */
  path: string;
  /** Address of the page of abbreviations, likewise. */
  glossaryPath: string;
  months: number;
}

let catalogue: Catalogue | undefined;

/** The site's catalogue; made once. */
export function siteCatalogue(): Catalogue {
  const { head, entries, hidden } = siteCatalogueData();
  catalogue ??= createCatalogue(entries.map(locate), { head, hidden }).catalogue;
  return catalogue;
}

export function siteCatalogueData(): CatalogueData {
  return pluginOptions<CatalogueData>('redaktion-inera');
}

/**
 * A service by its id.
 *
 * @param where What asks for it, for the message.
 * @throws when there is none, naming the nearest.
 */
export function serviceById(id: string, where: string): Service {
  const all = siteCatalogue();
  const found = all.byId.get(id) ?? findService(all, id);
  if (found) return found;
  const near = nearest(id, [...all.byId.keys()]);
  throw new Error(
    `${where}: there is no service \`${id}\`. ${near ? `Did you mean \`${near}\`?` : `Services: ${[...all.byId.keys()].join(', ')}.`}`,
  );
}
