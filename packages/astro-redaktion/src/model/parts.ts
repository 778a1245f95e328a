import type { Post, Series } from '../types.ts';
import type { Authors } from './authors.ts';
import type { Context } from './context.ts';
import type { Terms } from './terms.ts';

/** What one language of the site is made of; its pages are made from this. */
export interface LocaleParts {
  context: Context;
  /** Listed, in the order of lists. */
  posts: Post[];
  /** Listed, newest first by date, whatever the order of lists. */
  dated: Post[];
  /** All that have a page, newest first. */
  allPosts: Post[];
  tags: Terms;
  categories: Terms;
  /** Absent when keywords make no pages. */
  keywords: Terms | undefined;
  authors: Authors;
  series: Series[];
}
