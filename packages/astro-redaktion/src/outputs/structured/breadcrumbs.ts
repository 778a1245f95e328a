import type { BreadcrumbList, ListItem } from 'schema-dts';
import { absolute } from '../address.ts';
import { plain } from '../plain.ts';
import type { Context } from './node.ts';
import { nodeId } from './node.ts';

/**
 * The trail to a page; none for a page that stands alone.
 * The last step is the page itself: https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
export function breadcrumbs({ page, options }: Context): BreadcrumbList | undefined {
  if (page.crumbs.length < 2) return undefined;
  const itemListElement = page.crumbs.map((crumb, index): ListItem => {
    const item = absolute(crumb.url ?? page.url, options);
    return { '@type': 'ListItem', position: index + 1, name: plain(crumb.label), item };
  });
  return { '@type': 'BreadcrumbList', '@id': nodeId(page.url, 'breadcrumbs', options), itemListElement };
}
