import { permalink, permalinkExtension } from '../../model/permalink.ts';
import type { Problem } from '../../types.ts';
import { deepMerge } from './deep-merge.ts';
import { excerptSource } from './excerpt.ts';
import { parsePostPath } from './file-name.ts';
import type { PostPath } from './file-name.ts';
import { foreignMarkup } from './foreign-markup.ts';
import { readFrontMatter } from './front-matter.ts';
import type { FrontMatter } from './front-matter.ts';
import type { PostContext } from './post-context.ts';
import { postDate } from './post-date.ts';
import { emptySlug, notAPost, oddKeys, ownPermalink, readTitle } from './post-problems.ts';
import { readRedirectFrom, readRedirectTo } from './redirects.ts';
import { isGiven, readCategories, readTags } from './taxonomy.ts';
import type { PostResult, PostSource, RawPost } from './types.ts';

export { postContext } from './post-context.ts';
export type { PostContext, PostOptions } from './post-context.ts';

/**
 * Reads one post: its name, front matter, date, address, tags and excerpt rule, as Jekyll has them.
 *
 * @returns no post when something is wrong enough to stop for; every problem names file and line
 */
export function readPost(source: PostSource, context: PostContext): PostResult {
  const file = context.folder + source.path;
  const name = parsePostPath(source.path);
  if (!name) return { problems: [notAPost(file)], lineOf: () => undefined };
  const front = readFrontMatter(source.text, file);
  if (front.problems.some(isError)) return { problems: front.problems, lineOf: front.lineOf };
  const { post, problems } = assemble({ source, name, front, context, file });
  const all = front.problems.length === 0 ? problems : [...front.problems, ...problems];
  return { ...(post && !all.some(isError) ? { post } : {}), problems: all, lineOf: front.lineOf };
}

function assemble({ source, name, front, context, file }: Parts): { post?: RawPost; problems: Problem[] } {
  const { lineOf } = front;
  const defaults = context.defaults(source.path);
  const data = deepMerge(defaults, front.data);
  const dated = postDate({ data, name, source, context, file, lineOf });
  const titled = readTitle({ data, name, file, lineOf });
  const own = ownPermalink({ data, file, lineOf });
  const to = readRedirectTo(data, { file, lineOf });
  const slug = isGiven(data['slug']) ? String(data['slug']) : name.slug;
  const template = own.template ?? context.permalink;
  const unnamed = emptySlug({ template, slug, file, lineOf });
  const markup = context.markdownExtensions.has(name.ext.toLowerCase()) ? undefined : foreignMarkup(file, name.ext);
  const found = [markup, dated.problem, titled.problem, own.problem, to.problem, unnamed];
  const problems = [...oddKeys({ data, front, file }), ...found.filter((problem) => problem !== undefined)];
  if (!dated.date) return { problems };
  const { title, untitled } = titled;
  const { date, from: dateFrom } = dated;
  const categories = readCategories({ folders: name.categories, defaults, own: front.data, data });
  const ownExtension = own.template === undefined ? '' : permalinkExtension(own.template);
  const facts = { data, title, untitled, date, dateFrom, slug, template, ownExtension, categories, redirectTo: to.to };
  return { post: recordOf(facts, { source, name, front, context }), problems };
}

function recordOf(facts: Facts, { source, name, front, context }: Omit<Parts, 'file'>): RawPost {
  const { data, title, date, slug, template, categories, redirectTo } = facts;
  const { ext, basename, path } = name;
  const { body, bodyLine } = front;
  const markdown = context.markdownExtensions.has(ext.toLowerCase());
  const outputExt = facts.ownExtension || (markdown ? '.html' : ext);
  const tags = readTags(data);
  const draft = name.draft || isGiven(data['draft']);
  return {
    path: source.path,
    ext,
    markdown,
    title,
    untitled: facts.untitled,
    date,
    dateFrom: facts.dateFrom,
    slug,
    basename,
    pathPlaceholder: path,
    categories,
    tags,
    draft,
    inDrafts: name.draft,
    published: isPublished(data),
    permalinkTemplate: template,
    permalink: permalink(template, { date, slug, basename, path, categories, outputExt }),
    ...layoutOf(data),
    excerpt: excerptSource({ body, data, separator: context.separator }),
    redirectFrom: readRedirectFrom(data),
    ...(redirectTo === undefined ? {} : { redirectTo }),
    data: { ...data, title, slug, ext, tags, categories, draft },
    body,
    bodyLine,
  };
}

/** `published: false` hides, and so does an empty `published:`; the text `"false"` does not. */
function isPublished(data: Data): boolean {
  return !Object.hasOwn(data, 'published') || isGiven(data['published']);
}

function layoutOf(data: Data): { layout?: string | false } {
  const layout = data['layout'];
  if (layout === undefined) return {};
  return { layout: layout === null || layout === false || layout === 'none' ? false : String(layout) };
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

type Data = Readonly<Record<string, unknown>>;

interface Parts {
  source: PostSource;
  name: PostPath;
  front: FrontMatter;
  context: PostContext;
  file: string;
}

interface Facts extends Pick<RawPost, 'data' | 'title' | 'untitled' | 'date' | 'dateFrom' | 'slug' | 'categories'> {
  template: string;
  /** The extension that the post's own permalink gives its file; empty when it gives none. */
  ownExtension: string;
  redirectTo: string | undefined;
}
