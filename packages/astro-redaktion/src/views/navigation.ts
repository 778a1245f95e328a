import type { SiteOptions } from '../config/site-options.ts';
import { withBase } from '../outputs/address.ts';
import type { Page } from '../types.ts';
import { setLine } from './set-line.ts';

/** A link of the header or footer, ready to print. */
export interface NavigationLink {
  label: string;
  href: string;
  /** `page`: it leads to this page; `true`: to one above it, or to another page of the same list. */
  current: 'page' | 'true' | undefined;
  /** The label's language, where it is not the page's: the owner writes labels in the site's own. */
  lang?: string | undefined;
}

/** A link before the site's base is put before it. */
interface OwnLink {
  label: string;
  href: string;
  lang?: string | undefined;
}

/** The owner's links with the site's base, and which of them the reader stands in. */
export function navigationLinks(
  links: readonly OwnLink[],
  { page, options }: { page: Page; options: SiteOptions },
): NavigationLink[] {
  const { here, above } = placeOf(page);
  return links.map(({ label: name, href, lang }) => {
    const label = setLine(name, lang ?? page.lang, options);
    if (!href.startsWith('/') || href.startsWith('//')) return { label, href, current: undefined, lang };
    const target = withBase(href, options);
    // A part of this page is another place than where the reader stands.
    const current = target.includes('#') ? undefined : currentState(knownAddress(target), here, above);
    return { label, href: target, current, lang };
  });
}

/** Where a page stands; its header and its footer ask for it. */
function placeOf(page: Page): Place {
  if (last?.page === page) return last;
  last = { page, here: plainAddress(page.url), above: new Set(placesAbove(page).map(knownAddress)) };
  return last;
}

interface Place {
  page: Page;
  here: string;
  above: ReadonlySet<string>;
}

let last: Place | undefined;

/** The language of what the owner has written in the options, where it is not the page's. */
export function ownersLanguage(page: Pick<Page, 'lang'>, { lang }: Pick<SiteOptions, 'lang'>): string | undefined {
  return page.lang === lang ? undefined : lang;
}

function currentState(target: string, here: string, above: ReadonlySet<string>): NavigationLink['current'] {
  if (target === here) return 'page';
  return above.has(target) ? 'true' : undefined;
}

/** Pages that this page belongs under. The home page is above all, which tells nobody anything. */
function placesAbove(page: Page): string[] {
  const siblings = 'pager' in page && page.kind !== 'home' ? page.pager.urls : [];
  return [...siblings, ...page.crumbs.slice(1).flatMap((crumb) => crumb.url ?? [])];
}

/** The same few addresses stand in the navigation of every page. */
function knownAddress(url: string): string {
  const known = addresses.get(url);
  if (known !== undefined) return known;
  if (addresses.size >= MOST) addresses.clear();
  const address = plainAddress(url);
  addresses.set(url, address);
  return address;
}

const addresses = new Map<string, string>();
const MOST = 1000;

/** `/om`, `/om/`, `/om.html` and `/om/index.html` are one place. */
function plainAddress(url: string): string {
  return url
    .replace(/[?#].*$/, '')
    .replace(/(?:index)?\.html$/, '')
    .replace(/\/+$/, '');
}
