import { landing, resolveLink } from './address.ts';
import type { FeedItem, Finding, Kind, Website } from './types.ts';

/**
 * Every item of the old feeds keeps its id: else feed readers show it as new. A feed is compared with the one that
 * answers at its address, and where none does, with all of ours.
 */
export function compareFeeds(old: Website, ours: Website, checked: Record<Kind, number>): Finding[] {
  return [...old.feeds].flatMap(([address, items]) => {
    const now = landing(address, ours);
    const same = now && 'address' in now ? ours.feeds.get(now.address) : undefined;
    const mine = same ?? [...ours.feeds.values()].flat();
    checked['feed-id'] += items.length;
    // A site without feeds has lost the feed itself, which is told as such.
    return mine.length === 0 ? [] : compareItems(items, { address, mine, old, ours });
  });
}

function compareItems(items: readonly FeedItem[], { address, mine, old, ours }: Side): Finding[] {
  const ids = new Set(mine.map(({ id }) => id));
  const byPage = Map.groupBy(mine, (item) => pageOf(item, ours, ours));
  const oldest = Math.min(...mine.map(({ date }) => date ?? Number.POSITIVE_INFINITY));
  return items
    .filter((item) => !known(item, { ids, ours }))
    .flatMap((item): Finding[] => {
      const page = pageOf(item, old, ours);
      const twin = page === undefined ? undefined : byPage.get(page)?.[0];
      const name = `“${item.title ?? item.link ?? item.id}” had the id ${item.id}`;
      if (twin) return [{ kind: 'feed-id', severity: 'lost', address, message: `${name}; now it is ${twin.id}` }];
      // Feeds hold the newest posts: one that is older than all of ours is not lost.
      if (page !== undefined && item.date !== undefined && item.date < oldest) return [];
      return [{ kind: 'feed-id', severity: 'lost', address, message: `${name}; no feed has it now` }];
    });
}

/**
 * Whether a feed of ours has the id. GitHub Pages tells its address to a site that names none in `_config.yml`; built
 * elsewhere, ids and links of its feeds are paths.
 */
function known({ id, link }: FeedItem, { ids, ours }: { ids: ReadonlySet<string>; ours: Website }): boolean {
  if (ids.has(id)) return true;
  if (!id.startsWith('/') || !link?.startsWith('/')) return false;
  return [...ours.hosts].some((host) => ids.has(`https://${host}${id}`) || ids.has(`http://${host}${id}`));
}

interface Side {
  /** Of the old feed. */
  address: string;
  mine: readonly FeedItem[];
  old: Website;
  ours: Website;
}

/** The page of ours that an item of a feed leads to. */
function pageOf({ link }: FeedItem, site: Website, ours: Website): string | undefined {
  const target = link === undefined ? undefined : resolveLink(link, '/', site);
  if (!target || 'elsewhere' in target) return undefined;
  const now = landing(target.address, ours);
  return now && 'address' in now ? now.address : undefined;
}
