import type { SiteOptions } from '../config/site-options.ts';
import type { Post } from '../types.ts';
import { compareCodePoints } from './code-points.ts';
import { compare } from './entry.ts';

/** The order of posts in lists: newest first, of equals the later path first (Jekyll's order, reversed). */
export function newestFirst(sort: SiteOptions['sort']): (a: Post, b: Post) => number {
  return sort === 'updated' ? (a, b) => b.updated.instant - a.updated.instant || byDate(a, b) : byDate;
}

function byDate(a: Post, b: Post): number {
  return (
    b.date.instant - a.date.instant || compareCodePoints(b.data.source.file, a.data.source.file) || compare(b.id, a.id)
  );
}
