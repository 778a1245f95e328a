import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CatalogueHead, Guide, ServiceEntry, TermEntry } from '../types.ts';

/** What is said of one service: a new one whole, a known one in the fields that change (`null` takes one away). */
export type ServiceChange = { id: string; hidden?: boolean } & {
  [Field in Exclude<keyof ServiceEntry, 'id'>]?: ServiceEntry[Field] | null;
};

/** What a catalogue is made of. All parts may be left out; later parts change earlier ones. */
export interface CatalogueDefinition {
  /**
   * Folders with `catalogue.yml`, `services/*.yml`, `terms.yml` and `guides/*.yml`: paths from the folder in which Astro is
   * started (with `--root` that is not the project's), or `URL`s.
   */
  folders?: readonly (string | URL)[];
  /** What `catalogue.yml` says, in code. */
  head?: Partial<CatalogueHead>;
  /** Services in code. */
  services?: readonly ServiceChange[];
  /** Abbreviations that are no services, in code. */
  terms?: readonly TermEntry[];
  /** Guides in code. */
  guides?: readonly Guide[];
}

/** A catalogue before it is read: absolute folders, and what stands in code. */
export interface CatalogueSource {
  folders: readonly string[];
  head?: Partial<CatalogueHead> | undefined;
  services: readonly ServiceChange[];
  terms: readonly TermEntry[];
  guides: readonly Guide[];
}

/**
 * A catalogue of your own, for `services({ catalogue })`: a folder of files, or plain data.
 * It is checked when the site is built, like the package's own.
 *
 * @example
 * services({ catalogue: defineCatalogue({ folders: ['./e-tjanster'] }) })
 */
export function defineCatalogue({ folders = [], ...given }: CatalogueDefinition): CatalogueSource {
  return {
    folders: folders.map((folder) => (folder instanceof URL ? fileURLToPath(folder) : resolve(folder))),
    head: given.head,
    services: given.services ?? [],
    terms: given.terms ?? [],
    guides: given.guides ?? [],
  };
}

/** A catalogue with an owner's changes on top. */
export function changeCatalogue(
  source: CatalogueSource,
  { folders, services }: { folders: readonly (string | URL)[]; services: readonly ServiceChange[] },
): CatalogueSource {
  const own = defineCatalogue({ folders });
  return { ...source, folders: [...source.folders, ...own.folders], services: [...source.services, ...services] };
}
