import type { Author, Series } from '../types.ts';
import { indexOf } from './address.ts';
import { addressOf, type Context, placeOf } from './context.ts';
import type { Placed } from './draft.ts';
import { feedUrl, frontOf, numbered } from './front.ts';
import { numberedPlace, pagesOf, trailOf } from './list-pages.ts';
import type { LocaleParts } from './parts.ts';

/** A page for every author, and the list of them; none when switched off. */
export function authorPages({ context, authors }: LocaleParts): Placed[] {
  const { author: pattern } = context.options.pages;
  if (pattern === false) return [];
  const index = authorsIndex(authors.list, context);
  const pages = authors.all.flatMap((author) => pagesOfAuthor(author, { pattern, index, context }));
  if (index === undefined) return pages;
  const front = frontOf(index, { title: context.t('authors'), context });
  return [
    {
      page: { kind: 'authors', ...front, authors: authors.list },
      source: { words: 'the list of authors (`pages.author`)' },
    },
    ...pages,
  ];
}

/** Place of the list of authors: the folder that the pattern names, if there are authors. */
export function authorsIndex(authors: readonly Author[], context: Context): string | undefined {
  const { author: pattern } = context.options.pages;
  const place = pattern === false || authors.length === 0 ? '' : indexOf(pattern);
  return place === '' || place === '/' ? undefined : placeOf(place, {}, context);
}

function pagesOfAuthor(
  author: Author,
  { pattern, index, context }: { pattern: string; index: string | undefined; context: Context },
): Placed[] {
  const place = placeOf(pattern, { slug: author.slug }, context);
  const trail = index === undefined ? [] : [{ label: context.t('authors'), url: addressOf(index, context).url }];
  return pagesOf(author.posts, numberedPlace(place), context).map(
    ({ place: own, posts, pager }): Placed => ({
      page: {
        kind: 'author',
        author,
        posts,
        pager,
        ...frontOf(own, {
          title: numbered(author.name, pager.number, context),
          trail: [...trail, ...trailOf(pager, author.name)],
          description: pager.number === 1 ? author.description : undefined,
          feed: author.posts.length > 0 ? feedUrl(place, context) : undefined,
          noindex: author.posts.length === 0,
          context,
        }),
      },
      source: { words: `page ${pager.number} of the author “${author.name}”` },
    }),
  );
}

/** A page for every series. */
export function seriesPages({ context, series }: LocaleParts): Placed[] {
  return series.map(
    (own: Series): Placed => ({
      page: {
        kind: 'series',
        ...frontOf(placeOf(context.options.pages.series, { slug: own.slug }, context), {
          title: own.name,
          context,
        }),
        series: own,
      },
      source: { words: `the series “${own.name}”` },
    }),
  );
}
