import type { Catalogue, CatalogueHead, Service, ServiceEntry } from '../types.ts';

/** `catalogue.json`: what others may read by machine. Valid under `catalogueJsonSchema()`. */
export interface CatalogueJson {
  $schema?: string;
  catalogue: CatalogueHead;
  services: ServiceEntry[];
}

/** The catalogue as plain data, in its order. `schema` is the address of its JSON Schema. */
export function catalogueJson(catalogue: Catalogue, schema?: string): CatalogueJson {
  return {
    ...(schema === undefined ? {} : { $schema: schema }),
    catalogue: catalogue.head,
    services: catalogue.services.map(entryOf),
  };
}

/** Relations are given from both sides, so that a reader needs no knowledge of inverses. */
function entryOf({ letter: _letter, relations, ...entry }: Service): ServiceEntry {
  return {
    ...entry,
    relations: relations.map(({ type, to, grade, label }) => ({
      type,
      to,
      grade,
      ...(label === undefined ? {} : { label }),
    })),
  };
}
