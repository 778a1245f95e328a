import { catalogueJsonSchema } from '../../content/json-schema.ts';

/** The JSON Schema of `catalogue.json`. */
export function GET(): Response {
  return new Response(`${JSON.stringify(catalogueJsonSchema(), null, 2)}\n`, {
    headers: { 'content-type': 'application/schema+json' },
  });
}
