import type { PostData } from '../types.ts';
import { compareCodePoints } from './code-points.ts';

/** A post as the collection hands it over. */
export interface Entry {
  id: string;
  data: PostData;
}

/**
 * The order of entries, oldest first: by date, then by path, as Jekyll has it; never the order in which
 * the disk gives the files.
 */
export function oldestFirst(a: Entry, b: Entry): number {
  return (
    a.data.date.instant - b.data.date.instant ||
    compareCodePoints(a.data.source.file, b.data.source.file) ||
    compare(a.id, b.id)
  );
}

/** Order of strings by code unit, the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
