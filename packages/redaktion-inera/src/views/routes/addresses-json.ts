import { externalAddresses } from '../../model/external.ts';
import { siteCatalogue, siteData } from '../catalogue.ts';
import { json } from '../json-response.ts';

/** Every address outside the site that the catalogue links to and what leads there, for those who check links. */
export function GET(): Response {
  return json({ addresses: externalAddresses(siteCatalogue(), siteData()) });
}
