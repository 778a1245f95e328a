import type { Catalogue, Service } from '../types.ts';
import { findService } from './catalogue.ts';
import { chooseServices } from './groups.ts';

/** Which services are wanted: by name, or by what they have in common; all if nothing is said. */
export interface ServiceChoice {
  /** Ids or names, in the wanted order. */
  ids?: readonly string[] | undefined;
  category?: string | readonly string[] | undefined;
  audience?: string | readonly string[] | undefined;
  access?: string | readonly string[] | undefined;
}

/** The chosen services: those of `ids` in their order, else the catalogue's, that fit all that is said. */
export function servicesOf(catalogue: Catalogue, { ids, category, audience, access }: ServiceChoice): Service[] {
  const named = ids?.flatMap((id) => findService(catalogue, id) ?? []);
  return chooseServices(named ?? catalogue.services, {
    category: listOf(category),
    audience: listOf(audience),
    access: listOf(access),
  });
}

function listOf(words: string | readonly string[] | undefined): readonly string[] {
  if (words === undefined) return [];
  return typeof words === 'string' ? words.split(',').map((word) => word.trim()) : words;
}
