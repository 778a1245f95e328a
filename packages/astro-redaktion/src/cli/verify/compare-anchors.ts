import { landing, resolveLink, served } from './address.ts';
import type { Finding, Kind, Website } from './types.ts';

/** Every anchor that some page of the old site links to is still there. */
export function compareAnchors(old: Website, ours: Website, checked: Record<Kind, number>): Finding[] {
  const links = linkedAnchors(old);
  checked.anchor += links.size;
  return [...links.values()].flatMap(({ address, id, from }): Finding[] => {
    const now = landing(address, ours);
    // A lost page is told once, as an address.
    const page = now && 'address' in now ? ours.pages.get(now.address) : undefined;
    if (page?.ids.has(id) !== false) return [];
    // A list that links to its own parts, such as a theme's index of tags, is made anew, and so is what a layout links
    // to round a text ("skip to content"): nobody else had these.
    const before = old.pages.get(address);
    const isLayout =
      before?.ownIds.has(id) === false && !before.links.some((href) => leadsTo(href, { address, id, old }));
    if ((!page.exact || isLayout) && from.every((linking) => linking === address)) return [];
    const [first = '', ...others] = from;
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    return [{ kind: 'anchor', severity: 'lost', address: `${address}#${id}`, message: `${first}${more} links to it` }];
  });
}

function leadsTo(href: string, { address, id, old }: { address: string; id: string; old: Website }): boolean {
  const target = href.includes('#') ? resolveLink(href, address, old) : undefined;
  return target !== undefined && 'address' in target && target.hash === id;
}

interface Anchor {
  address: string;
  id: string;
  /** Pages that link to it. */
  from: string[];
}

function linkedAnchors(old: Website): Map<string, Anchor> {
  const anchors = new Map<string, Anchor>();
  for (const [from, { allLinks }] of old.pages) {
    for (const href of new Set(allLinks)) {
      const target = href.includes('#') ? resolveLink(href, from, old) : undefined;
      if (!target || 'elsewhere' in target || target.hash === '') continue;
      const address = served(target.address, old);
      if (address === undefined || !isText(address, target.hash, old)) continue;
      const key = `${address}#${target.hash}`;
      const anchor = anchors.get(key);
      if (anchor) anchor.from.push(from);
      else anchors.set(key, { address, id: target.hash, from: [from] });
    }
  }
  return anchors;
}

/** The id exists, and it is not one that the theme puts on every page for its own links. */
function isText(address: string, id: string, old: Website): boolean {
  const page = old.pages.get(address);
  if (!page?.ids.has(id)) return false;
  if (page.headings.includes(id) || old.pages.size < 4) return true;
  let pages = 0;
  for (const { ids } of old.pages.values()) if (ids.has(id)) pages++;
  return pages <= old.pages.size / 2;
}
