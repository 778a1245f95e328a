import { type Address, writtenAddress } from '../../model/address.ts';
import type { PageSource, Placed } from '../../model/draft.ts';
import type { Locate } from '../../model/locate.ts';
import { placePages } from '../../model/page-map.ts';
import { distinct, oldAddress } from '../../model/redirects.ts';
import type { Problem } from '../../types.ts';
import { onlyWithPages } from './pages.ts';

/** A post or page of the folder, with the addresses that it asks for. */
export interface Claim {
  file: string;
  /** Root-relative, decoded. */
  place: string;
  redirectFrom: readonly string[];
}

/**
 * Posts, pages and redirects of the folder that want the same address: a build stops at them. What ours (lists, terms)
 * take is known to a build alone.
 */
export function checkAddresses(
  { posts, pages }: { posts: readonly Claim[]; pages: readonly Claim[] },
  locate: Locate,
): Problem[] {
  const ofPosts = problemsOf(posts, locate);
  const known = new Set(ofPosts.map(({ message }) => message));
  const ofPages = problemsOf([...posts, ...pages], locate).filter(({ message }) => !known.has(message));
  return [...ofPosts, ...ofPages.map(onlyWithPages)];
}

function problemsOf(claims: readonly Claim[], locate: Locate): Problem[] {
  const pages = claims.map(({ file, place }) => placed(writtenAddress(place, SITE), { file, words: file }));
  // As in a build: a redirect gives way to all that are somewhere themselves.
  const redirects = claims.flatMap(({ file, place, redirectFrom }) => {
    const own = writtenAddress(place, SITE).path;
    const others = redirectFrom.map((from) => oldAddress(from, SITE)).filter(({ path }) => path !== own);
    return distinct(others).map((address) => placed(address, { file, words: `the redirect from it in ${file}` }));
  });
  return placePages([...pages, ...redirects], { keyOf: () => '', locate }).problems;
}

function placed(address: Address, source: PageSource): Placed {
  const nothing = { title: '', lang: '', crumbs: [], alternates: [], noindex: true, to: '' };
  return { page: { kind: 'redirect', ...address, ...nothing }, source };
}

const SITE = { base: '/', ending: '' } as const;
