import { catalogueJsonSchema } from '../../content/json-schema.ts';
import { json } from '../json-response.ts';

/** The JSON Schema of `catalogue.json`. */
export function GET(): Response {
  return json(catalogueJsonSchema(), 'application/schema+json');
}
