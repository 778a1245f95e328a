import { catalogueJson } from '../../model/export.ts';
import { siteCatalogue } from '../catalogue.ts';
import { json } from '../json-response.ts';

/** The catalogue for those who read by machine, beside the JSON Schema that it is valid under. */
export function GET(): Response {
  return json(catalogueJson(siteCatalogue(), './catalogue.schema.json'));
}
