import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { nearest } from '../model/nearest.ts';
import type { PostData, Problem } from '../types.ts';
import { lineOfKey } from './jekyll/key-line.ts';
import { findPicture, isPhoto, type PictureFolders } from './picture-file.ts';

/** What came of the posts' pictures. */
export interface CheckedPictures {
  /** Post id → absolute path of the picture that Astro makes smaller. */
  files: Map<string, string>;
  problems: Problem[];
}

type Entry = { id: string; data: Pick<PostData, 'image' | 'source'> };

/**
 * Looks up the picture of every post. A missing file is an error with the names nearest to it; a picture without
 * `alt` is a warning, for only its author knows whether it says something (`alt: ""` says that it does not).
 *
 * @param lenient a missing file is a warning: Jekyll publishes such a post, and a whole Jekyll site is taken unchanged
 */
export function checkPictures(
  entries: readonly Entry[],
  { lenient = false, ...folders }: PictureFolders & { lenient?: boolean },
): CheckedPictures {
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { id, data } of entries) {
    const { image, source } = data;
    if (!image) continue;
    const found = findPicture(image.path, source.file, folders);
    if (found && 'missing' in found)
      problems.push({
        ...missing(image.path, source.file, { ...folders, ...found }),
        severity: lenient ? 'warning' : 'error',
      });
    else if (found && isPhoto(found.file)) files.set(id, found.file);
    if (image.alt === undefined) problems.push(withoutAlt(image.path, source.file, folders));
  }
  return { files, problems };
}

function missing(
  path: string,
  post: string,
  { project, missing: file }: PictureFolders & { missing: string },
): Problem {
  const near = nearTo(file, path);
  return {
    code: 'picture-missing',
    severity: 'error',
    ...place(post, project),
    message: `The picture "${path}" does not exist: there is no file ${relative(project, file).replaceAll('\\', '/')}.`,
    fix: near === undefined ? 'Correct image.path, or add the file.' : `Did you mean "${near}"?`,
  };
}

function withoutAlt(path: string, post: string, { project }: PictureFolders): Problem {
  return {
    code: 'picture-without-alt',
    severity: 'warning',
    ...place(post, project),
    message: `The picture "${path}" has no alt text.`,
    fix: 'Say in image.alt what it shows, or write alt: "" if it only decorates.',
  };
}

/** The path with the name that is nearest in the folder where the file should be. */
function nearTo(file: string, path: string): string | undefined {
  const folder = dirname(file);
  const name = existsSync(folder) ? nearest(basename(file), readdirSync(folder)) : undefined;
  return name === undefined ? undefined : path.slice(0, path.lastIndexOf('/') + 1) + name;
}

/** Reads the post's source again, but only when something is wrong with it. */
function place(post: string, project: string): { file: string; line?: number } {
  const file = join(project, post);
  const line = existsSync(file) ? lineOf(readFileSync(file, 'utf8')) : undefined;
  return { file: post, ...(line === undefined ? {} : { line }) };
}

/** The line in the file: front matter starts below the first `---`. */
function lineOf(text: string): number | undefined {
  return lineOfKey(text.slice(0, text.indexOf('\n---', 3) + 1 || undefined), ['image', 'path']);
}
