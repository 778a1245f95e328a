import type { Person } from 'schema-dts';
import type { Author } from '../../types.ts';
import { absolute } from '../address.ts';
import { plain } from '../plain.ts';
import type { Context } from './node.ts';
import { nodeId, present, publisherName, siteNodeId } from './node.ts';

/** An author: the publisher itself where the names agree, else a person; the page about them, if there is one. */
export function author(person: Author, context: Context): { '@id': string } | Person {
  const { options, site } = context;
  if (plain(person.name) === publisherName(options)) return { '@id': siteNodeId('publisher', options) };
  const hasPage = site.pages.has(person.path);
  return present<Exclude<Person, string>>({
    '@type': 'Person',
    '@id': authorId(person, context),
    name: plain(person.name),
    description: plain(person.description ?? ''),
    url: hasPage ? absolute(person.url, options) : person.link && absolute(person.link, options),
    sameAs: hasPage && person.link ? absolute(person.link, options) : undefined,
  });
}

/** Named after the author's page, or after the site where authors have none. */
export function authorId(person: Author, { options, site }: Context): string {
  const role = `author-${encodeURIComponent(person.slug.toWellFormed())}`;
  return site.pages.has(person.path) ? nodeId(person.url, 'author', options) : siteNodeId(role, options);
}
