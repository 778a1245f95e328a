import { compareCodePoints } from '../../model/code-points.ts';
import { isData } from './deep-merge.ts';
import { compare } from './liquid/value.ts';

/** A collection of `_config.yml` other than `posts` and `drafts`, which have rules of their own. */
export interface Collection {
  /** Its folder is `_label`. */
  label: string;
  /** Whether its documents become pages; templates list them all the same. Default in Jekyll: no. */
  output: boolean;
  /** Its own pattern. */
  permalink?: string;
  /** Key of front matter by which its documents stand in lists. */
  sortBy?: string;
  /** Paths below its folder that stand first in lists, in this order. */
  order?: string[];
}

/** The collections that a site has, in the order in which Jekyll renders them: a map of settings, or bare labels. */
export function readCollections(collections: unknown): Collection[] {
  const entries = Array.isArray(collections)
    ? collections.map((label): [string, unknown] => [String(label), {}])
    : Object.entries(isData(collections) ? collections : {});
  return entries.flatMap(([label, given]) => {
    if (label === 'posts' || label === 'drafts') return [];
    const { output, permalink, sort_by: sortBy, order } = isData(given) ? given : {};
    return [
      {
        label,
        output: output === true,
        ...(typeof permalink === 'string' ? { permalink } : {}),
        ...(typeof sortBy === 'string' ? { sortBy } : {}),
        ...(Array.isArray(order) ? { order: order.map(String) } : {}),
      },
    ];
  });
}

/** A document as far as its place in lists goes. */
interface Sortable {
  /** From the Jekyll folder. */
  path: string;
  data: Readonly<Record<string, unknown>>;
  /** Milliseconds since the epoch, from front matter or the file's name. */
  date?: number;
}

/**
 * Documents as lists of their collection have them: by `order`, or `sort_by`, else by date and path. Those without the
 * key of `sort_by` come last, and those that do not differ in it stay by date and path.
 */
export function inOrder<D extends Sortable>(documents: readonly D[], { label, sortBy, order }: Collection): D[] {
  const sorted = mergeSorted(documents, byDateOrPath);
  if (order) {
    const places = new Map(order.map((path, at) => [`_${label}/${path}`, at]));
    const placeOf = ({ path }: D): number => places.get(path) ?? order.length;
    return sorted.sort((a, b) => placeOf(a) - placeOf(b));
  }
  if (sortBy === undefined) return sorted;
  return sorted.sort((a, b) => {
    const [x, y] = [a, b].map(({ date, data }) => (sortBy === 'date' ? date : data[sortBy]) ?? null);
    return Number(x === null) - Number(y === null) || (compare(x, y) ?? 0);
  });
}

/** Jekyll's `Document#<=>`: where one has no date, by path alone. */
function byDateOrPath(a: Sortable, b: Sortable): number {
  const dates = a.date === undefined || b.date === undefined ? 0 : a.date - b.date;
  return dates || compareCodePoints(a.path, b.path);
}

/** As Ruby sorts (glibc's merge sort): documents with dates and without have no order that does not depend on the way. */
function mergeSorted<D extends object>(list: readonly D[], compareBoth: (a: D, b: D) => number): D[] {
  if (list.length < 2) return [...list];
  const half = Math.floor(list.length / 2);
  const left = mergeSorted(list.slice(0, half), compareBoth);
  const right = mergeSorted(list.slice(half), compareBoth);
  const merged: D[] = [];
  let i = 0;
  for (const b of right) {
    for (let a = left[i]; a !== undefined && compareBoth(a, b) <= 0; a = left[i]) {
      merged.push(a);
      i++;
    }
    merged.push(b);
  }
  return [...merged, ...left.slice(i)];
}
