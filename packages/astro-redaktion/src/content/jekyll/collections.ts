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
  /** Below the collection's folder. */
  path: string;
  data: Readonly<Record<string, unknown>>;
}

/**
 * Documents as lists of their collection have them: by `order`, or `sort_by`, else as they are given (by date, then path).
 * Where `sort_by` finds nothing to compare, those without the key come last, and others stay as they are given.
 */
export function inOrder<D extends Sortable>(documents: readonly D[], { label, sortBy, order }: Collection): D[] {
  const root = `_${label}/`;
  if (order) {
    const places = new Map(order.map((path, at) => [root + path, at]));
    const placeOf = ({ path }: D): number => places.get(path) ?? order.length;
    return documents.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
  if (sortBy === undefined) return [...documents];
  return documents.toSorted((a, b) => {
    const [x, y] = [a.data[sortBy] ?? null, b.data[sortBy] ?? null];
    return Number(x === null) - Number(y === null) || (compare(x, y) ?? 0);
  });
}
