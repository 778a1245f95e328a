import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegrationLogger } from 'astro';
import type { LoaderContext } from 'astro/loaders';
import type { Contributions } from '../config/plugins.ts';
import { formatProblems, problemsError } from '../config/report.ts';
import type { ParsedOptions } from '../config/schema.ts';
import type { SiteOptions } from '../config/site-options.ts';
import { createSite } from '../model/site.ts';
import type { PostData, Problem, Site } from '../types.ts';
import type { JekyllSite } from './jekyll-site.ts';
import { postContext, readPost } from './jekyll/post.ts';
import { PERMALINK_STYLES } from '../model/permalink.ts';
import { normalizeHead } from './normalize.ts';
import { countWords, plainText, shorten } from './plain-text.ts';
import { type PostsFile, readPostsFile, writePostsFile } from './posts-file.ts';
import { createRenderer } from './renderer.ts';
import { renderPost } from './render-post.ts';
import { liquidDocuments } from './liquid-documents.ts';
import { listSources } from './source-files.ts';
import { openTextFile } from './text-file.ts';

/** Everything that decides how posts are loaded. */
export interface LoaderInput {
  parsed: ParsedOptions;
  jekyll: JekyllSite;
  contributions: Contributions;
  resolve: () => SiteOptions;
  /** Folder for posts and texts, beside Astro's own store. */
  store: URL;
  version: string;
  dev: boolean;
  logger: AstroIntegrationLogger;
}

/** Reads the posts for Astro's collection, and leaves them for the pages. */
export interface PostsLoader {
  load: (context: LoaderContext) => Promise<void>;
  /** The site as this build has it; absent until posts were loaded. */
  result: () => { site: Site; options: SiteOptions } | undefined;
  /** Some post needs Astro's own renderer: MDX, or pictures beside the post. */
  needsAstro: () => boolean;
  /** Called after a change in dev has been read. */
  onChange: (listener: () => void) => void;
}

type Entry = PostsFile['entries'][number];

export function createPostsLoader(input: LoaderInput): PostsLoader {
  let result: { site: Site; options: SiteOptions } | undefined;
  let astro = false;
  const listeners: (() => void)[] = [];

  async function read(context: LoaderContext): Promise<void> {
    const options = input.resolve();
    const { entries, problems } = await readPosts(input, { context, options });
    const site = createSite({ entries, options, registries: {} });
    const root = fileURLToPath(context.config.root);
    const checks = input.contributions.plugins.map(
      (plugin) => plugin.check?.({ root, lang: options.lang, now: options.publish.now }) ?? [],
    );
    report([...problems, ...site.problems, ...(await Promise.all(checks)).flat()], input);
    result = { site, options };
    astro = entries.some(({ data }) => data.rendered === undefined || data.images > 0);
    fillStore(entries, context);
    reportHeld(site, input.logger);
  }

  return {
    async load(context) {
      await read(context);
      watch(context, input, async () => {
        await read(context);
        for (const listener of listeners) listener();
      });
    },
    result: () => result,
    needsAstro: () => astro || input.dev,
    onChange: (listener) => void listeners.push(listener),
  };
}

