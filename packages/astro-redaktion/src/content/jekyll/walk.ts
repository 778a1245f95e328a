import type { Dirent } from 'node:fs';
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Problem } from '../../types.ts';
import { globToRegExp } from './glob.ts';
import type { JekyllConfig } from './jekyll-config.ts';

/**
 * Begins a walk through a Jekyll folder by Jekyll's rules of what is passed over.
 *
 * @param root absolute path
 * @param folder what stands before paths in problems: `../old-blog/`
 */
export function startWalk(root: string, config: WalkConfig, folder: string): Walk {
  return {
    root,
    realRoot: realpathSync(root),
    files: [],
    problems: [],
    seen: new Set(),
    folder,
    skips: skipper(config),
  };
}

/** What lies in a folder of the site; a symbolic link only where it stays inside. */
export function entriesOf(walk: Walk, below: string): { name: string; folder: boolean }[] {
  const absolute = join(walk.root, below);
  let entries: Dirent[];
  try {
    entries = readdirSync(absolute, { withFileTypes: true });
  } catch {
    return []; // No such folder: nothing lies in it.
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
function skipper({ include, exclude, destination }: WalkConfig): Walk['skips'] {
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

function linkOut(file: string): Problem {
  return {
    code: 'link-out',
    severity: 'warning',
    file,
    message: 'The symbolic link leads out of the Jekyll folder and is not followed.',
    fix: 'Copy what it leads to into the folder.',
  };
}

/** What of `_config.yml` decides which entries are read. */
export type WalkConfig = Pick<JekyllConfig, 'include' | 'exclude' | 'destination'>;

/** A walk under way. */
export interface Walk {
  root: string;
  realRoot: string;
  /** Paths from the root, with `/`. */
  files: string[];
  problems: Problem[];
  /** Folders that links led to. */
  seen: Set<string>;
  folder: string;
  /** Whether Jekyll passes over an entry; `include` wins over `exclude`, both over special names. */
  skips: (path: string, name: string, isFolder: boolean) => boolean;
}
