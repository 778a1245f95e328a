import type { SiteOptions } from '../config/site-options.ts';
import type { Post, Problem } from '../types.ts';
import { type Locate, problemPlace } from './locate.ts';

/**
 * Ties posts to their translations: those with the same `translation_key`, or, where there is none, the same
 * slug in another language. A language without a translation has none here: what a reader is offered then is
 * that language's home page.
 *
 * @param posts the listed posts of all languages
 */
export function linkTranslations(
  posts: readonly Post[],
  {
    options,
    locate,
  }: {
    options: Pick<SiteOptions, 'locales'>;
    locate: Locate | undefined;
  },
): Problem[] {
  if (options.locales.length < 2) return [];
  const groups = Map.groupBy(posts, ({ data }) => data.translationKey ?? data.slug);
  return [...groups.values()].flatMap((group) => linkGroup(group, { options, locate }));
}

function linkGroup(group: Post[], setup: Parameters<typeof linkTranslations>[1]): Problem[] {
  const twice = sameLanguage(group);
  if (!twice) link(group, setup.options);
  else if (twice.every(({ data }) => data.translationKey)) return [keyTwice(twice, setup.locate)];
  // A recurring slug (`veckobrev`) says nothing alone; with the day it does.
  else
    for (const day of Map.groupBy(group, (post) => post.date.day).values())
      if (!sameLanguage(day)) link(day, setup.options);
  return [];
}

/** Two posts of a group that are in one language. */
function sameLanguage(group: Post[]): [Post, Post] | undefined {
  const seen = new Map<string, Post>();
  for (const post of group) {
    const other = seen.get(post.lang);
    if (other) return [other, post];
    seen.set(post.lang, post);
  }
  return undefined;
}

function link(group: Post[], { locales }: Pick<SiteOptions, 'locales'>): void {
  const place = new Map(locales.map(({ lang }, index) => [lang, index]));
  const ordered = group.toSorted((a, b) => (place.get(a.lang) ?? 0) - (place.get(b.lang) ?? 0));
  for (const post of group) post.translations = ordered.filter((other) => other !== post);
}

function keyTwice([first, second]: [Post, Post], locate: Locate | undefined): Problem {
  return {
    code: 'translation-key-twice',
    severity: 'error',
    ...problemPlace({ file: second.data.source.file, key: 'translation_key' }, locate),
    message: `\`translation_key\` “${second.data.translationKey}” is also that of ${first.data.source.file}, in the same language (${second.lang}).`,
    fix: 'Give one of them another key.',
  };
}
