import { catalogueJson } from '../../model/export.ts';
import { siteCatalogue } from '../catalogue.ts';

/** The catalogue for those who read by machine, beside the JSON Schema that it is valid under. */
export function GET(): Response {
  return json(catalogueJson(siteCatalogue(), './catalogue.schema.json'));
}

function json(value: unknown): Response {
  return new Response(`${JSON.stringify(value, null, 2)}\n`, { headers: { 'content-type': 'application/json' } });
}
