import { isDraftPath } from './jekyll/file-name.ts';
import type { PostFile } from './jekyll/read-folder.ts';

/**
 * Ids of posts, by path: the path without `_posts/` or `_drafts/` and without extension. Where two files would have one
 * id (a draft that rewrites a post, `a.md` and `a.markdown`), a post keeps it and the other has more of its path.
 */
export function postIds(files: readonly Pick<PostFile, 'path'>[]): Map<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const [drafts, posts] = [
    files.filter(({ path }) => isDraftPath(path)),
    files.filter(({ path }) => !isDraftPath(path)),
  ];
  for (const { path } of [...posts, ...drafts]) {
    const id = [shortened(path, '$1'), shortened(path, '$1$2/'), path].find((name) => !taken.has(name)) ?? path;
    taken.add(id);
    ids.set(path, id);
  }
  return ids;
}

function shortened(path: string, folder: string): string {
  return path.replace(/(^|\/)_(posts|drafts)\//, folder).replace(/\.[^./]+$/, '');
}
