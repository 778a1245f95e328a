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
  const index = invert(posts);
  const places = new Map(posts.map((post, place) => [post, place]));
  // Flat and used again for every post: sets would cost ten times as much.
  const seen = new Int32Array(posts.length).fill(-1);
  const weights = new Float64Array(index.weights.length);

  return (post) => {
    const place = places.get(post);
    if (place === undefined) return [];
    const own = index.carried[place] ?? [];
    const best: Candidate[] = [];
    seen[place] = place;
    for (const term of own) weights[term] = index.weights[term] ?? 0;
    for (const term of own) {
      for (const other of nearestIn(index.postings[term] ?? [], place)) {
        if (seen[other] === place) continue;
        seen[other] = place;
        const score = scoreOf(index.carried[other] ?? [], weights);
        const candidate = score < (best[MOST - 1]?.score ?? 0) ? undefined : posts[other];
        if (candidate) keep({ post: candidate, score }, { best, of: post });
      }
    }
    for (const term of own) weights[term] = 0;
    return best.map((candidate) => ({ post: candidate.post, shares: sharedTerms(post, candidate.post) }));
  };
}

interface Candidate {
  post: Post;
  score: number;
}

/** Terms by number: what each post carries, where each term is carried, and how much it weighs. */
interface Index {
  carried: number[][];
  /** Places of posts, in order. */
  postings: number[][];
  weights: number[];
}

function invert(posts: readonly Post[]): Index {
  const numbers = new Map<Term, number>();
  const postings: number[][] = [];
  const carried = posts.map((post, place) =>
    termsOf(post).map((term) => {
      const number = numbers.get(term) ?? numbers.size;
      numbers.set(term, number);
      const list = postings[number] ?? [];
      list.push(place);
      postings[number] = list;
      return number;
    }),
  );
  return { carried, postings, weights: postings.map((list) => Math.log((posts.length + 1) / list.length)) };
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

/**
 * In millionths and whole, since logarithms may differ in their last digit between machines.
 *
 * @param weights 0 for every term that the post at hand does not carry
 */
function scoreOf(terms: readonly number[], weights: Float64Array): number {
  let sum = 0;
  for (const term of terms) sum += weights[term] ?? 0;
  return Math.round(sum * 1e6);
}

/** Takes a candidate in among the best, in its place. */
function keep(candidate: Candidate, { best, of }: { best: Candidate[]; of: Post }): void {
  const last = best[MOST - 1];
  if (last && order(candidate, last, of) > 0) return;
  const place = best.findIndex((other) => order(candidate, other, of) < 0);
  best.splice(place < 0 ? best.length : place, 0, candidate);
  best.length = Math.min(best.length, MOST);
}

/** Below 0 when the first is the better one to read after a post. */
function order(a: Candidate, b: Candidate, of: Post): number {
  return (
    b.score - a.score ||
    closeness(b.post, of) - closeness(a.post, of) ||
    apart(a.post, of) - apart(b.post, of) ||
    b.post.date.instant - a.post.date.instant ||
    (a.post.id < b.post.id ? -1 : 1)
  );
}

/** The same series outweighs any number of shared authors. */
function closeness(post: Post, of: Post): number {
  const sameSeries = of.series !== undefined && of.series.series === post.series?.series;
  return (sameSeries ? 1000 : 0) + of.authors.filter((author) => post.authors.includes(author)).length;
}

/** In milliseconds. */
function apart(post: Post, of: Post): number {
  return Math.abs(post.date.instant - of.date.instant);
}

/** What both carry, the rarest first. */
function sharedTerms(post: Post, other: Post): Term[] {
  const theirs = new Set(termsOf(other));
  return termsOf(post)
    .filter((term) => theirs.has(term))
    .sort((a, b) => a.posts.length - b.posts.length);
}
