import { landing, resolveLink, served, type Target } from './address.ts';
import type { Finding, Kind, PageFacts, Website } from './types.ts';

/** A page of the old site and the one that took its place. */
export interface Pair {
  old: Website;
  ours: Website;
  /** Of the old page, and of ours. */
  address: string;
  at: string;
  page: PageFacts;
  mine: PageFacts;
  theme: ReadonlySet<string>;
  /** What most old pages call themselves: the site's name, which is no page's title. */
  names: ReadonlySet<string>;
}

/** Compares two texts: headings, links, pictures, title, date, words. */
export function compareText(pair: Pair, checked: Record<Kind, number>): Finding[] {
  return [
    ...headings(pair, checked),
    ...links(pair, checked),
    ...pictures(pair, checked),
    ...title(pair, checked),
    ...date(pair, checked),
    ...words(pair, checked),
  ];
}

/** What stands in the "text" of most pages is the theme's, where the text's own borders are not marked up. */
export function themeOf({ pages }: Website): Set<string> {
  const vague = [...pages.values()].filter(({ exact, redirect }) => !exact && redirect === undefined);
  return onMost(vague.map((page) => [...page.links, ...page.pictures, ...page.headings]));
}

/** A layout may print the site's name as its first heading, and no other title that is known. */
export function namesOf({ pages }: Website): Set<string> {
  return onMost([...pages.values()].filter(({ redirect }) => redirect === undefined).map(({ titles }) => titles));
}

/** What at least three, and more than half of the lists have. */
function onMost(lists: readonly (readonly string[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const part of new Set(list)) counts.set(part, (counts.get(part) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 3 && count > lists.length / 2).map(([part]) => part));
}

function headings({ page, mine, address, theme }: Pair, checked: Record<Kind, number>): Finding[] {
  const own = ownParts(page, page.headings, theme);
  checked.heading += own.length;
  return own
    .filter((id) => !mine.ids.has(id))
    .map((id) => ({
      kind: 'heading',
      severity: 'lost',
      address: `${address}#${id}`,
      message: 'no element has this id',
    }));
}

function links({ old, ours, page, mine, address, at, theme }: Pair, checked: Record<Kind, number>): Finding[] {
  const have = new Set(mine.allLinks.flatMap((href) => keyOf(resolveLink(href, at, ours), ours) ?? []));
  return [...new Set(ownParts(page, page.links, theme))].flatMap((href): Finding[] => {
    const target = resolveLink(href, address, old);
    const key = keyOf(target, ours);
    // An anchor of the page itself is compared as a heading or an anchor, and whoever reads a page has its address.
    if (!target || key === undefined || href.startsWith('#') || isOwn(target, address, old)) return [];
    checked.link++;
    if (have.has(key)) return [];
    return [{ kind: 'link', severity: 'lost', address, message: `the link to ${href} is gone` }];
  });
}

function isOwn(target: Target, address: string, site: Website): boolean {
  return 'address' in target && target.hash === '' && served(target.address, site) === address;
}

/** Two links are one when they lead to the same place of our site. */
function keyOf(target: Target | undefined, ours: Website): string | undefined {
  if (!target) return undefined;
  if ('elsewhere' in target) return target.elsewhere;
  const now = landing(target.address, ours);
  const end = now ? ('elsewhere' in now ? now.elsewhere : now.address) : target.address;
  return target.hash === '' ? end : `${end}#${target.hash}`;
}

function pictures({ old, ours, page, mine, address, at, theme }: Pair, checked: Record<Kind, number>): Finding[] {
  const shown = mine.pictures.map((src) => resolveLink(src, at, ours));
  return [...new Set(ownParts(page, page.pictures, theme))].flatMap((src): Finding[] => {
    const picture = resolveLink(src, address, old);
    // What was broken before is not lost now.
    if (!picture || ('address' in picture && !old.addresses.has(picture.address))) return [];
    checked.picture++;
    const twins = shown.filter((own) => own !== undefined && isSame(own, picture));
    const lost = (message: string): Finding[] => [{ kind: 'picture', severity: 'lost', address, message }];
    if (twins.length === 0) return lost(`${src} is not shown`);
    const there = twins.some((own) => own && ('elsewhere' in own || served(own.address, ours) !== undefined));
    return there ? [] : lost(`the file of ${src} is missing`);
  });
}

/** The same address, or the same name with a hash behind it, as Astro writes pictures that it has made smaller. */
function isSame(a: Target, b: Target): boolean {
  if ('elsewhere' in a || 'elsewhere' in b) return 'elsewhere' in a && 'elsewhere' in b && a.elsewhere === b.elsewhere;
  const stem = b.address.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  return a.address === b.address || a.address.replace(/^.*\//, '').startsWith(`${stem}.`);
}

function title({ page, mine, address, names }: Pair, checked: Record<Kind, number>): Finding[] {
  const titles = page.titles.filter((text) => !names.has(text));
  if (titles.length === 0) return [];
  checked.title++;
  const own = mine.titles.map(withPlainQuotes);
  const [now = ''] = own;
  // Themes put the name of the site behind it or before it, and set its quotes.
  const has = (text: string): boolean => now !== '' && (text.startsWith(`${now} `) || text.endsWith(` ${now}`));
  if (titles.map(withPlainQuotes).some((text) => own.includes(text) || has(text))) return [];
  const message = `is “${mine.titles[0] ?? ''}”; it was “${titles[0]}”`;
  return [{ kind: 'title', severity: 'differs', address, message }];
}

function withPlainQuotes(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

function date({ page, mine, address }: Pair, checked: Record<Kind, number>): Finding[] {
  if (page.date === undefined || mine.date === undefined) return [];
  checked.date++;
  const same = page.date.slice(0, 10) === mine.date.slice(0, 10) || Date.parse(page.date) === Date.parse(mine.date);
  if (same) return [];
  return [{ kind: 'date', severity: 'lost', address, message: `is ${mine.date}; it was ${page.date}` }];
}

/**
 * A twentieth, or fifteen words, is within what themes add round a text. A page that had no text of its own shows what its
 * layout made.
 */
function words({ page, mine, address }: Pair, checked: Record<Kind, number>): Finding[] {
  if (!page.exact || page.words === 0) return [];
  checked.words++;
  if (Math.abs(page.words - mine.words) <= Math.max(15, page.words / 20)) return [];
  return [{ kind: 'words', severity: 'differs', address, message: `${mine.words} words; there were ${page.words}` }];
}

function ownParts(page: PageFacts, parts: readonly string[], theme: ReadonlySet<string>): string[] {
  return page.exact ? [...parts] : parts.filter((part) => !theme.has(part));
}
