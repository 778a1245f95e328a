import type { Author, AuthorData, Post, Problem } from '../types.ts';
import { compare } from './entry.ts';
import { addressOf, type Context, placeOf } from './context.ts';
import { problemPlace } from './locate.ts';
import { newestFirst } from './order.ts';
import type { AuthorRecord, Register } from './registry.ts';
import { codePoints, slugFault, termSlug } from './slug.ts';
import { nameKey, printed } from './spelling.ts';

/** The authors of one language. */
export interface Authors {
  /** Those with a listed post, by name. */
  list: Author[];
  all: Author[];
  problems: Problem[];
  /** What an author is known by in every language. */
  keys: Map<Author, string>;
}

interface Draft {
  author: Author;
  key: string;
  register: Register<AuthorRecord> | undefined;
}

/**
 * Gives every post its authors, and every author the posts. Posts that name none get the site's own author.
 * With a registry, a name that it lacks is a problem.
 *
 * @param posts all posts of the language that have a page, the oldest first
 */
export function createAuthors(posts: readonly Post[], register: Register<AuthorRecord> | undefined, context: Context): Authors {
  const drafts = new Map<string, Draft>();
  const problems: Problem[] = [];
  // From the newest, so that a description that has changed is the newest post's.
  for (const post of posts.toReversed()) {
    for (const named of authorsOf(post, context)) {
      const record = register?.find(named.name);
      if (register && !record) problems.push(unknownAuthor(post, named.name, { register, context }));
      const author = authorFor(named, record, { drafts, register, context });
      if (post.authors.includes(author)) continue;
      post.authors.push(author);
      if (post.listed) author.posts.push(post);
    }
  }
  const all = [...drafts.values()].map(({ author }) => author);
  problems.push(...address([...drafts.values()], context));
  for (const author of all) author.posts.sort(newestFirst(context.options.sort));
  const list = all.filter((author) => author.posts.length > 0)
    .sort((a, b) => context.collator.compare(a.name, b.name) || compare(a.slug, b.slug));
  return { list, all, problems, keys: new Map([...drafts.values()].map(({ author, key }) => [author, key])) };
}

function authorsOf({ data }: Post, { options }: Context): AuthorData[] {
  const named = data.authors.filter(({ name }) => printed(name) !== '');
  return named.length > 0 || options.author === undefined ? named : [{ name: options.author }];
}

function authorFor(named: AuthorData, record: AuthorRecord | undefined, { drafts, register, context }: {
  drafts: Map<string, Draft>; register: Register<AuthorRecord> | undefined; context: Context;
}): Author {
  const key = nameKey(record?.key ?? named.name);
  const author = drafts.get(key)?.author ?? createAuthor(named, record, context);
  drafts.set(key, { author, key, register });
  const { description, url } = named;
  if (description !== undefined) author.description ??= description;
  if (url !== undefined) author.link ??= url;
  return author;
}

/** The registry's word goes before front matter's. Slug and address come when all names are known. */
function createAuthor(named: AuthorData, record: AuthorRecord | undefined, { options, locale }: Context): Author {
  const texts = record?.locales?.[locale.lang];
  const name = printed(record?.name ?? named.name);
  const description = texts?.description ?? record?.description;
  const bio = texts?.bio ?? record?.bio;
  return {
    name, url: '', path: '', posts: [],
    slug: record?.slug ?? termSlug(name, { lang: locale.lang, mode: options.slugs }),
    ...(description === undefined ? {} : { description }),
    ...(bio === undefined ? {} : { bio }),
    ...(record?.link === undefined ? {} : { link: record.link }),
  };
}

/** Gives each author an address; two on one slug, or a slug that will not do, is a problem, and gets a spare one. */
function address(drafts: Draft[], context: Context): Problem[] {
  const taken = new Map<string, Author>();
  const problems: Problem[] = [];
  const pattern = context.options.pages.author;
  for (const { author, register } of drafts.toSorted((a, b) => compare(a.key, b.key))) {
    const other = taken.get(author.slug);
    const fault = other ? 'same-slug' : slugFault(author.slug);
    if (pattern && fault) problems.push(badSlug(author, { fault, other, register, context }));
    if (fault) author.slug = spare(other ? author.slug : codePoints(author.name), taken);
    taken.set(author.slug, author);
    // No address may be that of a page where authors have none.
    Object.assign(author, pattern ? addressOf(placeOf(pattern, { slug: author.slug }, context), context) : { url: '', path: `#${author.slug}` });
  }
  return problems;
}

function spare(stem: string, taken: Map<string, Author>): string {
  let slug = stem;
  for (let number = 2; taken.has(slug); number++) slug = `${stem}-${number}`;
  return slug;
}

function badSlug(author: Author, { fault, other, register, context }: {
  fault: string; other: Author | undefined; register: Register<AuthorRecord> | undefined; context: Context;
}): Problem {
  const file = author.posts[0]?.data.source.file ?? register?.file ?? '';
  return {
    code: `author-${fault}`, severity: 'error',
    ...problemPlace({ file, key: 'author', value: author.name }, context.locate),
    message: other
      ? `the authors “${other.name}” and “${author.name}” would both have the address of \`${author.slug}\`.`
      : `of the author “${author.name}” no address can be made (\`${author.slug}\`).`,
    fix: `Give a \`slug\` in ${register?.file ?? '_data/authors.yml'}, or spell the name in one way.`,
  };
}

function unknownAuthor(post: Post, name: string, { register, context }: { register: Register<AuthorRecord>; context: Context }): Problem {
  const near = register.nearest(name);
  const inPost = post.data.authors.length > 0;
  return {
    code: 'author-unknown', severity: 'error',
    ...(inPost ? problemPlace({ file: post.data.source.file, key: 'author', value: name }, context.locate) : { file: 'astro.config' }),
    message: `the author “${name}” is not in ${register.file}.`,
    fix: near ? `Did you mean “${near}”? Else add the name to ${register.file}.` : `Add the name to ${register.file}.`,
  };
}
