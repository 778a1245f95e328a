import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../types.ts';
import type { JekyllSite } from './jekyll-site.ts';
import { parsePostPath } from './jekyll/file-name.ts';
import { listPosts, type PostFile } from './jekyll/read-folder.ts';

/** The files of all posts and drafts, sorted by path, so that the disk's own order never shows. */
export function listSources(site: JekyllSite): { files: PostFile[]; problems: Problem[] } {
  if (site.whole) return listPosts(fileURLToPath(site.root), site.config, site.folder);
  const files = [...under(site.postsFolder, '_posts'), ...under(new URL('../_drafts/', site.postsFolder), '_drafts')];
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), problems: [] };
}

/** A configured folder counts as `_posts`, whatever its name; `_drafts` beside it holds the drafts. */
function under(folder: URL, as: string): PostFile[] {
  if (!existsSync(folder)) return [];
  const root = fileURLToPath(folder);
  const real = realpathSync(root) + sep;
  // A symbolic link, of a file or of a folder above it, may not lead out of the folder.
  const isInside = (place: string): boolean => (realpathSync(place) + sep).startsWith(real);
  const folders = new Map<string, boolean>();
  // Resolving every file costs as much as reading it.
  const isFolderInside = (place: string): boolean => {
    const known = folders.get(place) ?? isInside(place);
    folders.set(place, known);
    return known;
  };
  return readdirSync(root, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const absolute = join(entry.parentPath, entry.name);
    const path = `${as}/${relative(root, absolute).split(sep).join('/')}`;
    if (entry.isDirectory() || !MARKDOWN.test(entry.name) || !parsePostPath(path)) return [];
    return (entry.isSymbolicLink() ? isInside(absolute) : isFolderInside(entry.parentPath)) ? [{ path, absolute }] : [];
  });
}

const MARKDOWN = /\.(?:md|markdown|mkd|mkdn|mkdown|mdx|html)$/i;
