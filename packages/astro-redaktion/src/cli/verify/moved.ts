import { landing, resolveLink } from './address.ts';
import { slugify } from '../../model/slugify.ts';
import type { Finding, Move, PageFacts, Website } from './types.ts';

/**
 * Where what was at the lost addresses seems to be now: by feed id, else by title, else by slug; never by a guess of
 * two, nor by a title that several old pages have, such as the site's own name above each of them.
 */
export function findMoved(findings: readonly Finding[], old: Website, ours: Website): Move[] {
  const pages = [...ours.pages].filter(([, { redirect }]) => redirect === undefined);
  const titles = Map.groupBy(pages, ([, page]) => titleOf(page));
  const before = Map.groupBy(old.pages.values(), titleOf);
  const slugs = Map.groupBy(pages, ([address]) => slugOf(address));
  const feeds = feedMoves(old, ours);
  const only = (list: [string, PageFacts][] | undefined): string | undefined =>
    list?.length === 1 ? list[0]?.[0] : undefined;
  return findings
    .filter(({ kind }) => kind === 'address')
    .map(({ address }): Move => {
      const title = titleOf(old.pages.get(address));
      const slug = slugOf(address);
      const found: [string | undefined, Move['by']][] = [
        [feeds.get(address), 'feed id'],
        [title === '' || before.get(title)?.length !== 1 ? undefined : only(titles.get(title)), 'title'],
        [slug === '' ? undefined : only(slugs.get(slug)), 'slug'],
      ];
      const [best] = found.filter(([to]) => to !== undefined);
      return best?.[0] !== undefined && best[1] ? { from: address, to: best[0], by: best[1] } : { from: address };
    });
}

/** Old address → new one, of items with the same id in feeds of both sites. */
function feedMoves(old: Website, ours: Website): Map<string, string> {
  const now = new Map([...ours.feeds.values()].flat().flatMap(({ id, link }) => (link ? [[id, link] as const] : [])));
  const moves = new Map<string, string>();
  for (const { id, link } of [...old.feeds.values()].flat()) {
    const to = now.get(id);
    const before = link === undefined ? undefined : resolveLink(link, '/', old);
    const after = to === undefined ? undefined : resolveLink(to, '/', ours);
    if (!before || !after || 'elsewhere' in before || 'elsewhere' in after) continue;
    const end = landing(after.address, ours);
    if (end && 'address' in end) moves.set(before.address, end.address);
  }
  return moves;
}

function titleOf(page: PageFacts | undefined): string {
  return (page?.titles[0] ?? '').toLocaleLowerCase('en');
}

/** The last part of an address without date and ending: `/2022/06/02/a.html` and `/blogg/2022-06-02-a/` are both `a`. */
function slugOf(address: string): string {
  const last = address
    .replace(/\/$/, '')
    .replace(/^.*\//, '')
    .replace(/\.html?$/i, '');
  return slugify(last.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, ''), 'latin');
}
