import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { pluginSite } from '../config/plugin-site.ts';
import type { SiteOptions } from '../config/site-options.ts';
import type { PostData, Problem } from '../types.ts';
import { postContext, readPost } from './jekyll/post.ts';
import { PERMALINK_STYLES } from '../model/permalink.ts';
import type { Registries } from '../model/site.ts';
import type { Edits } from './git-dates.ts';
import { layoutChain } from './layout-names.ts';
import { lenience } from './lenient.ts';
import { normalizeHead } from './normalize.ts';
import { countWords, plainText, shorten } from './plain-text.ts';
import { type PostsFile, readPostsFile, writePostsFile } from './posts-file.ts';
import { createProgress } from './progress.ts';
import { createRenderer } from './renderer.ts';
import { type Renderer, type RenderResult, renderPost } from './render-post.ts';
import { createSources, textDigest } from './sources.ts';
import { liquidDocuments } from './liquid-documents.ts';
import { listSources } from './source-files.ts';
import { openTextFile } from './text-file.ts';
import type { LoaderInput } from './loader-input.ts';
import type { Outside } from './outside.ts';

type Entry = PostsFile['entries'][number];

/** Reads every post; those whose source and surroundings are as they were keep their text. */
export async function readPosts(
  { parsed, jekyll, contributions, store, version }: LoaderInput,
  { context, options, registries, edits, changed, outside }: ReadContext,
): Promise<{ entries: Entry[]; problems: Problem[]; renderer: Renderer }> {
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
  const layouts = layoutChain(jekyll, parsed.layouts);
  const renderer = await createRenderer({
    parsed,
    jekyll,
    contributions,
    options,
    config: context.config,
    posts: () => liquidDocuments(files, posts, options.publish),
    outside,
  });
  const salt = hash(
    'sha1',
    JSON.stringify([
      [version, FORM],
      parsed,
      [...layouts.parents],
      jekyll.data,
      pluginSite(options),
      context.config.markdown,
      renderer.key,
      contributions.plugins.map((plugin) => [plugin.name, plugin.version, plugin.markdown?.key]),
    ]),
  );
  // An empty store is one that Astro has cleared: `--force`, or another version or configuration of Astro.
  const old = context.store.keys().length > 0 ? readPostsFile(folder) : undefined;
  const keep = old?.salt === salt;
  const known = new Map(keep ? old.entries.map((entry) => [entry.id, entry]) : []);
  const texts = openTextFile(folder, !keep || isWasteful(old));
  const reuse = keep && texts.reused;
  const lenient = lenience(jekyll);
  const keepMarkdown = parsed.markdownFiles || parsed.llms;
  const sources = createSources(fileURLToPath(jekyll.root));
  const entries: Entry[] = [];
  const found: Problem[] = [...problems];
  // A change of something else than a post, such as an include, has all read.
  const some = reuse && files.some(({ absolute }) => changed.has(absolute));
  const progress = createProgress(files.length);
  for (const { path, absolute } of files) {
    progress.step();
    const id = path.replace(/(^|\/)_(posts|drafts)\//, '$1').replace(/\.[^./]+$/, '');
    const before = known.get(id);
    if (some && before && !before.volatile && !changed.has(absolute)) {
      entries.push(before);
      found.push(...(before.warnings ?? []));
      continue;
    }
    const text = readFileSync(absolute, 'utf8');
    const own = hash('sha1', `${salt}${path}\n${text}`);
    if (reuse && before && !before.volatile && before.data.digest === sources.digest(own, before.includes ?? [])) {
      entries.push(before);
      found.push(...(before.warnings ?? []));
      continue;
    }
    const file = relative(project, absolute).replaceAll('\\', '/');
    const name = `${file.slice(0, Math.max(0, file.length - path.length))}`;
    // A draft may have no date yet; then Jekyll takes the file's, and so do we.
    const draft = /(?:^|\/)_drafts\//.test(path);
    const hidden = draft && !options.publish.drafts && !options.publish.preview;
    const mtime = draft ? { mtime: statSync(absolute).mtimeMs } : {};
    const read = readPost({ path, text, ...mtime }, { ...posts, folder: name });
    const { post } = read;
    if (!post) {
      found.push(...read.problems.map((problem) => lenient({ ...problem, file }, hidden)));
      continue;
    }
    const { head, problems: wrong } = normalizeHead(post, {
      file,
      timeZone: options.timezone,
      jekyll: jekyll.hasConfig,
      ours: layouts.ours,
      lineOf: read.lineOf,
      licence: options.licence,
    });
    const mdx = post.ext === '.mdx';
    const rendered = mdx ? undefined : await renderPost(post, { file, absolute, lineOf: read.lineOf }, renderer);
    const warnings = [...read.problems, ...wrong, ...(rendered?.problems ?? [])].map((problem) =>
      lenient({ ...problem, file: problem.file === path ? file : problem.file }, hidden),
    );
    found.push(...warnings);
    const volatile = rendered && isVolatile(rendered, jekyll.config.dataDir);
    const includes = volatile ? [] : (rendered?.includes ?? []);
    const plain = plainText(rendered?.text.html ?? post.body.replace(/^(?:import|export) .*$/gm, ''));
    const description = head.description ?? (shorten(plainText(rendered?.text.excerpt ?? '')) || undefined);
    const data: PostData = {
      ...head,
      ...(description === undefined ? {} : { description }),
      ownDescription: head.description !== undefined,
      words: countWords(plain),
      ...(rendered && rendered.text.images.length > 0 ? { pictures: rendered.text.images } : {}),
      ...(rendered
        ? { rendered: texts.append(keepMarkdown ? { ...rendered.text, markdown: rendered.markdown } : rendered.text) }
        : {}),
      ...(rendered && Object.keys(rendered.facts).length > 0 ? { facts: rendered.facts } : {}),
      digest: volatile ? textDigest(own, rendered.text) : sources.digest(own, includes),
    };
    entries.push({
      id,
      data,
      ...(volatile ? { volatile } : {}),
      ...(includes.length > 0 ? { includes } : {}),
      ...(warnings.length > 0 ? { warnings } : {}),
    });
  }
  progress.end();
  texts.close();
  if (!found.some(({ severity }) => severity === 'error')) {
    writePostsFile(folder, { salt, now: options.publish.now, entries, registries, edits, size: texts.size() });
  }
  return { entries, problems: found, renderer };
}

/** Rises when what is kept of a post has another form within one version. */
const FORM = 3;

/** The text changes with other posts or with data, of which a page may show the lack as well as the presence. */
function isVolatile({ site, includes }: RenderResult, dataDir: string): boolean {
  return site || includes.some((file) => file.startsWith(`${dataDir}/`));
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

/** What is known before the posts are read; registries and dates of git go on to the pages with them. */
interface ReadContext {
  context: LoaderContext;
  options: SiteOptions;
  registries: Registries;
  edits: Edits;
  /** Files that have changed since they were read in this process; empty: read all. */
  changed: ReadonlySet<string>;
  outside: Outside;
}
