import type { Author, AuthorData, Post, Problem } from '../types.ts';
import { compare } from './entry.ts';
import { addressAuthors, type AuthorDraft } from './author-address.ts';
import type { Context } from './context.ts';
import { problemPlace } from './locate.ts';
import { newestFirst } from './order.ts';
import type { AuthorRecord } from './records.ts';
import type { Register } from './registry.ts';
import { bestSpelling, countSpelling, nameKey, printed } from './spelling.ts';

/** The authors of one language. */
export interface Authors {
  /** Those with a listed post, by name. */
  list: Author[];
  all: Author[];
  problems: Problem[];
  /** What an author is known by in every language. */
  keys: Map<Author, string>;
}

/**
 * Gives every post its authors, and every author the posts. Posts that name none get the site's own author.
 * The registry's word goes before front matter's; without it the name is the most used spelling, and the
 * description is the newest post's. With a registry, a name that it lacks is a problem.
 *
 * @param posts all posts of the language that have a page, the oldest first
 */
export function createAuthors(
  posts: readonly Post[],
  register: Register<AuthorRecord> | undefined,
  context: Context,
): Authors {
  const drafts = new Map<string, AuthorDraft>();
  const problems: Problem[] = [];
  for (const post of posts) {
    for (const named of authorsOf(post, context)) {
      const record = register?.find(named.name);
      if (register && !record) problems.push(unknownAuthor(post, named.name, { register, context }));
      const draft = draftFor(named, record, { drafts, context });
      countSpelling(draft.spellings, named.name);
      join(post, draft.author);
    }
  }
  const all = [...drafts.values()];
  for (const { author, record, spellings } of all) author.name = printed(record?.name ?? bestSpelling(spellings));
  problems.push(...addressAuthors(all, { register, context }));
  const authors = all.map(({ author }) => author);
  for (const author of authors) author.posts.sort(newestFirst(context.options.sort));
  const list = authors
    .filter((author) => author.posts.length > 0)
    .sort((a, b) => context.collator.compare(a.name, b.name) || compare(a.slug, b.slug));
  return { list, all: authors, problems, keys: new Map(all.map(({ author, key }) => [author, key])) };
}

function authorsOf({ data }: Post, { options }: Context): AuthorData[] {
  const named = data.authors.filter(({ name }) => printed(name) !== '');
  return named.length > 0 || options.author === undefined ? named : [{ name: options.author }];
}

function draftFor(
  named: AuthorData,
  record: AuthorRecord | undefined,
  { drafts, context }: { drafts: Map<string, AuthorDraft>; context: Context },
): AuthorDraft {
  const key = nameKey(record?.key ?? named.name);
  const draft = drafts.get(key) ?? {
    author: createAuthor(record, context),
    key,
    record,
    spellings: new Map(),
  };
  drafts.set(key, draft);
  if (named.description !== undefined && record?.description === undefined)
    draft.author.description = named.description;
  if (named.url !== undefined && record?.link === undefined) draft.author.link = named.url;
  return draft;
}

/** Name, slug and address come when all spellings are known. */
function createAuthor(record: AuthorRecord | undefined, { locale }: Context): Author {
  const texts = record?.locales?.[locale.lang];
  const description = texts?.description ?? record?.description;
  const bio = texts?.bio ?? record?.bio;
  return {
    name: '',
    slug: '',
    url: '',
    path: '',
    posts: [],
    ...(description === undefined ? {} : { description }),
    ...(bio === undefined ? {} : { bio }),
    ...(record?.link === undefined ? {} : { link: record.link }),
  };
}

/** A post that names one author twice has one. */
function join(post: Post, author: Author): void {
  if (post.authors.includes(author)) return;
  post.authors.push(author);
  if (post.listed) author.posts.push(post);
}

function unknownAuthor(
  post: Post,
  name: string,
  { register, context }: { register: Register<AuthorRecord>; context: Context },
): Problem {
  const near = register.nearest(name);
  const inPost = post.data.authors.length > 0;
  return {
    code: 'author-unknown',
    severity: 'error',
    ...(inPost
      ? problemPlace({ file: post.data.source.file, key: 'author', value: name }, context.locate)
      : { file: 'astro.config' }),
    message: `the author “${name}” is not in ${register.file}.`,
    fix: near ? `Did you mean “${near}”? Else add the name to ${register.file}.` : `Add the name to ${register.file}.`,
  };
}
