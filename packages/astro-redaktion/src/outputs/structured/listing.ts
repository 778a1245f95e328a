import type { CollectionPage, ItemList, ListItem, ProfilePage, WebPage } from 'schema-dts';
import type { Page } from '../../types.ts';
import { absolute } from '../address.ts';
import { pagePosts } from '../page-posts.ts';
import { pageDescription } from '../page-text.ts';
import { plain } from '../plain.ts';
import type { Context, Node } from './node.ts';
import { nodeId, present, siteNodeId } from './node.ts';
import { author } from './person.ts';

/** Any page but a post's: what it is called, and the list that it shows. */
export function listing(context: Context): Node[] {
  const { page } = context;
  const items = listed(page);
  if (page.kind === 'author') return [profile(context), ...itemList(items, context)];
  if (items.length === 0) return [plainPage(context)];
  return [collection(context), ...itemList(items, context)];
}

function collection(context: Context): CollectionPage {
  const { page, options } = context;
  return { '@type': 'CollectionPage', ...shared(context), mainEntity: { '@id': nodeId(page.url, 'list', options) } };
}

/** https://developers.google.com/search/docs/appearance/structured-data/profile-page */
function profile(context: Context): ProfilePage {
  const { page } = context;
  if (page.kind !== 'author') return { '@type': 'ProfilePage', ...shared(context) };
  const hasPart = page.posts.length > 0 ? { hasPart: { '@id': nodeId(page.url, 'list', context.options) } } : {};
  return { '@type': 'ProfilePage', ...shared(context), mainEntity: author(page.author, context), ...hasPart };
}

function plainPage(context: Context): WebPage {
  const type = context.page.kind === 'search' ? 'SearchResultsPage' : 'WebPage';
  return { '@type': type, ...shared(context) } as WebPage;
}

function shared({ page, options }: Context): SharedProperties {
  return present<SharedProperties>({
    '@id': nodeId(page.url, 'page', options),
    url: absolute(page.url, options),
    name: plain(page.title) || plain(options.title),
    description: pageDescription(page, options),
    inLanguage: page.lang,
    isPartOf: { '@id': siteNodeId('website', options) },
    breadcrumb: page.crumbs.length > 1 ? { '@id': nodeId(page.url, 'breadcrumbs', options) } : undefined,
  });
}

function itemList(items: Listed[], { page, options }: Context): ItemList[] {
  if (items.length === 0) return [];
  const elements = items.map(({ name, url }, index): ListItem => {
    return { '@type': 'ListItem', position: index + 1, name: plain(name), url: absolute(url, options) };
  });
  const id = nodeId(page.url, 'list', options);
  return [{ '@type': 'ItemList', '@id': id, numberOfItems: items.length, itemListElement: elements }];
}

/** What a page lists, in the order in which it shows it. */
function listed(page: Page): Listed[] {
  if (page.kind === 'terms') return page.terms.map(({ label, url }) => ({ name: label, url }));
  if (page.kind === 'authors') return page.authors.map(({ name, url }) => ({ name, url }));
  return pagePosts(page).map(({ title, url }) => ({ name: title, url }));
}

interface Listed {
  name: string;
  url: string;
}

interface SharedProperties {
  '@id': string;
  url: string;
  name: string;
  description?: string;
  inLanguage: string;
  isPartOf: { '@id': string };
  breadcrumb?: { '@id': string };
}
