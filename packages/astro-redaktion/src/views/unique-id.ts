const used = new WeakMap<Request, Map<string, number>>();

/** An id that no other part of the same page has: the stem, and from the second time on a number after it. */
export function uniqueId(request: Request, stem: string): string {
  const counts = used.get(request) ?? new Map<string, number>();
  used.set(request, counts);
  const count = (counts.get(stem) ?? 0) + 1;
  counts.set(stem, count);
  return count === 1 ? stem : `${stem}-${count}`;
}
