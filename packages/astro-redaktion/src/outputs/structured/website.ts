import type { EntryPoint, Organization, Person, SearchAction, WebSite, WithActionConstraints } from 'schema-dts';
import { absolute, withBase } from '../address.ts';
import { plain } from '../plain.ts';
import type { Context } from './node.ts';
import { present, publisherName, siteNodeId } from './node.ts';

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

/** Who answers for the site: https://developers.google.com/search/docs/appearance/structured-data/organization */
export function publisher({ options }: Context): Exclude<Organization | Person, string> {
  const { type = 'organization', logo, sameAs = [] } = options.publisher ?? {};
  const picture = logo === undefined ? undefined : absolute(withBase(logo, options), options);
  const shared = {
    '@id': siteNodeId('publisher', options),
    name: publisherName(options),
    url: absolute(options.base, options),
    sameAs,
  };
  return type === 'person'
    ? present<Exclude<Person, string>>({ '@type': 'Person', ...shared, image: picture })
    : present<Exclude<Organization, string>>({ '@type': 'Organization', ...shared, logo: picture });
}

function searchAction(address: string): WithActionConstraints<SearchAction> {
  const target: EntryPoint = { '@type': 'EntryPoint', urlTemplate: `${address}?q={search_term_string}` };
  return { '@type': 'SearchAction', target, 'query-input': 'required name=search_term_string' };
}
