import type { Author, Crumb, Problem, Term, TextPageData } from '../types.ts';
import { linkAlternates, type SharedNames } from './alternates.ts';
import { archivePages } from './archive-pages.ts';
import { addressOf } from './context.ts';
import type { Placed } from './draft.ts';
import { listPages, notFoundPage, postsIndex, searchPages } from './list-pages.ts';
import { oldArchivePages } from './old-archive.ts';
import type { LocaleParts } from './parts.ts';
import { authorPages, seriesPages } from './people-pages.ts';
import { postPages } from './post-pages.ts';
import { oldAddresses, redirectTarget, redirectWords, unsafeTarget } from './redirects.ts';
import { categorySetup, keywordSetup, tagSetup, termPages } from './term-pages.ts';
import { textPages } from './text-pages.ts';

/**
 * All pages of the site, each in its place, posts first: where two want one address, the post keeps it. Of two old
 * addresses a page's comes before a post's, as in Jekyll.
 *
 * @param parts what each language has, the main one first
 * @param texts pages that are no posts
 */
export function createPages(
  parts: readonly LocaleParts[],
  texts: readonly TextPageData[] = [],
): { placed: Placed[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const posts = parts.map((own) => postPages(own, listCrumb(own)));
  const others = parts.map(localePages);
  linkAlternates(others, sharedNames(parts));
  const [main] = parts;
  const redirects = parts.flatMap((own) => {
    const { list, problems: faults } = redirectPages(own);
    problems.push(...faults);
    return list;
  });
  const own = textPages(
    texts,
    parts.map(({ context }) => context),
  );
  const placed = [...posts.flat(), ...others.flat(), ...(main ? [notFoundPage(main)] : []), ...own, ...redirects];
  return { placed: [...placed, ...parts.flatMap(oldArchivePages)], problems };
}

/** All but the posts. */
function localePages(parts: LocaleParts): Placed[] {
  const { context, tags, categories, keywords } = parts;
  const keyword = keywordSetup(context);
  return [
    ...listPages(parts),
    ...termPages(tags, tagSetup(context)),
    ...termPages(categories, categorySetup(context)),
    ...(keywords && keyword ? termPages(keywords, keyword) : []),
    ...archivePages(parts),
    ...authorPages(parts),
    ...seriesPages(parts),
    ...searchPages(parts),
  ];
}

function listCrumb({ context }: LocaleParts): Crumb | undefined {
  const place = postsIndex(context);
  return place === undefined ? undefined : { label: context.t('posts'), url: addressOf(place, context).url };
}

function redirectPages({ allPosts, context }: LocaleParts): { list: Placed[]; problems: Problem[] } {
  const { list, problems } = oldAddresses(allPosts, context);
  const unsafe = allPosts.flatMap((post) =>
    post.data.redirectTo === undefined ? [] : (unsafeTarget(post, context) ?? []),
  );
  const placed = list.map(
    ({ post, address }): Placed => ({
      page: {
        kind: 'redirect',
        ...address,
        title: post.title,
        lang: post.lang,
        crumbs: [],
        alternates: [],
        noindex: true,
        to: post.data.redirectTo === undefined ? post.url : redirectTarget(post.data.redirectTo, context.options),
      },
      source: { file: post.data.source.file, words: redirectWords(post.data.source.file) },
    }),
  );
  return { list: placed, problems: [...problems, ...unsafe] };
}

function sharedNames(parts: readonly LocaleParts[]): SharedNames {
  const terms = new Map<Term, string>(
    parts.flatMap(({ tags, categories, keywords }) =>
      [tags, categories, keywords].flatMap((own) => [...(own?.keys ?? [])]),
    ),
  );
  const authors = new Map<Author, string>(parts.flatMap((own) => [...own.authors.keys]));
  return { term: (term) => terms.get(term) ?? '', author: (author) => authors.get(author) ?? '' };
}
