import { z } from 'astro/zod';

/**
 * Every part of a page that an owner or a plugin can replace: name → what it shows.
 *
 * This is the only list. The options schema, the virtual modules, `virtual.d.ts` and the table in the
 * README come from it, or are compared with it by test. The default of slot `X` is
 * `astro-redaktion/components/X.astro`, or `astro-redaktion/layouts/X.astro` for those in `LAYOUTS`.
 */
export const SLOTS = {
  Shell: 'The whole document: html, head, header, main, footer',
  Head: 'Everything inside `<head>`',
  Header: 'Site name and navigation',
  Footer: 'Feeds, links and text at the foot',
  Home: 'Home page',
  List: 'Page of the post list',
  Post: 'Page of a post',
  Page: 'Page of a text that is no post',
  Term: 'Page of a tag or category',
  Terms: 'Index of tags or categories',
  Archive: 'Posts by year and month',
  Authors: 'List of authors',
  Author: 'Page of an author',
  Series: 'Page of a series',
  Search: 'Search page',
  NotFound: 'Page for addresses that do not exist',
  PostHeader: 'Title, by-line and picture of a post',
  PostMeta: 'Author, dates and reading time',
  PostFooter: 'Tags, author, related posts and neighbours after a post',
  PostCard: 'A post in a list',
  PostList: 'A list of cards',
  PostNeighbours: 'Links to the previous and next post',
  RelatedPosts: 'Posts to read next',
  TermLink: 'A link to a tag or category',
  TermList: 'The terms of a post or a page',
  Toc: 'A table of contents',
  TocRow: 'A row of a table of contents',
  Pager: 'Links to the pages of a list',
  Breadcrumbs: 'The trail from the home page to this page',
  AuthorCard: 'An author after a post or on a page',
  FormattedDate: 'A date',
} as const;

export type SlotName = keyof typeof SLOTS;

/** Slots that print a whole page of the kind of the same name. */
export const LAYOUTS: ReadonlySet<SlotName> = new Set([
  'Shell',
  'Home',
  'List',
  'Post',
  'Page',
  'Term',
  'Terms',
  'Archive',
  'Authors',
  'Author',
  'Series',
  'Search',
  'NotFound',
]);

const shape = Object.fromEntries(Object.keys(SLOTS).map((name) => [name, z.string().optional()])) as Record<
  SlotName,
  z.ZodOptional<z.ZodString>
>;

export const slotsSchema = z.strictObject(shape).prefault({});
