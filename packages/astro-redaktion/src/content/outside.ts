import { existsSync, readFileSync } from 'node:fs';
import { extname, join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Collection, readCollections } from './jekyll/collections.ts';
import { frontMatterDefaults } from './jekyll/defaults.ts';
import { once } from './jekyll/liquid/documents.ts';
import { type PageContext, type RawPage, readPage } from './jekyll/page.ts';
import { listSiteFiles, type SiteFile, type SiteFiles } from './jekyll/site-files.ts';
import type { JekyllSite } from './jekyll-site.ts';
import type { Problem } from '../types.ts';

/** Folders of an Astro project, as URLs that end with a slash. */
export interface ProjectFolders {
  root: URL;
  srcDir: URL;
  publicDir: URL;
  outDir: URL;
  cacheDir: URL;
}

/** What a whole Jekyll site has outside `_posts`; empty where the owner did not point at one. */
export interface Outside {
  /** Files that are copied as they are, below no collection. */
  copied: SiteFile[];
  /** All that is copied, by its path in the finished site. */
  published: SiteFile[];
  /** As `_config.yml` names them. */
  collections: readonly Collection[];
  /** Pages and documents of collections; read when first asked for. */
  pages: () => { pages: OutsidePage[]; problems: Problem[] };
}

export interface OutsidePage extends RawPage {
  absolute: string;
  /** As the owner knows it. */
  file: string;
}

/** Whether a page is one that we may publish: the home page and the page for missing addresses are ours. */
export function isTextPage({ output, outputExt, place }: RawPage): boolean {
  return output && /^\.html?$/i.test(outputExt) && !OURS.has(place);
}

const OURS = new Set(['/', '/404.html', '/404/']);

/** How documents of collections are read, as posts are. */
export interface DocumentReading {
  /** IANA name. */
  timeZone: string;
  /** Where excerpts end. */
  separator: string;
  /** Milliseconds since the epoch: documents of later dates have no page. */
  horizon: number;
}

/** As `_config.yml` has it, and whatever the date. */
export function jekyllReading({ defaults, config }: JekyllSite): DocumentReading {
  return {
    timeZone: defaults.timezone ?? 'UTC',
    separator: config.excerptSeparator,
    horizon: Number.POSITIVE_INFINITY,
  };
}

/** The Astro project's own files are left out where both lie in one folder. */
export function readOutside(site: JekyllSite, project: ProjectFolders, reading: DocumentReading): Outside {
  if (!site.whole) return { copied: [], published: [], collections: [], pages: () => ({ pages: [], problems: [] }) };
  const root = fileURLToPath(site.root);
  const files = listSiteFiles(root, site.config, projectFilter(root, project));
  const named = readCollections(site.config.collections);
  const collections = named.map((collection) => ({ ...collection, files: filesOf(collection, site) }));
  const beside = collections.flatMap((collection) =>
    collection.output ? collection.files.copied.map((file) => ({ ...file, path: placeOf(file.path, collection) })) : [],
  );
  const published = [...files.copied, ...beside].map((file) => ({ ...file, path: servedPath(file.path) }));
  return {
    copied: files.copied,
    published,
    collections: named,
    pages: once(() => heldBack(readPages(site, { files, collections, reading }), reading)),
  };
}

/** Where Jekyll puts a file without front matter that lies in a collection, without a leading slash. */
function placeOf(path: string, { label, permalink = '/:collection/:path' }: Collection): string {
  const ending = extname(path);
  const values: Record<string, string> = { collection: label, path: path.slice(0, path.length - ending.length) };
  const filled = permalink.replace(/:(collection|path|output_ext|name|title)/g, (_, key: string) => values[key] ?? '');
  return filled.replace(/\/{2,}/g, '/').replace(/^\/|\/$/g, '') + ending;
}

/**
 * A file whose name is percent-encoded, as old tools wrote them, is found under the address that its name is. As in
 * Jekyll (`sanitized_path`), no step leads above the site.
 */
function servedPath(path: string): string {
  return posix.join('/', unescaped(path)).slice(1);
}

function unescaped(path: string): string {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? path : decoded;
  } catch {
    return path;
  }
}

function folderOf({ label }: Collection, { config }: JekyllSite): string {
  return `${config.collectionsDir === '' ? '' : `${config.collectionsDir}/`}_${label}/`;
}

function filesOf(collection: Collection, site: JekyllSite): SiteFiles {
  const root = join(fileURLToPath(site.root), folderOf(collection, site));
  return existsSync(root) ? listSiteFiles(root, site.config) : { pages: [], copied: [] };
}

/** What lies there, not yet read. */
interface Listed {
  files: SiteFiles;
  collections: readonly (Collection & { files: SiteFiles })[];
}

function readPages(
  site: JekyllSite,
  { files, collections, reading }: Listed & { reading: DocumentReading },
): ReturnType<Outside['pages']> {
  const shared = {
    style: site.config.permalinkStyle,
    markdownExtensions: new Set(site.config.markdownExtensions),
    timeZone: reading.timeZone,
    separator: reading.separator,
  };
  const defaults = (type: string) => frontMatterDefaults(site.config.defaults, { type });
  const read = [
    ...readAll(files.pages, '', { ...shared, defaults: defaults('pages') }, site),
    ...collections.flatMap(({ files: { pages }, ...collection }) =>
      readAll(pages, folderOf(collection, site), { ...shared, defaults: defaults(collection.label), collection }, site),
    ),
  ];
  return { pages: read.flatMap(({ page }) => page ?? []), problems: read.flatMap(({ problems }) => problems) };
}

/** A document of a later date has no page yet, but stands in lists, as in Jekyll; pages have no dates. */
function heldBack(
  { pages, problems }: ReturnType<Outside['pages']>,
  { horizon }: DocumentReading,
): ReturnType<Outside['pages']> {
  const isLate = ({ date }: OutsidePage): boolean => date !== undefined && date.instant > horizon;
  return { pages: pages.map((page) => (isLate(page) ? { ...page, output: false } : page)), problems };
}

function readAll(
  files: readonly SiteFile[],
  below: string,
  context: PageContext,
  site: JekyllSite,
): { page?: OutsidePage; problems: Problem[] }[] {
  return files.map(({ path, absolute }) => {
    const file = `${site.folder}${below}${path}`;
    const { page, problems } = readPage({ path, text: readFileSync(absolute, 'utf8'), file }, context);
    // Nothing that has no page stops a build.
    const told = context.collection?.output === false ? problems.map(asWarning) : problems;
    return { ...(page ? { page: { ...page, absolute, file } } : {}), problems: told };
  });
}

function asWarning(problem: Problem): Problem {
  return { ...problem, severity: 'warning' };
}

function projectFilter(jekyll: string, folders: ProjectFolders): (absolute: string) => boolean {
  const root = fileURLToPath(folders.root);
  const own = [folders.srcDir, folders.publicDir, folders.outDir, folders.cacheDir].map((url) => fileURLToPath(url));
  const inside = root !== jekyll && root.startsWith(jekyll) ? [root] : own;
  return (absolute) =>
    inside.some((folder) => `${absolute}${sep}`.startsWith(folder)) ||
    (root === jekyll && PROJECT_FILES.some((pattern) => pattern.test(absolute.slice(join(jekyll, '/').length))));
}

/** What a project has at its root beside its folders. */
const PROJECT_FILES = [/^astro\.config\.\w+$/, /^package(-lock)?\.json$/, /^tsconfig\.json$/, /^node_modules(\/|$)/];
