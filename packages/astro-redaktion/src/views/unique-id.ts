const used = new WeakMap<object, Map<string, number>>();

/**
 * An id that no other part of the same page has: the stem, and from the second time on a number after it.
 *
 * @param page `Astro.locals` or `Astro.request`: each page has its own
 */
export function uniqueId(page: object, stem: string): string {
  const counts = used.get(page) ?? new Map<string, number>();
  used.set(page, counts);
  const count = (counts.get(stem) ?? 0) + 1;
  counts.set(stem, count);
  return count === 1 ? stem : `${stem}-${count}`;
}
