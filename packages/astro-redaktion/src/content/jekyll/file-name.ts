/**
 * What Jekyll reads from a file's path, or `null` when the path names no post.
 *
 * A post is `YYYY-MM-DD-slug.ext` anywhere below a folder `_posts` (also `2022-6-2-` and `22-06-02-`); a draft is
 * any file below `_drafts`, with a date in its name or without. Folders above `_posts` are categories, folders
 * below it mean nothing.
 *
 * @param path relative to the Jekyll folder, with `/`
 */
export function parsePostPath(path: string): PostPath | null {
  const match = FOLDERS.exec(path);
  if (!match) return null;
  const [, above = '', folder = '', below = '', file = ''] = match;
  const draft = folder === '_drafts';
  const name = splitName(file);
  if (!name || (!draft && name.date === undefined) || name.slug === '') return null;
  return {
    ...name,
    draft,
    categories: above.split('/').filter((part) => part !== ''),
    path: `${above}/${below}${name.basename}`.replace(/\.+$/, ''),
  };
}

/** Whether a path lies below `_drafts`, whatever its name. */
export function isDraftPath(path: string): boolean {
  return /(?:^|\/)_drafts\//.test(path);
}

/** Why a file in `_posts` is no post, for a report; `undefined` when it is one, or is hidden on purpose. */
export function explainIgnored(path: string): string | undefined {
  const file = path.slice(path.lastIndexOf('/') + 1);
  if (/^[._#~]|~$/.test(file) || parsePostPath(path)) return undefined;
  if (!/\.[^.]+$/.test(file)) return 'its name has no extension';
  return /^\d{2,4}-\d{1,2}-\d{1,2}/.test(file)
    ? 'its name has a date but no title'
    : 'its name does not begin with a date';
}

const FOLDERS = /^((?:[^/]+\/)*?)(_posts|_drafts)\/((?:[^/]+\/)*)([^/]+)$/;
const DATED = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.*)(\.[^.]+)$/s;
const DATELESS = /^(.*)(\.[^.]+)$/s;

function splitName(file: string): Pick<PostPath, 'basename' | 'slug' | 'ext' | 'date'> | null {
  const dated = DATED.exec(file);
  if (dated) {
    const [, date = '', slug = '', ext = ''] = dated;
    return { basename: `${date}-${slug}`, slug: slug.replace(/\.+$/, ''), ext, date };
  }
  const dateless = DATELESS.exec(file);
  if (!dateless) return null;
  const [, slug = '', ext = ''] = dateless;
  return { basename: slug, slug: slug.replace(/\.+$/, ''), ext };
}

/** A post's path, taken apart. */
export interface PostPath {
  /** The date as the name has it: `2022-6-2`. Absent for drafts without one. */
  date?: string;
  /** The name without date and extension, case and dots kept, trailing dots cut. */
  slug: string;
  /** With its dot: `.md`. */
  ext: string;
  /** The name without extension but with its date, for the placeholder `:name`. */
  basename: string;
  /** Folders and name without `_posts`, date kept, without extension, for the placeholder `:path`. */
  path: string;
  /** Folders above `_posts`, outermost first. */
  categories: string[];
  /** In a folder `_drafts`. */
  draft: boolean;
}
