import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../types.ts';
import { legal } from '../../model/legal.ts';
import { explainIgnored, parsePostPath } from './file-name.ts';
import { notAPost } from './post-problems.ts';
import type { JekyllConfig } from './jekyll-config.ts';
import { compareCodePoints } from '../../model/code-points.ts';
import type { PostSource } from './types.ts';
import { entriesOf, startWalk, type Walk, type WalkConfig } from './walk.ts';

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
  config: WalkConfig & Pick<JekyllConfig, 'collectionsDir'>,
  folder = '',
): PostFolder {
  const walk = startWalk(root, config, folder);
  walkSite(walk, config.collectionsDir === '' ? '' : `${config.collectionsDir}/`);
  const strip = config.collectionsDir === '' ? 0 : config.collectionsDir.length + 1;
  const files = walk.files.sort(compareCodePoints).flatMap((disk) => {
    const path = disk.slice(strip);
    if (parsePostPath(path)) return [{ path, absolute: join(root, disk) }];
    const why = explainIgnored(path);
    if (why) walk.problems.push(notAPost(folder + disk, why));
    return [];
  });
  return { files, problems: walk.problems };
}

/** Reads a listed file; a text that is not UTF-8, which Jekyll leaves out in silence, is a problem. */
export function readPostFile({ path, absolute }: PostFile, folder = ''): { source: PostSource; problem?: Problem } {
  // Read as text at once, since that is one call of Node's; only a sign that stands for broken bytes needs to see them.
  const text = readFileSync(absolute, 'utf8');
  const draft = parsePostPath(path)?.draft === true;
  const source = { path, text: legal(text), ...(draft ? { mtime: statSync(absolute).mtimeMs } : {}) };
  const isWhole = !text.includes('\uFFFD') || isUtf8(readFileSync(absolute));
  return isWhole ? { source } : { source, problem: notUtf8(folder + path) };
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
    } else if (!PICTURE.test(entry.name) && !walk.skips(path, entry.name, false)) walk.files.push(path);
  }
}

/** Beside a post or a draft; Jekyll passes them over, since they are no texts. */
const PICTURE = /\.(?:avif|gif|heic|jpe?g|mov|mp[34]|pdf|png|tiff?|webm|webp|zip)$/i;

function notUtf8(file: string): Problem {
  return {
    code: 'not-utf8',
    severity: 'error',
    file,
    message: 'The file is not UTF-8. Jekyll leaves such a post out in silence.',
    fix: 'Save it as UTF-8.',
  };
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
