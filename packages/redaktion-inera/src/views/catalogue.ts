import { pluginOptions } from 'astro-redaktion/data';
import { createCatalogue, findService, locate } from '../model/catalogue.ts';
import { nearest } from '../model/nearest.ts';
import { PLUGIN } from '../plugin-name.ts';
import type { Catalogue, Guide, Service } from '../types.ts';
import type { ViewData } from './view-data.ts';

let catalogue: Catalogue | undefined;

/** The site's catalogue; made once. */
export function siteCatalogue(): Catalogue {
  const { head, entries, hidden } = siteData();
  catalogue ??= createCatalogue(entries.map(locate), { head, hidden }).catalogue;
  return catalogue;
}

/** What the plugin was told when the site was set up. */
export function siteData(): ViewData {
  return pluginOptions<ViewData>(PLUGIN);
}

/**
 * A service by its id, or by any of its names.
 *
 * @param where What asks for it, for the message.
 * @throws when there is none, naming the nearest.
 */
export function serviceById(id: string, where: string): Service {
  const all = siteCatalogue();
  const found = all.byId.get(id) ?? findService(all, id);
  if (found) return found;
  throw unknown(id, { where, what: 'service', ids: [...all.byId.keys()] });
}

/**
 * A guide by its id.
 *
 * @throws when there is none, naming the nearest.
 */
export function guideById(id: string, where: string): Guide {
  const { guides } = siteData();
  const found = guides.find((guide) => guide.id === id);
  if (found) return found;
  throw unknown(id, { where, what: 'guide', ids: guides.map((guide) => guide.id) });
}

function unknown(id: string, { where, what, ids }: { where: string; what: string; ids: readonly string[] }): Error {
  const near = nearest(id, ids);
  const help = near ? `Did you mean \`${near}\`?` : `There are: ${ids.join(', ')}.`;
  return new Error(`${where}: there is no ${what} \`${id}\`. ${help}`);
}
