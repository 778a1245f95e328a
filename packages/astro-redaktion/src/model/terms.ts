import type { Post, Problem, Term } from '../types.ts';
import { addressOf, type Context, placeOf } from './context.ts';
import { newestFirst } from './order.ts';
import { relateTerms } from './related-terms.ts';
import { nameKey } from './spelling.ts';
import { groupUses, keyOf, labelOf, type TermGroup, type TermsSetup } from './term-groups.ts';
import { createSlugs } from './term-slugs.ts';
import { unknownTerms } from './unknown-terms.ts';

/** The terms of one taxonomy in one language. */
export interface Terms {
  /** Those with a listed post, or above one that has; by name in the language's order. What an index shows. */
  list: Term[];
  /** Also those that only unlisted posts (or, in dev, held-back ones) carry: they have a page, but stand in no index. */
  all: Term[];
  find: (spelling: string) => Term | undefined;
  problems: Problem[];
  /** What a term is known by in every language: the registry's key, else its spelling. */
  keys: Map<Term, string>;
  summaries: Map<Term, string>;
}

/**
 * Makes the terms of a taxonomy and gives each post its own. Spellings that differ in case, Unicode form or
 * `_`, `-` and space, and a registry's aliases, are one term; its label is the registry's, else the most used
 * spelling.
 *
 * @param posts all posts of the language that have a page, the oldest first
 */
export function createTerms(posts: readonly Post[], setup: TermsSetup): Terms {
  const groups = groupUses(posts, setup);
  const slugs = createSlugs(groups.values(), setup);
  const terms = new Map<string, Term>();
  for (const group of groups.values()) terms.set(group.key, createTerm(group, slugs.slugOf(group), setup));
  const all = [...terms.values()];
  for (const group of groups.values()) join(group, terms, setup);
  const list = inOrder(all.filter(isListed), setup.context);
  for (const term of all) {
    term.children = inOrder(term.children.filter(isListed), setup.context);
    term.posts.sort(newestFirst(setup.context.options.sort));
  }
  relateTerms(list, setup.context.collator);
  return {
    list,
    all,
    find: (spelling) => terms.get(keyOf(setup.register?.find(spelling), spelling)),
    problems: [...slugs.problems, ...unknownTerms(groups.values(), setup)],
    keys: new Map([...terms].map(([key, term]) => [term, key])),
    summaries: new Map([...groups].flatMap(([key, group]) => summary(terms.get(key), group, setup))),
  };
}

function createTerm(group: TermGroup, slug: string, { taxonomy, pattern, context }: TermsSetup): Term {
  const { lang } = context.locale;
  const { record } = group;
  const description = record?.locales?.[lang]?.description ?? record?.description;
  return {
    taxonomy,
    slug,
    lang,
    label: labelOf(group, lang),
    spellings: spellingsOf(group),
    ...addressOf(placeOf(pattern, { slug }, context), context),
    ...(description === undefined ? {} : { description }),
    ...(record?.colour === undefined ? {} : { colour: record.colour }),
    children: [],
    posts: [],
    related: [],
  };
}

function spellingsOf({ record, uses }: TermGroup): string[] {
  const written = uses.flatMap(({ post, value }) => (post.listed ? value : []));
  return [...new Set([...written, ...(record ? [record.key] : [])])];
}

/** Ties a term to its parent and its posts; a post that spells it twice has it once. */
function join(group: TermGroup, terms: Map<string, Term>, { register }: TermsSetup): void {
  const term = terms.get(group.key);
  if (!term) return;
  const above = group.record && register?.parentOf(group.record);
  const parent = above && terms.get(nameKey(above.key));
  if (parent) {
    term.parent = parent;
    parent.children.push(term);
  }
  for (const { post } of group.uses) if (post.listed && term.posts.at(-1) !== post) term.posts.push(post);
}

/** Children are joined before this is asked, so it sees the whole tree. */
function isListed(term: Term): boolean {
  return term.posts.length > 0 || term.children.some(isListed);
}

function inOrder(terms: Term[], { collator }: Context): Term[] {
  return terms.sort((a, b) => collator.compare(a.label, b.label) || (a.slug < b.slug ? -1 : 1));
}

function summary(term: Term | undefined, { record }: TermGroup, { context }: TermsSetup): [Term, string][] {
  const text = record?.locales?.[context.locale.lang]?.summary ?? record?.summary;
  return term && text !== undefined ? [[term, text]] : [];
}
