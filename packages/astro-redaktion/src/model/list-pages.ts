import type { Pager, Post, Term } from '../types.ts';
import { below, inLanguage } from './address.ts';
import { addressOf, type Context, placeOf } from './context.ts';
import type { Placed } from './draft.ts';
import { compare } from './entry.ts';
import { feedUrl, frontOf, homePlace, numbered } from './front.ts';
import { type ListSlice, paginate } from './paginate.ts';
import type { LocaleParts } from './parts.ts';

/** How many topics the home page shows. */
const TOPICS = 12;
/** How many posts the page for missing addresses offers. */
const OFFERED = 5;

/**
 * The home page and the pages of the post list. Home shows the list's first page, so that page 2 goes on from
 * either, as on a Jekyll site; the list has a first page of its own, too, unless its path leaves no room for it.
 */
export function listPages({ context, posts, tags }: LocaleParts): Placed[] {
  const slices = pagesOf(posts, (number) => listPlace(number, context), context);
  const ownFirst = postsIndex(context) !== undefined;
  const list = slices.filter(({ pager }) => pager.number > 1 || ownFirst);
  return [
    ...slices.slice(0, 1).map((first) => homePage(first, tags.list, context)),
    ...list.map((slice) => listPage(slice, context)),
  ];
}

function homePage({ posts, pager }: ListSlice, tags: readonly Term[], context: Context): Placed {
  const { title, description } = context.options;
  const place = homePlace(context);
  const front = frontOf(place, { title, description, feed: feedUrl(place, context), context });
  return {
    page: { kind: 'home', ...front, crumbs: [], posts, pager, terms: topics(tags) },
    source: { words: 'the home page' },
  };
}

function listPage({ place, posts, pager }: ListSlice, context: Context): Placed {
  const name = context.t('posts');
  const front = frontOf(place, {
    title: numbered(name, pager.number, context),
    trail: postsIndex(context) === undefined ? [] : trailOf(pager, name),
    feed: feedUrl(homePlace(context), context),
    context,
  });
  return {
    page: { kind: 'list', ...front, posts, pager },
    source: { words: `page ${pager.number} of the post list (\`paginatePath\`)` },
  };
}

/** Place of the post list's first page; none where it is the home page itself. */
export function postsIndex(context: Context): string | undefined {
  const place = listPlace(1, context);
  return addressOf(place, context).path === addressOf(homePlace(context), context).path ? undefined : place;
}

/** Cuts posts into pages of the site's size. */
export function pagesOf(posts: readonly Post[], place: (page: number) => string, context: Context): ListSlice[] {
  return paginate(posts, {
    size: context.options.postsPerPage,
    place,
    url: (own) => addressOf(own, context).url,
  });
}

/** Page n of a list whose first page lies at `place`. */
export function numberedPlace(place: string): (page: number) => string {
  return (page) => (page === 1 ? place : below(place, page));
}

/** The first page of a list stands between home and the others. */
export function trailOf({ number, urls }: Pager, label: string): { label: string; url?: string }[] {
  const [url] = urls;
  return number === 1 || url === undefined ? [] : [{ label, url }];
}

/** The page for addresses that do not exist; one for the whole site, in its main language. */
export function notFoundPage({ context, posts }: LocaleParts): Placed {
  const front = frontOf('/404', { title: context.t('notFoundTitle'), noindex: true, context });
  const page = { ...front, url: `${context.options.base}404.html`, path: '404' };
  return {
    page: { kind: 'notFound', ...page, posts: posts.slice(0, OFFERED) },
    source: { words: 'the page for missing addresses' },
  };
}

export function searchPages({ context }: LocaleParts): Placed[] {
  const { search } = context.options.pages;
  if (search === false) return [];
  const front = frontOf(placeOf(search, {}, context), { title: context.t('search'), noindex: true, context });
  return [{ page: { kind: 'search', ...front }, source: { words: 'the search page (`pages.search`)' } }];
}

/**
 * `/artiklar/:num/` is `/artiklar/` for the first page; where the number is but a part of a step
 * (`/page:num/`) it stays.
 */
function listPlace(number: number, { options: { paginatePath, firstPage }, locale }: Context): string {
  const first = firstPage ?? paginatePath.replace(/\/:num(?=\/|$)/, '');
  const path = number === 1 ? first : paginatePath;
  return inLanguage(path.replace(/:num/g, String(number)) || '/', locale.prefix);
}

function topics(tags: readonly Term[]): Term[] {
  return tags.toSorted((a, b) => b.posts.length - a.posts.length || compare(a.slug, b.slug)).slice(0, TOPICS);
}
