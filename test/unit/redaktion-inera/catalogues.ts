import { fileURLToPath } from 'node:url';
import { readCatalogue } from '../../../packages/redaktion-inera/src/content/read-catalogue.ts';
import type { CatalogueFiles } from '../../../packages/redaktion-inera/src/content/read-catalogue.ts';
import { createCatalogue } from '../../../packages/redaktion-inera/src/model/catalogue.ts';
import type { Catalogue, Problem } from '../../../packages/redaktion-inera/src/types.ts';

const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));

/** The catalogue that the package brings along. */
export const packaged: string = fileURLToPath(new URL('../../../packages/redaktion-inera/data', import.meta.url));

/** Reads catalogues of the fixtures by name, as one. */
export function readFixtures(...names: readonly string[]): CatalogueFiles {
  return readCatalogue(
    names.map((name) => `${fixtures}${name}`),
    { root: fixtures },
  );
}

/** A catalogue of files, with all its problems. */
export function build(files: CatalogueFiles): { catalogue: Catalogue; problems: Problem[] } {
  if (!files.head) throw new Error('The fixture has no catalogue.yml that can be used.');
  const { catalogue, problems } = createCatalogue(files.entries, { head: files.head, hidden: files.hidden });
  return { catalogue, problems: [...files.problems, ...problems] };
}

/** The package's own catalogue. */
export function ineraCatalogue(): Catalogue {
  return build(readCatalogue([packaged], { root: packaged })).catalogue;
}
