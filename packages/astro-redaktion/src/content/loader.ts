import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegrationLogger } from 'astro';
import type { LoaderContext } from 'astro/loaders';
import { formatProblems, problemsError } from '../config/report.ts';
import { pluginContext } from '../config/plugin-site.ts';
import type { SiteOptions } from '../config/site-options.ts';
import { formatDate } from '../i18n/format.ts';
import { createSite } from '../model/site.ts';
import type { PostDate, Problem, Site, TextPageData } from '../types.ts';
import type { PostsFile } from './posts-file.ts';
import { createLayoutTexts } from './layout-texts.ts';
import type { LoaderInput } from './loader-input.ts';
import { readGitDates } from './git-dates.ts';
import { lenience } from './lenient.ts';
import { createLocate } from './locate.ts';
import { handOver } from './hand-over.ts';
import { writePagesFile } from './pages-file.ts';
import { pluginProblems } from './plugin-checks.ts';
import { readPages } from './read-pages.ts';
import { type CheckedPictures, checkPictures, type RemoteRules } from './check-pictures.ts';
import { measurePictures, type PictureMeasures, unreadablePictures } from './measure-pictures.ts';
import { readPosts } from './read-posts.ts';
import type { TemplateFile } from './template-files.ts';
import { readRegistries, registryFiles } from './registries/read-registries.ts';

/** Reads the posts for Astro's collection, and leaves them for the pages. */
export interface PostsLoader {
  load: (context: LoaderContext) => Promise<void>;
  /** The site as this build has it; absent until posts were loaded. */
  result: () => LoadedPosts | undefined;
  /** Some post needs Astro's own renderer: MDX. */
  needsAstro: () => boolean;
  /** Pictures of posts and in texts. */
  pictures: () => FoundPictures;
  /** Called after a change in dev has been read. */
  onChange: (listener: () => void) => void;
}

/** The site, and whether Astro had cleared its store: then nothing of an earlier build may be used. */
export interface LoadedPosts {
  site: Site;
  options: SiteOptions;
  cleared: boolean;
  /** Files of a Jekyll site that Liquid has made. */
  templates: TemplateFile[];
}

/** All pictures that pages may show. */
export type FoundPictures = Omit<CheckedPictures, 'problems'> & { measures: ReadonlyMap<string, PictureMeasures> };

type Entry = PostsFile['entries'][number];

export function createPostsLoader(input: LoaderInput): PostsLoader {
  let result: LoadedPosts | undefined;
  let astro = false;
  let pictures: FoundPictures = { files: new Map(), places: new Map(), remote: new Set(), measures: new Map() };
  const listeners: (() => void)[] = [];

  // Once a build, and once for all of dev.
  let git: ReturnType<typeof readGitDates> | undefined;
  function gitDates(project: string, { timezone }: SiteOptions): ReturnType<typeof readGitDates> {
    const folder = fileURLToPath(input.jekyll.postsFolder);
    git ??= input.parsed.gitDates ? readGitDates({ folder, project, timeZone: timezone }) : { edits: {}, problems: [] };
    return git;
  }

  // In dev, what has changed since a reading without errors.
  const changed = new Set<string>();
  // Files that texts were made with, wherever they lie: absolute paths.
  const used = new Set<string>();

  async function read(context: LoaderContext): Promise<void> {
    const options = input.resolve();
    const cleared = context.store.keys().length === 0;
    const root = fileURLToPath(context.config.root);
    const { registries, problems: unread } = readRegistries({ ...input, project: context.config.root });
    const { edits, problems: untold } = gitDates(root, options);
    const outside = input.outside(options);
    const posts = await readPosts(input, { context, options, registries, edits, changed, outside });
    const { entries, problems, renderer } = posts;
    const base = fileURLToPath(input.jekyll.root);
    for (const { includes = [] } of entries) for (const file of includes) used.add(join(base, file));
    context.watcher?.add([...used]);
    const {
      pages,
      templates,
      problems: ofPages,
    } = await readPages(input.parsed, {
      ...{ outside, renderer },
      layouts: createLayoutTexts(input.jekyll),
    });
    writePagesFile(fileURLToPath(input.store), pages);
    const locate = createLocate(root);
    const copied = new Set(outside.published.map(({ path }) => path));
    const site = createSite({
      ...{ entries, pages, options, registries, edits, locate },
      hasFile: (file) => copied.has(file) || existsSync(new URL(encodeURI(file), context.config.publicDir)),
    });
    const checked = checkPictures([...entries, ...pages.map(withPictures)], {
      project: root,
      served: servedFolders(context, input),
      lenient: input.jekyll.whole,
      base: options.base,
      image: context.config.image as RemoteRules,
    });
    const measures = await measurePictures(checked.places.values(), fileURLToPath(input.store));
    pictures = { ...checked, measures };
    const damaged = unreadablePictures(measures, { project: root, lenient: input.jekyll.whole });
    const ofPictures = [...checked.problems, ...damaged];
    const lenient = lenience({ whole: input.jekyll.whole, asked: input.parsed.registries });
    const made = [...problems, ...ofPages, ...unread, ...untold, ...site.problems, ...ofPictures].map((problem) =>
      lenient(problem),
    );
    const { plugins } = input.contributions;
    const asked = await pluginProblems(plugins, { root, entries, locate, ...pluginContext(options) });
    const all = [...made, ...asked];
    report(all, input);
    result = { site, options, cleared, templates };
    // Faults leave the pages of dev as they were.
    if (!all.some(({ severity }) => severity === 'error')) {
      changed.clear();
      handOver({ store: fileURLToPath(input.store), site, options });
    }
    astro = entries.some(({ data }) => data.rendered === undefined);
    fillStore(entries, context);
    reportHeld(site, options, input.logger);
  }

  return {
    async load(context) {
      await read(context);
      watch(context, { ...input, used }, async (paths) => {
        for (const path of paths) changed.add(path);
        await read(context);
        for (const listener of listeners) listener();
      });
    },
    result: () => result,
    pictures: () => pictures,
    needsAstro: () => astro || input.dev,
    onChange: (listener) => void listeners.push(listener),
  };
}

