import type { Post, Taxonomy } from '../types.ts';
import type { Context } from './context.ts';
import type { TermRecord } from './records.ts';
import type { TermRegister } from './registry.ts';
import { bestSpelling, countSpelling, nameKey, type Spellings } from './spelling.ts';

/** All uses of one term, whatever its spelling. */
export interface TermGroup {
  key: string;
  record?: TermRecord;
  spellings: Spellings;
  /** Spellings in listed posts alone: a draft does not change how a tag is printed. */
  listedSpellings: Spellings;
  /** Oldest first. */
  uses: { post: Post; value: string }[];
}

/** What decides the terms of one taxonomy in one language. */
export interface TermsSetup {
  taxonomy: Taxonomy;
  /** Pattern of the pages, with `:slug`. */
  pattern: string;
  register: TermRegister | undefined;
  context: Context;
}

/** Gathers the uses of every term, and the terms above them; in the order of their first use. */
export function groupUses(posts: readonly Post[], { taxonomy, register }: TermsSetup): Map<string, TermGroup> {
  const groups = new Map<string, TermGroup>();
  for (const post of posts) {
    for (const value of post.data[FIELDS[taxonomy]]) {
      if (nameKey(value) === '') continue;
      const group = groupOf(groups, register?.find(value), value);
      countSpelling(group.spellings, value);
      if (post.listed) countSpelling(group.listedSpellings, value);
      group.uses.push({ post, value });
    }
  }
  if (register) addAncestors(groups, register);
  return groups;
}

/** The label of a group: the registry's in this language, else the most used spelling. */
export function labelOf({ record, spellings, listedSpellings }: TermGroup, lang: string): string {
  return (
    record?.locales?.[lang]?.label ??
    record?.label ??
    bestSpelling(listedSpellings.size > 0 ? listedSpellings : spellings)
  );
}

/** What a term is known by in every language: the registry's key, else its spelling. */
export function keyOf(record: TermRecord | undefined, value: string): string {
  return nameKey(record?.key ?? value);
}

function groupOf(groups: Map<string, TermGroup>, record: TermRecord | undefined, value: string): TermGroup {
  const key = keyOf(record, value);
  const known = groups.get(key);
  if (known) return known;
  const made: TermGroup = {
    key,
    ...(record ? { record } : {}),
    spellings: new Map(),
    listedSpellings: new Map(),
    uses: [],
  };
  groups.set(key, made);
  return made;
}

/** A term above a used one has a page, too, even if no post carries it. */
function addAncestors(groups: Map<string, TermGroup>, register: TermRegister): void {
  for (const { record } of [...groups.values()]) {
    let parent = record && register.parentOf(record);
    while (parent && !groups.has(nameKey(parent.key))) {
      groupOf(groups, parent, parent.key);
      parent = register.parentOf(parent);
    }
  }
}

const FIELDS = { tag: 'tags', category: 'categories', keyword: 'tagsExtra' } as const;
