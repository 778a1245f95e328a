import type { Post, Related, Term } from '../types.ts';

/** How many posts to read next a post has at most. */
const MOST = 3;
/** How many posts of one term are looked at, on either side in time: what keeps the work linear in posts. */
const REACH = 60;

/**
 * Finds posts to read next: those of the same language that share tags or categories.
 *
 * A shared term weighs `ln((posts + 1) / posts with the term)`: the rarer, the more. Ties go to the same
 * series, then to shared authors, then to the nearer in time, then to the newer. Of a term that very many
 * posts carry only the nearest in time are candidates, but a candidate's score counts all that it shares.
 *
 * @param posts the listed posts of one language, newest first by date
 */
export function createRelated(posts: readonly Post[]): (post: Post) => Related[] {
  const postings = invert(posts);
  const weights = new Map([...postings].map(([term, list]) => [term, Math.log((posts.length + 1) / list.length)]));
  const places = new Map(posts.map((post, place) => [post, place]));

  return (post) => {
    const place = places.get(post);
    if (place === undefined) return [];
    const own = termsOf(post);
    const candidates = new Set(own.flatMap((term) => nearestIn(postings.get(term) ?? [], place)));
    candidates.delete(place);
    return [...candidates]
      .map((candidate) => score(post, posts[candidate], { own, weights }))
      .filter((row) => row !== undefined)
      .sort(better)
      .slice(0, MOST)
      .map((row) => ({ post: row.other, shares: row.shares }));
  };
}

interface Scored {
  other: Post;
  shares: Term[];
  score: number;
  sameSeries: number;
  sharedAuthors: number;
  /** Milliseconds between the two. */
  apart: number;
}

/** Places of the posts that carry each term, in order. */
function invert(posts: readonly Post[]): Map<Term, number[]> {
  const postings = new Map<Term, number[]>();
  for (const [place, post] of posts.entries()) {
    for (const term of termsOf(post)) {
      const list = postings.get(term);
      if (list) list.push(place);
      else postings.set(term, [place]);
    }
  }
  return postings;
}

function termsOf(post: Post): Term[] {
  return [...post.tags, ...post.categories];
}

/** The places nearest to one's own, found by halving. */
function nearestIn(list: readonly number[], place: number): readonly number[] {
  if (list.length <= 2 * REACH) return list;
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return list.slice(Math.max(0, low - REACH), low + REACH + 1);
}

function score(post: Post, other: Post | undefined, { own, weights }: { own: Term[]; weights: Map<Term, number> }): Scored | undefined {
  if (!other) return undefined;
  const theirs = termsOf(other);
  const shares = own.filter((term) => theirs.includes(term)).sort((a, b) => a.posts.length - b.posts.length);
  const sum = shares.reduce((total, term) => total + (weights.get(term) ?? 0), 0);
  return {
    other, shares,
    // Rounded, since logarithms may differ in their last digit between machines.
    score: Math.round(sum * 1e6),
    sameSeries: Number(post.series !== undefined && post.series.series === other.series?.series),
    sharedAuthors: post.authors.filter((author) => other.authors.includes(author)).length,
    apart: Math.abs(post.date.instant - other.date.instant),
  };
}

function better(a: Scored, b: Scored): number {
  return b.score - a.score || b.sameSeries - a.sameSeries || b.sharedAuthors - a.sharedAuthors
    || a.apart - b.apart || b.other.date.instant - a.other.date.instant || (a.other.id < b.other.id ? -1 : 1);
}
