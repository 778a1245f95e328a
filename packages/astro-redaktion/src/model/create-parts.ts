import type { Post, Problem, Term } from '../types.ts';
import { createAuthors } from './authors.ts';
import type { Context } from './context.ts';
import { newestFirst } from './order.ts';
import type { LocaleParts } from './parts.ts';
import type { AuthorRecord } from './records.ts';
import type { Register, TermRegister } from './registry.ts';
import { createSeries } from './series.ts';
import { categorySetup, keywordSetup, tagSetup } from './term-pages.ts';
import { createTerms, type Terms } from './terms.ts';

/** The owner's registries, checked; those that do not exist are absent. */
export interface Registers {
  tags: TermRegister | undefined;
  categories: TermRegister | undefined;
  authors: Register<AuthorRecord> | undefined;
}

/**
 * Makes what one language of the site has, and ties its posts to it.
 *
 * @param posts all posts of the language that have a page, the oldest first
 */
export function createParts(
  posts: readonly Post[],
  registers: Registers,
  context: Context,
): { parts: LocaleParts; problems: Problem[] } {
  const tags = createTerms(posts, { ...tagSetup(context), register: registers.tags });
  const categories = createTerms(posts, { ...categorySetup(context), register: registers.categories });
  const keyword = keywordSetup(context);
  const keywords = keyword && createTerms(posts, { ...keyword, register: undefined });
  for (const post of posts) {
    post.tags = termsOf(post.data.tags, tags);
    post.categories = termsOf(post.data.categories, categories);
    if (keywords) post.keywordTerms = termsOf(post.data.tagsExtra, keywords);
  }
  const authors = createAuthors(posts, registers.authors, context);
  const series = createSeries(posts, context);
  const allPosts = posts.toSorted(newestFirst(context.options.sort));
  const listed = allPosts.filter((post) => post.listed);
  return {
    parts: {
      context,
      allPosts,
      posts: listed,
      dated: listed.toSorted(newestFirst('date')),
      tags,
      categories,
      keywords,
      authors,
      series: series.list,
    },
    problems: [
      ...tags.problems,
      ...categories.problems,
      ...(keywords?.problems ?? []),
      ...authors.problems,
      ...series.problems,
    ],
  };
}

/** In the order in which the post names them, each once. */
function termsOf(spellings: readonly string[], terms: Terms): Term[] {
  const found = spellings.map((spelling) => terms.find(spelling));
  return [...new Set(found.filter((term) => term !== undefined))];
}
