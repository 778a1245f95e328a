import type { Page } from '../types.ts';

/** A page before its key is known. */
export type PageDraft = WithoutKey<Page>;

/** A page that is about to take its place, and who wants it there: a file, or what in words. */
export interface Placed {
  page: PageDraft;
  source: PageSource;
}

/** For problems: the file to name, and the page in words. */
export interface PageSource {
  file?: string;
  words: string;
}

type WithoutKey<P> = P extends Page ? Omit<P, 'key'> : never;
