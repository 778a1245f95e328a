import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { JekyllConfig } from './jekyll-config.ts';
import { compareCodePoints } from '../../model/code-points.ts';
import { entriesOf, startWalk, type Walk } from './walk.ts';

/** A file of a Jekyll folder that is no post. */
export interface SiteFile {
  /** From the Jekyll folder, with `/`. */
  path: string;
  absolute: string;
}

/** What lies outside `_posts`. */
export interface SiteFiles {
  /** Begin with front matter: Jekyll renders them. */
  pages: SiteFile[];
  /** All others: Jekyll copies them as they are. */
  copied: SiteFile[];
}

/**
 * The files that Jekyll publishes beside posts, sorted by path. Passed over by its rules: what begins with `_`, `.`,
 * `#` or `~`, backups, what `exclude` names and `include` does not, links that leave the folder.
 *
 * @param root absolute path of the Jekyll folder
 * @param skip more to pass over, by absolute path: the Astro project, where it lies in the same folder
 */
export function listSiteFiles(
  root: string,
  config: Pick<JekyllConfig, 'include' | 'exclude' | 'destination'>,
  skip: (absolute: string) => boolean = () => false,
): SiteFiles {
  const walk = startWalk(root, config, '');
  collect(walk, '', skip);
  const files = walk.files.sort(compareCodePoints).map((path) => ({ path, absolute: join(root, path) }));
  const pages = files.filter(({ absolute }) => hasFrontMatter(absolute));
  const rendered = new Set(pages);
  return { pages, copied: files.filter((file) => !rendered.has(file)) };
}

function collect(walk: Walk, below: string, skip: (absolute: string) => boolean): void {
  for (const { name, folder } of entriesOf(walk, below)) {
    const path = below + name;
    if (RESERVED.has(name) || walk.skips(path, name, folder) || skip(join(walk.root, path))) continue;
    if (folder) collect(walk, `${path}/`, skip);
    else walk.files.push(path);
  }
}

/** Read by other rules, even where `include` names them. */
const RESERVED = new Set(['_posts', '_drafts', '_layouts', '_includes', '_data', '_plugins', '_sass']);

/** The first line decides, as in Jekyll; a picture of many megabytes is not read for it. */
function hasFrontMatter(absolute: string): boolean {
  const start = Buffer.alloc(64);
  const file = openSync(absolute, 'r');
  try {
    const length = readSync(file, start, 0, start.length, 0);
    return /^\uFEFF?---[ \t\r\f\v]*\n/.test(start.toString('utf8', 0, length));
  } finally {
    closeSync(file);
  }
}
