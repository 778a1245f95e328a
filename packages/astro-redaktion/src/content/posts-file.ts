import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PostData, Problem } from '../types.ts';
import type { Edits } from './git-dates.ts';
import type { Registries } from '../model/site.ts';
import { replaceFile } from './text-file.ts';

const NAME = 'posts.json';

/** What the loader leaves for the pages: every post but its text. */
export interface PostsFile {
  /** Hash of everything but the posts' own sources that their texts depend on. */
  salt: string;
  /** The build's one `now`, milliseconds since the epoch. */
  now: number;
  entries: {
    id: string;
    data: PostData;
    /** The text was made with data or other posts: render it again. */
    volatile?: boolean;
    /** Files that the text was made with, from the Jekyll folder: it changes with them. */
    includes?: string[];
    warnings?: Problem[];
  }[];
  /** Size of the text file in bytes. */
  size: number;
  registries: Registries;
  /** When git says that posts were changed. */
  edits: Edits;
}

export function writePostsFile(folder: string, content: PostsFile): void {
  replaceFile(join(folder, NAME), (path) => writeFileSync(path, JSON.stringify(content)));
}

/** The posts of the last build, or `undefined` when there is none that can be read. */
export function readPostsFile(folder: string): PostsFile | undefined {
  const path = join(folder, NAME);
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as PostsFile;
  } catch {
    // Half a file of an interrupted build: as good as none.
    return undefined;
  }
}
