import { landing, served, type Target } from './address.ts';
import { compareAnchors } from './compare-anchors.ts';
import { compareFeeds } from './compare-feeds.ts';
import { compareText, namesOf, themeOf } from './compare-text.ts';
import { foldLayoutParts } from './layout-parts.ts';
import type { Finding, Kind, Website } from './types.ts';

/** What a comparison found, and how much it looked at. */
export interface Comparison {
  checked: Record<Kind, number>;
  findings: Finding[];
}

/** Compares a site with the one that takes its place. Pure; findings are in the order of kinds and addresses. */
export function compare(before: Website, after: Website): Comparison {
  // A text that names the old host links to the site itself, wherever that is now.
  const hosts = new Set([...before.hosts, ...after.hosts]);
  const old = { ...before, hosts };
  const ours = { ...after, hosts };
  const checked = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  const findings = [
    ...compareAddresses(old, ours, checked),
    ...compareAnchors(old, ours, checked),
    ...compareFeeds(old, ours, checked),
    ...comparePages(old, ours, checked),
  ];
  const seen = new Set<string>();
  const once = findings.filter(({ kind, address, message }) => {
    const key = JSON.stringify([kind, address, message]);
    return !seen.has(key) && seen.add(key);
  });
  return { checked, findings: once.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || order(a, b)) };
}

/** In the order in which they are printed: the gravest first. */
export const KINDS: readonly Kind[] = [
  'address',
  'redirect',
  'file',
  'feed',
  'feed-id',
  'anchor',
  'heading',
  'link',
  'picture',
  'date',
  'title',
  'words',
];

/** What a server shows in place of a page that does not exist; nobody asks for it by its address. */
const NOT_FOUND = /^\/404(?:\.html|\/)?$/;

/** Every address answers, itself or by a redirect; a redirect leads where it led. */
function compareAddresses(old: Website, ours: Website, checked: Record<Kind, number>): Finding[] {
  return [...old.addresses].flatMap((address): Finding[] => {
    const kind = kindOf(address, old);
    if (kind === undefined || NOT_FOUND.test(address)) return [];
    checked[kind]++;
    const now = landing(address, ours);
    if (kind === 'redirect') return compareRedirect(address, { before: landing(address, old), now, ours });
    return now ? [] : [{ kind, severity: 'lost', address, message: deadRedirect(address, ours) ?? LOST[kind] ?? '' }];
  });
}

/** What to say of a redirect of ours at this address whose target is not on this site. */
function deadRedirect(address: string, ours: Website): string | undefined {
  const redirect = ours.pages.get(served(address, ours) ?? '')?.redirect;
  return redirect === undefined ? undefined : `leads to ${redirect}, where nothing of this site answers`;
}

function compareRedirect(
  address: string,
  { before, now, ours }: { before: Target | undefined; now: Target | undefined; ours: Website },
): Finding[] {
  const led = before ? `; it led to ${placeOf(before)}` : '';
  const finding = (severity: Finding['severity'], message: string): Finding[] => [
    { kind: 'redirect', severity, address, message: message + led },
  ];
  if (!now) return finding('lost', deadRedirect(address, ours) ?? 'leads nowhere now');
  const expected = before && ('elsewhere' in before ? before : landing(before.address, ours));
  if (!expected || placeOf(expected) === placeOf(now)) return [];
  return finding('differs', `leads to ${placeOf(now)}`);
}

function placeOf(target: Target): string {
  return 'elsewhere' in target ? target.elsewhere : target.address;
}

const LOST: Partial<Record<Kind, string>> = {
  address: 'no page and no redirect answers here',
  file: 'the file is missing',
  feed: 'no feed answers here',
};

/** What stands at an old address; `undefined` for what belongs to the theme or to the generator. */
function kindOf(address: string, { pages, feeds }: Website): Kind | undefined {
  const page = pages.get(address);
  if (page) return page.redirect === undefined ? 'address' : 'redirect';
  if (feeds.has(address)) return 'feed';
  if (THEME.test(address)) return undefined;
  // Of a sitemap nothing but addresses is known.
  return pages.size === 0 || /\.html?$|\/$/.test(address) ? 'address' : 'file';
}

const THEME =
  /\.(?:css|scss|js|mjs|map|woff2?|ttf|eot|otf)$|\/(?:sitemap[^/]*\.xml|redirects\.json|robots\.txt|CNAME|\.nojekyll)$/i;

function comparePages(old: Website, ours: Website, checked: Record<Kind, number>): Finding[] {
  const theme = themeOf(old);
  const names = namesOf(old);
  let compared = 0;
  const findings = [...old.pages].flatMap(([address, page]) => {
    const now = page.redirect === undefined ? landing(address, ours) : undefined;
    const at = now && 'address' in now ? now.address : undefined;
    const mine = at === undefined ? undefined : ours.pages.get(at);
    // Lists are made anew by every theme; texts are what must be the same.
    if (!mine?.exact || at === undefined) return [];
    compared++;
    return compareText({ old, ours, address, at, page, mine, theme, names }, checked);
  });
  return foldLayoutParts(findings, compared);
}

function order(a: Finding, b: Finding): number {
  return a.address < b.address ? -1 : a.address > b.address ? 1 : 0;
}
