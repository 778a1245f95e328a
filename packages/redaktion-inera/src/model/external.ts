import type { Catalogue, Guide, TermEntry } from '../types.ts';

/** An address outside the site, and everything that leads there. */
export interface ExternalAddress {
  url: string;
  /** `npo.url`, `npo.sources.kund2022`, `terms.RIV-TA.sources.rivta`, … */
  from: string[];
}

/** Every address outside the site that the catalogue links to, in the order of the addresses. Nothing is requested. */
export function externalAddresses(
  catalogue: Catalogue,
  { terms, guides }: { terms: readonly TermEntry[]; guides: readonly Guide[] },
): ExternalAddress[] {
  const found = new Map<string, string[]>();
  const add = (from: string, url: string | undefined): void => {
    if (url === undefined) return;
    const known = found.get(url);
    if (known) known.push(from);
    else found.set(url, [from]);
  };
  const addSources = (from: string, sources: readonly { ref: string; url?: string | undefined }[]): void => {
    for (const { ref, url } of sources) add(`${from}.sources.${ref}`, url);
  };
  for (const { id, url, serviceUrl, after, sources } of catalogue.services) {
    add(`${id}.url`, url);
    add(`${id}.serviceUrl`, serviceUrl);
    for (const [index, successor] of after.entries()) add(`${id}.after.${index}`, successor.url);
    addSources(id, sources);
  }
  for (const { short, sources } of terms) addSources(`terms.${short}`, sources);
  for (const { id, steps } of guides) for (const step of steps) addSources(`guides.${id}.${step.id}`, step.sources);
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([url, from]) => ({ url, from }));
}
