import type { Post, Term } from '../types.ts';

/** How many related terms a term has at most. */
const MOST = 8;
/** A post with more terms than this says nothing of any two of them, and would cost their square. */
const TOO_MANY = 40;

/**
 * Gives each term those that share posts with it more often than chance would have it, best first.
 *
 * Scored by the log-likelihood ratio G² of the 2×2 table of posts (Dunning 1993, “Accurate Methods for the
 * Statistics of Surprise and Coincidence”): unlike lift it does not prefer pairs that met once. Pairs that
 * meet no more often than expected are left out; ties go to the name.
 */
export function relateTerms(terms: readonly Term[], collator: Intl.Collator): void {
  const carried = termsByPost(terms);
  const together = countPairs(carried.values(), terms.length);
  const scored = terms.map((): { term: Term; score: number }[] => []);
  for (const [pair, count] of together) {
    const [first, second] = [Math.floor(pair / terms.length), pair % terms.length];
    const [a, b] = [terms[first], terms[second]];
    if (!a || !b || count * carried.size <= a.posts.length * b.posts.length) continue;
    const score = logLikelihood({ both: count, a: a.posts.length, b: b.posts.length, all: carried.size });
    scored[first]?.push({ term: b, score });
    scored[second]?.push({ term: a, score });
  }
  for (const [index, term] of terms.entries()) {
    const best = (scored[index] ?? []).sort(
      (x, y) =>
        y.score - x.score || collator.compare(x.term.label, y.term.label) || (x.term.slug < y.term.slug ? -1 : 1),
    );
    term.related = best.slice(0, MOST).map((row) => row.term);
  }
}

/**
 * G² = 2 Σ observed · ln(observed / expected) over posts with both, one and neither.
 * Rounded, since logarithms may differ in their last digit between machines.
 */
export function logLikelihood({ both, a, b, all }: { both: number; a: number; b: number; all: number }): number {
  const cells: [number, number][] = [
    [both, (a * b) / all],
    [a - both, (a * (all - b)) / all],
    [b - both, ((all - a) * b) / all],
    [all - a - b + both, ((all - a) * (all - b)) / all],
  ];
  const sum = cells.reduce((total, [seen, expected]) => total + (seen === 0 ? 0 : seen * Math.log(seen / expected)), 0);
  return Math.round(2 * sum * 1e6) / 1e6;
}

function termsByPost(terms: readonly Term[]): Map<Post, number[]> {
  const carried = new Map<Post, number[]>();
  for (const [index, term] of terms.entries()) {
    for (const post of term.posts) {
      const list = carried.get(post);
      if (list) list.push(index);
      else carried.set(post, [index]);
    }
  }
  return carried;
}

/** How many posts carry each pair of terms; a pair is `first * size + second`, the first being the smaller. */
function countPairs(carried: Iterable<number[]>, size: number): Map<number, number> {
  const pairs = new Map<number, number>();
  for (const list of carried) {
    if (list.length > TOO_MANY) continue;
    for (const [place, first] of list.entries()) {
      for (const second of list.slice(place + 1)) {
        const pair = first * size + second;
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      }
    }
  }
  return pairs;
}
