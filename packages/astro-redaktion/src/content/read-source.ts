import { relative, sep } from 'node:path';
import type { LicenceData, PostData, Problem } from '../types.ts';
import type { LayoutChain } from './jekyll/layout-chain.ts';
import { type PostContext, readPost } from './jekyll/post.ts';
import { isDraftPath } from './jekyll/file-name.ts';
import { type PostFile, readPostFile } from './jekyll/read-folder.ts';
import type { PostResult, PostSource, RawPost } from './jekyll/types.ts';
import type { FeedIds } from './feed-id.ts';
import { normalizeHead } from './normalize.ts';
import { countWords, plainText, shorten } from './plain-text.ts';
import { documentOf } from './post-document.ts';
import { postLanguage } from './post-language.ts';
import { printedOf } from './printed.ts';
import { renderPost } from './render-post.ts';
import type { Renderer, RenderResult } from './rendering.ts';

/** How the sources of posts are read. */
export interface Reading {
  /** Absolute path of the project. */
  project: string;
  posts: PostContext;
  layouts: LayoutChain;
  renderer: Renderer;
  /** How the feed that the folder brings knows its posts, where it brings one. */
  feedIds: FeedIds | undefined;
  timeZone: string;
  /** The folder is read as a Jekyll site. */
  jekyll: boolean;
  licence: LicenceData | undefined;
  /** Drafts have no page in this build. */
  hidesDrafts: boolean;
  lenient: (problem: Problem, hidden?: boolean) => Problem;
}

/** What a source came to: the post, but for where its text lies, and what is wrong with it. */
export interface ReadSource {
  /** Absent where something is wrong enough to stop for. */
  post?: { data: Omit<PostData, 'rendered' | 'digest'>; rendered: RenderResult | undefined };
  problems: Problem[];
}

/** The text of a file, or why it has none that can be read. */
export function readSourceFile(file: PostFile, reading: Reading): { source: PostSource; problems: Problem[] } {
  const { source, problem } = readPostFile(file, folderOf(file, reading));
  return { source, problems: problem ? [reading.lenient(problem, isHidden(file, reading))] : [] };
}

/** Reads a post's front matter and renders its text; that of MDX is left to Astro. */
export async function readSource(file: PostFile, source: PostSource, reading: Reading): Promise<ReadSource> {
  const { posts, renderer, feedIds, lenient } = reading;
  const name = nameOf(file, reading);
  const hidden = isHidden(file, reading);
  const told = (problems: readonly Problem[]): Problem[] =>
    problems.map((problem) => lenient({ ...problem, file: problem.file === file.path ? name : problem.file }, hidden));
  const read = readPost(source, { ...posts, folder: folderOf(file, reading) });
  const { post, lineOf } = read;
  if (!post) return { problems: told(read.problems) };
  // Outside of a Jekyll site a missing title is an error of the head's.
  const known = reading.jekyll ? read.problems : read.problems.filter(({ code }) => code !== 'post-without-title');
  const { head, problems: wrong } = readHead(post, { name, lineOf }, reading);
  const rendered =
    post.ext === '.mdx' ? undefined : await renderPost(post, { file: name, absolute: file.absolute, lineOf }, renderer);
  const lang = postLanguage({ data: post.data, path: post.pathPlaceholder }, renderer.site);
  const guid = feedIds?.(documentOf(post, name));
  const printed = printedOf(head, renderer.lineSetter(lang));
  return {
    post: {
      data: { ...head, ...textFacts(head.description, post, rendered), ...printed, ...(guid ? { guid } : {}) },
      rendered,
    },
    problems: told([...known, ...wrong, ...(rendered?.problems ?? [])]),
  };
}

function readHead(
  post: RawPost,
  { name, lineOf }: { name: string; lineOf: PostResult['lineOf'] },
  { timeZone, jekyll, layouts, licence }: Reading,
): ReturnType<typeof normalizeHead> {
  return normalizeHead(post, { file: name, timeZone, jekyll, ours: layouts.ours, lineOf, licence });
}

/** What is known of a post by its text. */
function textFacts(
  own: string | undefined,
  post: RawPost,
  rendered: RenderResult | undefined,
): Pick<PostData, 'description' | 'ownDescription' | 'words' | 'pictures' | 'files' | 'facts'> {
  const plain = plainText(rendered?.text.html ?? post.body.replace(/^(?:import|export) .*$/gm, ''));
  const description = own ?? (shorten(plainText(rendered?.text.excerpt ?? '')) || undefined);
  return {
    ...(description === undefined ? {} : { description }),
    ownDescription: own !== undefined,
    words: countWords(plain),
    ...(rendered && rendered.text.images.length > 0 ? { pictures: rendered.text.images } : {}),
    ...(rendered && rendered.files.length > 0 ? { files: rendered.files.map(({ path }) => path) } : {}),
    ...(rendered && Object.keys(rendered.facts).length > 0 ? { facts: rendered.facts } : {}),
  };
}

/** As the owner knows the file: relative to the project. */
function nameOf({ absolute }: PostFile, { project }: Reading): string {
  // Most lie below it, and no path need be taken apart to see that.
  const top = project.endsWith(sep) ? project : project + sep;
  const name = absolute.startsWith(top) ? absolute.slice(top.length) : relative(project, absolute);
  return name.replaceAll('\\', '/');
}

/** What stands before a post's path in its name. */
function folderOf(file: PostFile, reading: Reading): string {
  const name = nameOf(file, reading);
  return name.slice(0, Math.max(0, name.length - file.path.length));
}

function isHidden({ path }: PostFile, { hidesDrafts }: Reading): boolean {
  return hidesDrafts && isDraftPath(path);
}
