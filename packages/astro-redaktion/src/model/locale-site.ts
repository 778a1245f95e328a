import type { LocaleSite } from '../types.ts';
import { addressOf, placeOf } from './context.ts';
import { feedUrl, homePlace, homeUrl } from './front.ts';
import { postsIndex } from './list-pages.ts';
import type { LocaleParts } from './parts.ts';
import { authorsIndex } from './people-pages.ts';
import { categorySetup, tagSetup, termsIndex } from './term-pages.ts';

/** What one language has, and where its pages lie; links to what would be empty are left out. */
export function localeSite({ context, posts, tags, categories, authors }: LocaleParts): LocaleSite {
  const { archive, search } = context.options.pages;
  const places = {
    posts: postsIndex(context),
    tags: tags.list.length > 0 ? termsIndex(tags, tagSetup(context)) : undefined,
    categories: termsIndex(categories, categorySetup(context)),
    archive: archive !== false && posts.length > 0 ? placeOf(archive, {}, context) : undefined,
    authors: authorsIndex(authors.list, context),
    search: search === false ? undefined : placeOf(search, {}, context),
  };
  const links = Object.entries(places).flatMap(([name, place]) =>
    place === undefined ? [] : [[name, addressOf(place, context).url]],
  );
  return {
    lang: context.locale.lang,
    home: homeUrl(context),
    posts,
    tags: tags.list,
    categories: categories.list,
    links: { ...Object.fromEntries(links), feed: feedUrl(homePlace(context), context) },
  };
}
