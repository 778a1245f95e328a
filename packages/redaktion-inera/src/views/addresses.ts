import { servicePath } from '../model/address.ts';
import { siteCatalogueData } from './catalogue.ts';

/** Root-relative address of a service's page. `base` is the site's. */
export function serviceHref(id: string, base: string): string {
  return servicePath({ base, path: siteCatalogueData().path, id });
}

/** Root-relative address of the directory. `base` is the site's. */
export function directoryHref(base: string): string {
  return `${base.replace(/\/$/, '')}${siteCatalogueData().path}/`;
}
