import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Problem } from '../../types.ts';
import { explainIgnored, parsePostPath } from './file-name.ts';
import { globToRegExp } from './glob.ts';
import { compareCodePoints } from './publication.ts';
import type { JekyllConfig } from './site-config.ts';
import type { PostSource } from './types.ts';

/**
 * The posts and drafts of a Jekyll folder, sorted by path: all files below any `_posts` or `_drafts`.
 *
 * Passed over, as by Jekyll: hidden folders, those that begin with `_` or `#`, backups (`x~`), what `exclude`
 * names and `include` does not, and everything outside `collections_dir` if there is one. Unlike Jekyll, a
 * symbolic link that leaves the folder is not followed (a problem says so).
 *
 * @param root absolute path of the Jekyll folder
 * @param folder what stands before paths in problems: `../old-blog/`
 */
export function listPosts(
  root: string,
  config: Pick<JekyllConfig, 'include' | 'exclude' | 'collectionsDir' | 'destination'>,
  folder = '',
): PostFolder {
  const walk: Walk = {
    root,
    realRoot: realpathSync(root),
    files: [],
    problems: [],
    seen: new Set(),
    folder,
    skips: skipper(config),
  };
  walkSite(walk, config.collectionsDir === '' ? '' : `${config.collectionsDir}/`);
  const strip = config.collectionsDir === '' ? 0 : config.collectionsDir.length + 1;
  const files = walk.files.sort(compareCodePoints).flatMap((disk) => {
    const path = disk.slice(strip);
    if (parsePostPath(path)) return [{ path, absolute: join(root, disk) }];
    const why = explainIgnored(path);
    if (why) walk.problems.push(ignoredFile(folder + disk, why));
    return [];
  });
  return { files, problems: walk.problems };
}

/** Reads a listed file; a text that is not UTF-8, which Jekyll leaves out in silence, is a problem. */
export function readPostFile({ path, absolute }: PostFile, folder = ''): { source: PostSource; problem?: Problem } {
  const bytes = readFileSync(absolute);
  const draft = parsePostPath(path)?.draft === true;
  const source = { path, text: bytes.toString('utf8'), ...(draft ? { mtime: statSync(absolute).mtimeMs } : {}) };
  return isUtf8(bytes) ? { source } : { source, problem: notUtf8(folder + path) };
}

function walkSite(walk: Walk, below: string): void {
  for (const entry of entriesOf(walk, below)) {
    if (!entry.folder) continue;
    const path = below + entry.name;
    if (entry.name === '_posts' || entry.name === '_drafts') walkPosts(walk, `${path}/`);
    else if (!walk.skips(path, entry.name, true)) walkSite(walk, `${path}/`);
  }
}

/**
 * Below `_posts` only files are judged by name; of folders those that begin with a dot are passed over, and
 * directly below `_posts` those that begin with another special sign (deeper down Jekyll enters them).
 */
function walkPosts(walk: Walk, below: string, top = true): void {
  for (const entry of entriesOf(walk, below)) {
    const path = below + entry.name;
    if (entry.folder) {
      if (!entry.name.startsWith('.') && !(top && walk.skips(path, entry.name, true)))
        walkPosts(walk, `${path}/`, false);
    } else if (!walk.skips(path, entry.name, false)) walk.files.push(path);
  }
}

function entriesOf(walk: Walk, below: string): { name: string; folder: boolean }[] {
  const absolute = join(walk.root, below);
  let entries: Dirent[];
  try {
    entries = readdirSync(absolute, { withFileTypes: true });
  } catch {
    return []; // No such folder: a site without posts.
  }
  return entries.flatMap((entry) => {
    if (!entry.isSymbolicLink()) return [{ name: entry.name, folder: entry.isDirectory() }];
    const folder = followLink(walk, below + entry.name);
    return folder === undefined ? [] : [{ name: entry.name, folder }];
  });
}

/** Whether a link leads to a folder; `undefined` when it is not followed: broken, in a circle, or out of the root. */
function followLink(walk: Walk, path: string): boolean | undefined {
  try {
    const target = realpathSync(join(walk.root, path));
    if (target !== walk.realRoot && !target.startsWith(walk.realRoot + sep)) {
      walk.problems.push(linkOut(walk.folder + path));
      return undefined;
    }
    const folder = statSync(target).isDirectory();
    if (folder && (walk.seen.has(target) || join(walk.realRoot, path).startsWith(target + sep))) return undefined;
    if (folder) walk.seen.add(target);
    return folder;
  } catch {
    return undefined;
  }
}

/** Jekyll's filter of entries: `include` wins over `exclude`, both over special names. */
function skipper({
  include,
  exclude,
  destination,
}: Pick<JekyllConfig, 'include' | 'exclude' | 'destination'>): Walk['skips'] {
  const included = include.map(patternOf);
  const excluded = exclude.filter((pattern) => !include.includes(pattern)).map(patternOf);
  return (path, name, isFolder) => {
    if (path === destination.replace(/^\.\//, '')) return true;
    const kept = included.some((matches) => matches(path, isFolder) || matches(name, isFolder));
    if (kept) return false;
    return excluded.some((matches) => matches(path, isFolder)) || /^[._#~]|[~.]$/.test(name);
  };
}

function patternOf(pattern: string): (path: string, isFolder: boolean) => boolean {
  const plain = pattern.replace(/^\//, '');
  const glob = globToRegExp(plain, 'name');
  return (path, isFolder) => glob.test(path) || path.startsWith(plain) || (isFolder && plain === `${path}/`);
}

function ignoredFile(file: string, why: string): Problem {
  return {
    code: 'file-name',
    severity: 'warning',
    file,
    message: `The file is no post: ${why}. Jekyll passes over it in silence.`,
    fix: 'Name it like 2022-06-02-the-title.md, or move it out of the folder.',
  };
}

function linkOut(file: string): Problem {
  return {
    code: 'link-out',
    severity: 'warning',
    file,
    message: 'The symbolic link leads out of the Jekyll folder and is not followed.',
    fix: 'Copy what it leads to into the folder.',
  };
}

function notUtf8(file: string): Problem {
  return {
    code: 'not-utf8',
    severity: 'error',
    file,
    message: 'The file is not UTF-8. Jekyll leaves such a post out in silence.',
    fix: 'Save it as UTF-8.',
  };
}

interface Walk {
  root: string;
  realRoot: string;
  /** Paths from the root, with `/`. */
  files: string[];
  problems: Problem[];
  /** Folders that links led to. */
  seen: Set<string>;
  folder: string;
  skips: (path: string, name: string, isFolder: boolean) => boolean;
}

/** A file that is a post by its place and name. */
export interface PostFile {
  /** From the Jekyll folder (or its `collections_dir`), with `/`. */
  path: string;
  absolute: string;
}

export interface PostFolder {
  files: PostFile[];
  problems: Problem[];
}