/** A page outside the posts, as far as its pictures go. */
function withPictures({ source, text }: TextPageData): Parameters<typeof checkPictures>[0][number] {
  return { id: source.file, data: { source, pictures: text.images } };
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

/** Times are told in the site's zone. A long list is cut: `schedule.json` has it whole. */
function reportHeld({ held, schedule }: Site, { timezone }: SiteOptions, logger: AstroIntegrationLogger): void {
  const when = (date: PostDate) => `${formatDate(date, { lang: 'en-GB', timezone, style: 'time' })} (${timezone})`;
  const list = held
    .slice(0, MOST_HELD)
    .map(({ post, reason, due }) => `\n  ${post.file} (${reason}${due ? `, ${when(due)}` : ''})`);
  const rest = held.length > MOST_HELD ? `\n  … and ${held.length - MOST_HELD} more` : '';
  if (held.length > 0) logger.info(`Held back: ${held.length}${list.join('')}${rest}`);
  const [next] = schedule;
  if (next)
    logger.info(`Next change: ${next.post.file} ${next.action === 'publish' ? 'is due' : 'expires'} ${when(next.at)}`);
}

const MOST_HELD = 20;

/** Folders whose content gets addresses from the root. */
function servedFolders({ config }: LoaderContext, { jekyll }: LoaderInput): string[] {
  return [config.publicDir, ...(jekyll.whole ? [jekyll.root] : [])].map((url) => fileURLToPath(url));
}

/** In dev: one change reads one file; the others keep their text. A picture that comes or goes counts, wherever it is served from. */
function watch(
  context: LoaderContext,
  input: LoaderInput & { used: ReadonlySet<string> },
  reload: (paths: string[]) => Promise<void>,
): void {
  const { watcher, config } = context;
  if (!watcher) return;
  const { jekyll } = input;
  const registries = registryFiles({ ...input, project: config.root });
  const folders = [
    jekyll.postsFolder,
    new URL('../_drafts/', jekyll.postsFolder),
    new URL(`./${jekyll.config.includesDir}/`, jekyll.root),
    new URL(`./${jekyll.config.dataDir}/`, jekyll.root),
  ].map((url) => fileURLToPath(url));
  const served = servedFolders(context, input);
  const isBelow = (path: string, folder: string): boolean => join(dirname(path), '/').startsWith(folder);
  const isPicture = (path: string): boolean =>
    /\.(?:avif|gif|jpe?g|png|svg|tiff?|webp)$/i.test(path) && served.some((folder) => isBelow(path, folder));
  watcher.add([...folders, ...registries]);
  let timer: NodeJS.Timeout | undefined;
  const paths: string[] = [];
  watcher.on('all', (_event, path) => {
    const isOurs = registries.includes(path) || input.used.has(path) || isPicture(path);
    if (!isOurs && !folders.some((folder) => isBelow(path, folder))) return;
    paths.push(path);
    clearTimeout(timer);
    timer = setTimeout(() => void reload(paths.splice(0)), 30);
  });
}