/** Reads every post; those whose source and surroundings are as they were keep their text. */
async function readPosts(
  { parsed, jekyll, contributions, store, version }: LoaderInput,
  { context, options }: { context: LoaderContext; options: SiteOptions },
): Promise<{ entries: Entry[]; problems: Problem[] }> {
  const folder = fileURLToPath(store);
  const project = fileURLToPath(context.config.root);
  const permalink =
    parsed.permalink === undefined ? undefined : (PERMALINK_STYLES[parsed.permalink] ?? parsed.permalink);
  const { files, problems } = listSources(jekyll);
  const separator = parsed.excerptSeparator ?? (jekyll.hasConfig ? jekyll.config.excerptSeparator : '<!--more-->');
  const markdownExtensions = [...jekyll.config.markdownExtensions, '.mdx'];
  const posts = postContext(
    { ...jekyll.config, excerptSeparator: separator, markdownExtensions },
    {
      // A whole Jekyll site keeps Jekyll's address for 31 June, 1 July, and is told of it.
      impossibleDay: jekyll.whole ? 'warning' : 'error',
      timeZone: options.timezone,
      ...(permalink === undefined ? {} : { permalink }),
    },
  );
  const renderer = await createRenderer({
    parsed,
    jekyll,
    contributions,
    options,
    config: context.config,
    posts: () => liquidDocuments(files, posts),
  });
  const salt = hash(
    'sha1',
    JSON.stringify([
      version,
      parsed,
      jekyll.data,
      options.timezone,
      options.lang,
      context.config.markdown,
      renderer.key,
      context.config.base,
      contributions.plugins.map((plugin) => [plugin.name, plugin.version, plugin.markdown?.key]),
    ]),
  );
  const old = readPostsFile(folder);
  const keep = old?.salt === salt;
  const known = new Map(keep ? old.entries.map((entry) => [entry.id, entry]) : []);
  const texts = openTextFile(folder, !keep || isWasteful(old));
  const reuse = keep && texts.reused;
  const entries: Entry[] = [];
  const found: Problem[] = [...problems];
  for (const { path, absolute } of files) {
    const text = readFileSync(absolute, 'utf8');
    const digest = hash('sha1', `${salt}${path}\n${text}`);
    const id = path.replace(/(^|\/)_(posts|drafts)\//, '$1').replace(/\.[^./]+$/, '');
    const before = known.get(id);
    if (reuse && before?.data.digest === digest && !before.volatile) {
      entries.push(before);
      found.push(...(before.warnings ?? []));
      continue;
    }
    const file = relative(project, absolute).replaceAll('\\', '/');
    const name = `${file.slice(0, Math.max(0, file.length - path.length))}`;
    const read = readPost({ path, text }, { ...posts, folder: name });
    const { post } = read;
    if (!post) {
      found.push(...read.problems.map((problem) => ({ ...problem, file })));
      continue;
    }
    const { head, problems: wrong } = normalizeHead(post, {
      file,
      timeZone: options.timezone,
      jekyll: jekyll.hasConfig,
      lineOf: read.lineOf,
    });
    const mdx = post.ext === '.mdx';
    const rendered = mdx ? undefined : await renderPost(post, { file, absolute }, renderer);
    const warnings = [...read.problems, ...wrong, ...(rendered?.problems ?? [])].map((problem) => ({
      ...problem,
      file: problem.file === path ? file : problem.file,
    }));
    found.push(...warnings);
    const plain = plainText(rendered?.text.html ?? post.body.replace(/^(?:import|export) .*$/gm, ''));
    const description = head.description ?? (shorten(plainText(rendered?.text.excerpt ?? '')) || undefined);
    const data: PostData = {
      ...head,
      ...(description === undefined ? {} : { description }),
      ownDescription: head.description !== undefined,
      words: countWords(plain),
      images: rendered?.text.images.length ?? 0,
      ...(rendered ? { rendered: texts.append(rendered.text) } : {}),
      digest,
    };
    entries.push({
      id,
      data,
      ...(rendered && (rendered.site || rendered.includes.length > 0) ? { volatile: true } : {}),
      ...(warnings.length > 0 ? { warnings } : {}),
    });
  }
  texts.close();
  if (!found.some(({ severity }) => severity === 'error')) {
    writePostsFile(folder, { salt, now: options.publish.now, entries, registries: {}, size: texts.size() });
  }
  return { entries, problems: found };
}

/** Half of the text file is of posts that have changed since: time to write it anew. */
function isWasteful(old: PostsFile | undefined): boolean {
  if (!old) return false;
  const used = old.entries.reduce(
    (sum, { data: { rendered } }) => sum + (rendered ? rendered.html + rendered.excerpt + rendered.facts : 0),
    0,
  );
  return old.size > 2 * used + 1_000_000;
}

/** Gives Astro the posts for the owner's own `getCollection('posts')`; texts stay beside the store. */
function fillStore(entries: readonly Entry[], { store }: LoaderContext): void {
  const old = new Set(store.keys());
  for (const { id, data } of entries) {
    old.delete(id);
    const mdx = data.ext === '.mdx';
    store.set({
      id,
      data: data as unknown as Record<string, unknown>,
      digest: data.digest,
      filePath: data.source.file,
      ...(mdx ? { deferredRender: true } : {}),
    });
    if (mdx) (store as unknown as { addModuleImport: (file: string) => void }).addModuleImport(data.source.file);
  }
  for (const id of old) store.delete(id);
}

function report(problems: Problem[], { dev, logger }: LoaderInput): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  if (warnings.length > 0) logger.warn(`The posts have warnings:\n\n${formatProblems(warnings)}\n`);
  if (errors.length === 0) return;
  const error = problemsError('The posts cannot be published', errors);
  if (!dev) throw error;
  logger.error(error.message);
}

function reportHeld({ held }: Site, logger: AstroIntegrationLogger): void {
  if (held.length === 0) return;
  const due = held.flatMap((item) => item.due ?? []).sort((a, b) => a.instant - b.instant)[0];
  const list = held.map(({ post, reason }) => `  ${post.file} (${reason})`).join('\n');
  logger.info(`Held back: ${held.length}${due ? `; the next one is due on ${due.day}` : ''}\n${list}`);
}

/** In dev: one change reads one file; the others keep their text. */
function watch({ watcher }: LoaderContext, { jekyll }: LoaderInput, reload: () => Promise<void>): void {
  if (!watcher) return;
  const folders = [
    jekyll.postsFolder,
    new URL('../_drafts/', jekyll.postsFolder),
    new URL('./_includes/', jekyll.root),
    new URL('./_data/', jekyll.root),
  ].map((url) => fileURLToPath(url));
  watcher.add(folders);
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_event, path) => {
    if (!folders.some((folder) => join(dirname(path), '/').startsWith(folder))) return;
    clearTimeout(timer);
    timer = setTimeout(() => void reload(), 30);
  });
}
