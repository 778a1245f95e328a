import { type DefaultTreeAdapterTypes as Tree, parseFragment } from 'parse5';
import { textOf } from './page-facts.ts';

/** Addresses in a sitemap (https://www.sitemaps.org/protocol.html): of pages, and of further sitemaps. */
export function sitemapLocations(xml: string): { pages: string[]; sitemaps: string[] } {
  const found = { pages: [] as string[], sitemaps: [] as string[] };
  const walk = (node: Tree.Node, parent: string): void => {
    if (node.nodeName === 'loc' && parent === 'url') found.pages.push(textOf(node).trim());
    else if (node.nodeName === 'loc' && parent === 'sitemap') found.sitemaps.push(textOf(node).trim());
    else if ('childNodes' in node) for (const child of node.childNodes) walk(child, node.nodeName);
  };
  walk(parseFragment(xml), '');
  return found;
}
