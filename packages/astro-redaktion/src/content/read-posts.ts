import { hash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { pluginSite } from '../config/plugin-site.ts';
import type { SiteOptions } from '../config/site-options.ts';
import type { Registries } from '../model/site.ts';
import type { Problem } from '../types.ts';
import type { Edits } from './git-dates.ts';
import type { PostFile } from './jekyll/read-folder.ts';
import type { LoaderInput } from './loader-input.ts';
import type { Outside } from './outside.ts';
import { postIds } from './post-ids.ts';
import { type PostsFile, readPostsFile, writePostsFile } from './posts-file.ts';
import { type MadeFiles, openMadeFiles } from './made-files.ts';
import { createProgress } from './progress.ts';
import { type Reading, type ReadSource, readSource, readSourceFile } from './read-source.ts';
import { createReading } from './reading.ts';
import type { Renderer, RenderResult } from './rendering.ts';
import { listSources } from './source-files.ts';
import { createSources, type Sources, textDigest } from './sources.ts';
import { openTextFile, type TextFile } from './text-file.ts';

type Entry = PostsFile['entries'][number];

/** Reads every post; those whose source and surroundings are as they were keep their text. */
export async function readPosts(
  input: LoaderInput,
  { context, options, registries, edits, changed, outside }: ReadContext,
): Promise<{ entries: Entry[]; problems: Problem[]; renderer: Renderer }> {
  const folder = fileURLToPath(input.store);
  const { files, problems } = listSources(input.jekyll);
  const reading = await createReading(files, input, { context, options, outside });
  const salt = saltOf(input, { reading, options, markdown: context.config.markdown });
  const last = lastEntries(folder, { context, salt });
  const work: Work = {
    ...{ reading, salt },
    before: last.entries,
    texts: last.texts,
    made: openMadeFiles(input.store),
    sources: createSources(fileURLToPath(input.jekyll.root)),
    keepMarkdown: input.parsed.markdownFiles || input.parsed.llms,
    dataDir: input.jekyll.config.dataDir,
    // A change of something else than a post, such as an include, has all read.
    changed: last.entries && changed.size > 0 && onlyPosts(changed, files) ? changed : undefined,
  };
  const ids = postIds(files);
  const entries: Entry[] = [];
  const found: Problem[] = [...problems];
  const progress = createProgress(files.length);
  for (const file of files) {
    progress.step();
    const id = ids.get(file.path) ?? file.path;
    const { entry, problems: faults } = await readEntry(id, file, work);
    if (entry) entries.push(entry);
    for (const fault of faults) found.push(fault);
  }
  progress.end();
  work.texts.close();
  if (!found.some(({ severity }) => severity === 'error')) {
    work.made.only(new Set(entries.flatMap(({ data }) => data.files ?? [])));
    writePostsFile(folder, {
      ...{ salt, entries, registries, edits },
      now: options.publish.now,
      size: work.texts.size(),
    });
  }
  return { entries, problems: found, renderer: reading.renderer };
}

/** Everything that all posts of a build have in common while they are read. */
interface Work {
  reading: Reading;
  salt: string;
  /** Posts of the last build whose texts may be kept, by id. */
  before: ReadonlyMap<string, Entry> | undefined;
  texts: TextFile;
  made: MadeFiles;
  sources: Sources;
  keepMarkdown: boolean;
  dataDir: string;
  /** The files that alone have changed; absent: any may have. */
  changed: ReadonlySet<string> | undefined;
}

/** A post as the last build left it, where nothing has changed, else read anew. */
async function readEntry(
  id: string,
  file: PostFile,
  work: Work,
): Promise<{ entry?: Entry | undefined; problems: readonly Problem[] }> {
  const known = work.before?.get(id);
  const before = known?.volatile ? undefined : known;
  const kept = { entry: before, problems: before?.warnings ?? [] };
  if (before && work.changed && !work.changed.has(file.absolute)) return kept;
  const { source, problems: unreadable } = readSourceFile(file, work.reading);
  if (unreadable.length > 0) return { problems: unreadable };
  const own = hash('sha1', `${work.salt}${file.path}\n${source.text}`);
  const same = before && before.data.digest === work.sources.digest(own, before.includes ?? []);
  if (same && work.made.has(before.data.files)) return kept;
  const { post, problems: faults } = await readSource(file, source, work.reading);
  const unmade = await work.made.keep(post?.rendered?.files ?? [], post?.data.source.file ?? file.path);
  const problems = [...faults, ...unmade];
  return { problems, ...(post ? { entry: entryOf(post, { id, own, problems }, work) } : {}) };
}

function entryOf(
  { data, rendered }: NonNullable<ReadSource['post']>,
  { id, own, problems }: { id: string; own: string; problems: Problem[] },
  { texts, sources, keepMarkdown, dataDir }: Work,
): Entry {
  const volatile = rendered !== undefined && isVolatile(rendered, dataDir);
  const includes = volatile ? [] : (rendered?.includes ?? []);
  const text = rendered && (keepMarkdown ? { ...rendered.text, markdown: rendered.markdown } : rendered.text);
  return {
    id,
    data: {
      ...data,
      ...(text ? { rendered: texts.append(text) } : {}),
      digest: volatile ? textDigest(own, rendered.text) : sources.digest(own, includes),
    },
    ...(volatile ? { volatile } : {}),
    ...(includes.length > 0 ? { includes } : {}),
    ...(problems.length > 0 ? { warnings: problems } : {}),
  };
}

/** The posts of the last build and the file of their texts: one to go on with, or a new one. */
function lastEntries(
  folder: string,
  { context, salt }: { context: LoaderContext; salt: string },
): { entries: Map<string, Entry> | undefined; texts: TextFile } {
  // An empty store is one that Astro has cleared: `--force`, or another version or configuration of Astro.
  const old = context.store.keys().length > 0 ? readPostsFile(folder) : undefined;
  const keep = old?.salt === salt;
  const texts = openTextFile(folder, !keep || isWasteful(old));
  const entries = keep && texts.reused ? new Map(old.entries.map((entry) => [entry.id, entry])) : undefined;
  return { entries, texts };
}

/** Hash of everything but the posts' own sources that their texts depend on. */
function saltOf(
  { parsed, jekyll, contributions, version }: LoaderInput,
  {
    reading,
    options,
    markdown,
  }: { reading: Awaited<ReturnType<typeof createReading>>; options: SiteOptions; markdown: unknown },
): string {
  const facts = [
    [version, FORM],
    parsed,
    [...reading.layouts.parents],
    jekyll.data,
    [jekyll.feed?.id, jekyll.feed?.whole],
    pluginSite(options),
    markdown,
    reading.renderer.key,
    contributions.plugins.map((plugin) => [plugin.name, plugin.version, plugin.markdown?.key]),
  ];
  return hash('sha1', JSON.stringify(facts));
}

/** Rises when what is kept of a post has another form within one version. */
const FORM = 6;

/** The text changes with other posts or with data, of which a page may show the lack as well as the presence. */
function isVolatile({ site, includes }: RenderResult, dataDir: string): boolean {
  return site || includes.some((file) => file.startsWith(`${dataDir}/`));
}

/** A checkout may change posts and what others are made with at once. */
function onlyPosts(changed: ReadonlySet<string>, files: readonly { absolute: string }[]): boolean {
  const posts = new Set(files.map(({ absolute }) => absolute));
  return [...changed].every((path) => posts.has(path));
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
