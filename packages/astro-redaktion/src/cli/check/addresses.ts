import { writtenAddress } from '../../model/address.ts';
import type { Placed } from '../../model/draft.ts';
import type { Locate } from '../../model/locate.ts';
import { placePages } from '../../model/page-map.ts';
import { addressesBefore, redirectWords } from '../../model/redirects.ts';
import { lastFirst } from '../../model/text-pages.ts';
import type { Problem } from '../../types.ts';
import { type CheckProblem, onlyWithPages } from './pages.ts';

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
  { locate, lenient }: { locate: Locate; lenient: (problem: Problem) => Problem },
): CheckProblem[] {
  const problemsOf = (placed: readonly Placed[]): Problem[] =>
    placePages(placed, { keyOf: () => '', locate }).problems.map((problem) => lenient(problem));
  // As in a build: first all that are somewhere themselves, then pages' old addresses, then posts', the newest first.
  const places = posts.map(placeOf);
  const redirects = posts.toReversed().flatMap(redirectsTo);
  const found = problemsOf([...places, ...redirects]);
  const known = new Set(found.map(({ message }) => message));
  const ofPages = [...pages.map(placeOf), ...lastFirst(pages.flatMap(redirectsTo))];
  const all = problemsOf([...places, ...ofPages, ...redirects]);
  return [...found, ...all.filter(({ message }) => !known.has(message)).map(onlyWithPages)];
}

function placeOf({ file, place }: Claim): Placed {
  return { page: { kind: 'custom', ...writtenAddress(place, SITE), ...NOTHING }, source: { file, words: file } };
}

function redirectsTo({ file, place, redirectFrom }: Claim): Placed[] {
  const { path } = writtenAddress(place, SITE);
  return addressesBefore(redirectFrom, { path, options: SITE }).map((address) => ({
    page: { kind: 'redirect', ...address, ...NOTHING, to: '' },
    source: { file, words: redirectWords(file) },
  }));
}

const SITE = { base: '/', ending: '' } as const;
/** What the places of pages do not depend on. */
const NOTHING = { title: '', lang: '', crumbs: [], alternates: [], noindex: true };
