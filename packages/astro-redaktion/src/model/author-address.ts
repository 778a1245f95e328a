import type { Author, Problem } from '../types.ts';
import { addressOf, type Context, placeOf } from './context.ts';
import { compare } from './entry.ts';
import { problemPlace } from './locate.ts';
import type { AuthorRecord } from './records.ts';
import type { Register } from './registry.ts';
import { codePoints, slugFault, termSlug } from './slug.ts';
import type { Spellings } from './spelling.ts';

/** An author in the making. */
export interface AuthorDraft {
  author: Author;
  key: string;
  record: AuthorRecord | undefined;
  spellings: Spellings;
}

/** Gives each author an address; two on one slug, or a slug that will not do, is a problem, and gets a spare one. */
export function addressAuthors(drafts: readonly AuthorDraft[], { register, context }: Place): Problem[] {
  const taken = new Map<string, Author>();
  const problems: Problem[] = [];
  const pattern = context.options.pages.author;
  const { lang } = context.locale;
  for (const { author, record } of drafts.toSorted((a, b) => compare(a.key, b.key))) {
    author.slug = record?.slug ?? termSlug(author.name, { lang, mode: context.options.slugs });
    const other = taken.get(author.slug);
    const fault = other ? 'same-slug' : slugFault(author.slug);
    if (pattern && fault) problems.push(badSlug(author, { fault, other, register, context }));
    if (fault) author.slug = spare(other ? author.slug : codePoints(author.name), taken);
    taken.set(author.slug, author);
    // No address may be that of a page where authors have none.
    Object.assign(
      author,
      pattern
        ? addressOf(placeOf(pattern, { slug: author.slug }, context), context)
        : { url: '', path: `#${author.slug}` },
    );
  }
  return problems;
}

function spare(stem: string, taken: Map<string, Author>): string {
  let slug = stem;
  for (let number = 2; taken.has(slug); number++) slug = `${stem}-${number}`;
  return slug;
}

function badSlug(
  author: Author,
  { fault, other, register, context }: Place & { fault: string; other: Author | undefined },
): Problem {
  const file = author.posts[0]?.data.source.file ?? register?.file ?? '';
  return {
    code: `author-${fault}`,
    severity: 'error',
    ...problemPlace({ file, key: 'author', value: author.name }, context.locate),
    message: other
      ? `the authors “${other.name}” and “${author.name}” would both have the address of \`${author.slug}\`.`
      : `of the author “${author.name}” no address can be made (\`${author.slug}\`).`,
    fix: `Give a \`slug\` in ${register?.file ?? '_data/authors.yml'}, or spell the name in one way.`,
  };
}

interface Place {
  register: Register<AuthorRecord> | undefined;
  context: Context;
}
