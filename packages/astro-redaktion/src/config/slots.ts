import { z } from 'astro/zod';

/**
 * Every part of a page that an owner or a plugin can replace, or set something before, after or around: name → what it shows.
 *
 * This is the only list. The options schema, the virtual modules, `virtual.d.ts` and the table in the
 * README come from it, or are compared with it by test. The default of slot `X` is
 * `astro-redaktion/components/X.astro`, or `astro-redaktion/layouts/X.astro` for those in `LAYOUTS`.
 */
export const SLOTS = {
  Shell: 'The whole document: html, head, header, main, footer',
  Head: 'Everything inside `<head>`',
  Header: 'Site name and navigation',
  SchemeSwitch: 'Choice of light, dark or the system’s scheme',
  Footer: 'Feeds, links and text at the foot',
  Home: 'Home page',
  List: 'Page of the post list',
  Post: 'Page of a post',
  PostWide: 'Page of a post with `layout: wide`: pictures and tables take the page’s whole width',
  PostNote: 'Page of a post with `layout: note`: a short text',
  PostLink: 'Page of a post with `layout: link`: leads to a page elsewhere',
  Page: 'Page of a text that is no post',
  Term: 'Page of a tag or category',
  Terms: 'Index of tags or categories',
  Archive: 'Posts by year and month',
  Authors: 'List of authors',
  Author: 'Page of an author',
  Series: 'Page of a series',
  Search: 'Search page',
  NotFound: 'Page for addresses that do not exist',
  PageIntro: 'Title at the head of a page that is no post',
  HeldNotice: 'Why a post is not on the published site, where it is shown all the same',
  PostHeader: 'Title, by-line and picture of a post',
  PostOutlink: 'Where a post with `layout: link` leads',
  PostPicture: 'The picture of a post, with caption and credit',
  TextPicture: 'A picture in a text',
  PostMeta: 'Author, dates and reading time',
  PostFooter: 'Tags, author, related posts and neighbours after a post',
  ShareLinks: 'Ways to pass a post on',
  PostCorrections: 'What has been corrected in a post, and when',
  PostLicence: 'The licence of a post',
  SeriesLine: 'Which part of a series a post is, above its title',
  SeriesParts: 'The parts of a series after one of them',
  PostCard: 'A post in a list',
  PostRow: 'A post on one line: date and title',
  PostList: 'A list of cards',
  PostNeighbours: 'Links to the previous and next post',
  RelatedPosts: 'Posts to read next',
  TermLink: 'A link to a tag or category',
  TermList: 'The terms of a post or a page',
  TermCount: 'A row of the index: a tag or category and how many posts have it',
  TermNeighbours: 'Terms above, below and beside a tag or category',
  FeedLink: 'The way to the feed of a page',
  SearchDoor: 'The way to the search in the header',
  SearchForm: 'The search of the search page',
  Toc: 'A table of contents',
  TocRow: 'A row of a table of contents',
  Pager: 'Links to the pages of a list',
  PagerLink: 'A link of a pager: a number, or a step to the page before or after',
  Breadcrumbs: 'The trail from the home page to this page',
  AuthorName: 'An author in a by-line',
  AuthorCard: 'An author after a post or on a page',
  FormattedDate: 'A date',
  ContactBox: 'The contact form with its heading, on the home page',
  ContactForm: 'The contact form, also after a post',
} as const;

export type SlotName = keyof typeof SLOTS;

/** Slots that print a whole page of the kind of the same name. */
export const LAYOUTS: ReadonlySet<SlotName> = new Set([
  'Shell',
  'Home',
  'List',
  'Post',
  'PostWide',
  'PostNote',
  'PostLink',
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

/** A component's path or package specifier, or several. */
const parts = z
  .union([z.string(), z.array(z.string())], { error: 'must be the path of a component, or a list of paths' })
  .default([])
  .transform((value) => [value].flat());

const additionsSchema = z.strictObject({
  before: parts,
  after: parts,
  around: parts,
  plugins: z.array(z.string()).optional(),
});

/** What an owner sets before, after and around a slot. */
export type OwnAdditions = z.output<typeof additionsSchema>;

/** An object whose keys are the slots, each of them optional. */
function bySlot<T extends z.ZodType>(value: T): z.ZodPrefault<z.ZodObject<Record<SlotName, z.ZodOptional<T>>>> {
  const shape = Object.fromEntries(Object.keys(SLOTS).map((name) => [name, value.optional()]));
  return z.strictObject(shape as Record<SlotName, z.ZodOptional<T>>).prefault({}) as never;
}

export const slotsSchema = bySlot(z.string());

export const slotAdditionsSchema = bySlot(additionsSchema);
