import { isUnwanted } from './robots.ts';
import type { Crumb, Post } from '../types.ts';
import type { Context } from './context.ts';
import type { Placed } from './draft.ts';
import { createNeighbours } from './neighbours.ts';
import { homeUrl } from './front.ts';
import type { LocaleParts } from './parts.ts';
import { redirectTarget, unsafeTarget } from './redirects.ts';
import { createRelated } from './related.ts';

/** A page for every post of a language; one that only leads elsewhere has a redirect. */
export function postPages({ context, allPosts, dated }: LocaleParts, list: Crumb | undefined): Placed[] {
  const neighbours = createNeighbours(dated);
  const related = createRelated(dated);
  return allPosts.map((post) => {
    const front = postFront(post, list, context);
    const source = { file: post.data.source.file, words: post.data.source.file };
    const { redirectTo } = post.data;
    if (redirectTo === undefined || unsafeTarget(post, context)) {
      return { page: { kind: 'post', ...front, post, ...neighbours(post), related: related(post) }, source };
    }
    return {
      page: { kind: 'redirect', ...front, noindex: true, to: redirectTarget(redirectTo, context.options) },
      source,
    };
  });
}

function postFront(post: Post, list: Crumb | undefined, context: Context) {
  const { url, path, title, lang, description, translations, data, held } = post;
  return {
    url,
    path,
    title,
    lang,
    ...(description === undefined ? {} : { description }),
    crumbs: [{ label: context.t('home'), url: homeUrl(context) }, ...section(post, list), { label: title }],
    alternates: translations.map((other) => ({ lang: other.lang, url: other.url })),
    noindex: data.unlisted || held !== undefined || isUnwanted(data),
  };
}

/** What a post stands under: its first category, else the post list. */
function section({ categories, listed }: Post, list: Crumb | undefined): Crumb[] {
  const [category] = listed ? categories : [];
  if (category) return [{ label: category.label, url: category.url }];
  return list ? [list] : [];
}
