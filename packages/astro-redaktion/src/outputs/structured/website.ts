import type { EntryPoint, Organization, SearchAction, WebSite, WithActionConstraints } from 'schema-dts';
import { absolute } from '../address.ts';
import { plain } from '../plain.ts';
import type { Context } from './node.ts';
import { present, siteNodeId } from './node.ts';

/** The site, with the way to search it where there is an index to search. */
export function website({ page, site, options }: Context): Exclude<WebSite, string> {
  const locale = site.locale(page.lang);
  return present<Exclude<WebSite, string>>({
    '@type': 'WebSite',
    '@id': siteNodeId('website', options),
    url: absolute(options.base, options),
    name: plain(options.title),
    description: plain(options.description),
    inLanguage: options.locales.length > 1 ? options.locales.map(({ lang }) => lang) : options.lang,
    publisher: { '@id': siteNodeId('publisher', options) },
    potentialAction:
      options.search && locale.links.search ? searchAction(absolute(locale.links.search, options)) : undefined,
  });
}

/** Who answers for the site. */
export function publisher({ options }: Context): Exclude<Organization, string> {
  return present<Exclude<Organization, string>>({
    '@type': 'Organization',
    '@id': siteNodeId('publisher', options),
    name: plain(options.title),
    url: absolute(options.base, options),
  });
}

function searchAction(address: string): WithActionConstraints<SearchAction> {
  const target: EntryPoint = { '@type': 'EntryPoint', urlTemplate: `${address}?q={search_term_string}` };
  return { '@type': 'SearchAction', target, 'query-input': 'required name=search_term_string' };
}
