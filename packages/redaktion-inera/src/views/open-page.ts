import { describePage, type RedaktionLocals } from 'astro-redaktion/data';
import type { PageFacts } from '../config/routes.ts';
import { type Addresses, addressesOf } from '../model/addresses.ts';
import { PLUGIN } from '../plugin-name.ts';
import { siteData } from './catalogue.ts';
import { type Here, here } from './here.ts';

/** A page of the plugin's, as its frontmatter sees it. */
export interface OpenPage {
  facts: PageFacts;
  /** To be set before anything is printed: the page's own language. */
  locals: RedaktionLocals;
  here: Here;
  /** The page in each of its languages; `same` gives its address among those of a language. */
  alternates: (same: (hrefs: Addresses) => string) => { lang: string; url: string }[];
}

/**
 * Finds what a page is told by its route.
 *
 * @throws when the route is none of the plugin's
 */
export function openPage(given: RedaktionLocals, routePattern: string): OpenPage {
  const facts = pageFacts(routePattern);
  const locals = describePage(given, { lang: facts.lang });
  const { paths } = siteData();
  return {
    facts,
    locals,
    here: here(locals),
    alternates: (same) =>
      Object.entries(paths).map(([lang, own]) => ({ lang, url: same(addressesOf(own, given.options)) })),
  };
}

/** What a route's page is told. */
export function pageFacts(routePattern: string): PageFacts {
  const facts = siteData().pages[routePattern];
  if (!facts) throw new Error(`${PLUGIN}: there is no page at ${routePattern}.`);
  return facts;
}
