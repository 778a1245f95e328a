import { permalink, permalinkExtension } from '../../model/permalink.ts';
import type { Problem } from '../../types.ts';
import { deepMerge } from './deep-merge.ts';
import { frontMatterDefaults } from './defaults.ts';
import { excerptSource } from './excerpt.ts';
import { parsePostPath } from './file-name.ts';
import type { PostPath } from './file-name.ts';
import { readFrontMatter } from './front-matter.ts';
import type { FrontMatter } from './front-matter.ts';
import { postDate } from './post-date.ts';
import { emptySlug, notAPost, oddKeys, ownPermalink, readTitle } from './post-problems.ts';
import { readRedirectFrom, readRedirectTo } from './redirects.ts';
import type { JekyllConfig } from './site-config.ts';
import { readCategories, readTags } from './taxonomy.ts';
import type { PostResult, PostSource, RawPost } from './types.ts';

/**
 * Prepares what all posts of a folder share; the result reads one post after another with `readPost`.
 *
 * @param config `_config.yml` as `readSiteConfig` gives it
 */
export function postContext(config: JekyllConfig, options: PostOptions): PostContext {
  const { collectionsDir } = config;
  return {
    timeZone: options.timeZone,
    permalink: options.permalink ?? config.permalink,
    separator: config.excerptSeparator,
    markdownExtensions: new Set(config.markdownExtensions),
    defaults: frontMatterDefaults(config.defaults, { collectionsDir }),
    folder: options.folder ?? '',
    impossibleDay: options.impossibleDay ?? 'error',
  };
}

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
  const defaults = context.defaults(source.path);
  const data = defaults === front.data ? front.data : deepMerge(defaults, front.data);
  const problems = oddKeys({ data, front, file });
  const dated = postDate({ data, name, source, context, file, lineOf: front.lineOf });
  const title = readTitle({ data, name, file, lineOf: front.lineOf });
  const slug = isGiven(data['slug']) ? String(data['slug']) : name.slug;
  const own = ownPermalink({ data, file, lineOf: front.lineOf });
  const to = readRedirectTo(data, { file, lineOf: front.lineOf });
  for (const found of [dated.problem, title.problem, own.problem, to.problem]) if (found) problems.push(found);
  if (!dated.date) return { problems };
  const markdown = context.markdownExtensions.has(name.ext.toLowerCase());
  const outputExt = (own.template && permalinkExtension(own.template)) || (markdown ? '.html' : name.ext);
  const categories = readCategories({ folders: name.categories, defaults, own: front.data, data });
  const template = own.template ?? context.permalink;
  const { basename, path, ext } = name;
  const place = permalink(template, { date: dated.date, slug, basename, path, categories, outputExt });
  const unnamed = emptySlug({ template, slug, file, lineOf: front.lineOf });
  if (unnamed) problems.push(unnamed);
  const tags = readTags(data);
  const draft = name.draft || isGiven(data['draft']);
  return {
    problems,
    post: {
      path: source.path,
      ext,
      markdown,
      title: title.title,
      untitled: title.untitled,
      date: dated.date,
      dateFrom: dated.from,
      slug,
      basename,
      pathPlaceholder: path,
      categories,
      tags,
      draft,
      inDrafts: name.draft,
      published: isPublished(data),
      permalinkTemplate: template,
      permalink: place,
      ...layoutOf(data),
      excerpt: excerptSource({ body: front.body, data, separator: context.separator }),
      redirectFrom: readRedirectFrom(data),
      ...(to.to === undefined ? {} : { redirectTo: to.to }),
      data: { ...data, title: title.title, slug, ext, tags, categories, draft },
      body: front.body,
      bodyLine: front.bodyLine,
    },
  };
}

/** Ruby's truth: everything but null and false. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
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

/** How a folder's posts are read. */
export interface PostOptions {
  /** The site's zone, an IANA name. */
  timeZone: string;
  /** A pattern or style's pattern that wins over the config's. */
  permalink?: string;
  /** What stands before paths in problems: `../old-blog/`. Default: nothing. */
  folder?: string;
  /** What a day that no calendar has (31 June) is. A warning keeps Jekyll's address (1 July). Default: `error`. */
  impossibleDay?: 'error' | 'warning';
}

/** What all posts of a folder share; made by `postContext`. */
export interface PostContext {
  timeZone: string;
  permalink: string;
  separator: string;
  markdownExtensions: ReadonlySet<string>;
  defaults: (path: string) => Data;
  folder: string;
  impossibleDay: 'error' | 'warning';
}
