import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { isRemoteAllowed } from 'astro/assets/utils';
import { nearest } from '../model/nearest.ts';
import type { PostData, Problem } from '../types.ts';
import { lineOfKey } from './jekyll/key-line.ts';
import { findPicture, isPhoto, type PictureFolders } from './picture-file.ts';
import { isElsewhere, pictureKey } from './picture-key.ts';
import { names } from './pictures-without-alt.ts';

/** What came of the pictures of posts and texts. */
export interface CheckedPictures {
  /** Post id → absolute path of the post's own picture, where Astro is to make it smaller. */
  files: Map<string, string>;
  /** Key (`pictureKey()`) → absolute path, of every picture that was found: those of posts, and those in texts. */
  places: Map<string, string>;
  /** Addresses on other hosts from which the owner lets Astro fetch pictures. */
  remote: Set<string>;
  problems: Problem[];
}

type Entry = { id: string; data: Pick<PostData, 'image' | 'pictures' | 'source'> };
/** Hosts from which the owner lets Astro fetch pictures. */
export type RemoteRules = Parameters<typeof isRemoteAllowed>[1];

type Rules = PictureFolders & {
  /** A missing file is a warning: Jekyll publishes such a post, and a whole Jekyll site is taken unchanged. */
  lenient?: boolean;
  /** The site's. */
  base?: string;
  /** Astro's `image`. */
  image?: RemoteRules;
};

/**
 * Looks up the picture of every post, and those in its text. A missing file is an error with the names nearest to it; a
 * post's picture without `alt` is a warning, for only its author knows whether it says something (`alt: ""` says that it
 * does not).
 */
export function checkPictures(entries: readonly Entry[], rules: Rules): CheckedPictures {
  const checked: CheckedPictures = { files: new Map(), places: new Map(), remote: new Set(), problems: [] };
  for (const entry of entries) {
    const { id, data } = entry;
    const { image, pictures = [], source } = data;
    if (image) {
      const file = checkPicture(image.path, { ...entry, key: true }, rules, checked);
      if (file !== undefined && isPhoto(file)) checked.files.set(id, file);
      if (image.alt === undefined) checked.problems.push(withoutAlt(image.path, source.file, rules));
    }
    for (const src of pictures) checkPicture(src, entry, rules, checked);
  }
  return checked;
}

function checkPicture(
  src: string,
  { data: { source }, key: isKey = false }: Entry & { key?: boolean },
  rules: Rules,
  { places, remote, problems }: CheckedPictures,
): string | undefined {
  if (isElsewhere(src)) {
    if (rules.image && isRemoteAllowed(src, rules.image)) remote.add(src);
    return undefined;
  }
  const key = pictureKey(src, source.file, isKey ? '/' : rules.base);
  const known = places.get(key);
  if (known !== undefined) return known;
  const found = findPicture(src, source.file, isKey ? { ...rules, base: '/' } : rules);
  if (found && 'file' in found) places.set(key, found.file);
  if (!found || 'file' in found) return found?.file;
  // To Jekyll an address that does not begin at the root begins at the page.
  if (!isKey && rules.lenient && !src.startsWith('/')) return undefined;
  const line = lineOf(source.file, rules.project, isKey ? undefined : src);
  // An address that the source does not hold was made by an include, a block or a plugin, which may write the file, too.
  if (line === undefined && !isKey) return undefined;
  problems.push(missing(src, { post: source.file, line, key: isKey, file: found.missing }, rules));
  return undefined;
}

function missing(
  path: string,
  { post, line, key, file }: { post: string; line: number | undefined; key: boolean; file: string },
  { project, lenient = false }: Rules,
): Problem {
  const near = nearTo(file, path).map((name) => `"${name}"`);
  const correct = key ? 'Correct image.path, or add the file.' : 'Correct the address, or add the file.';
  return {
    code: 'picture-missing',
    severity: lenient ? 'warning' : 'error',
    file: post,
    ...(line === undefined ? {} : { line }),
    message: `The picture "${path}" does not exist: there is no file ${relative(project, file).replaceAll('\\', '/')}.`,
    fix: near.length === 0 ? correct : `Did you mean ${near.join(' or ')}?`,
  };
}

function withoutAlt(path: string, post: string, { project }: Rules): Problem {
  const line = lineOf(post, project);
  return {
    code: 'picture-without-alt',
    severity: 'warning',
    file: post,
    ...(line === undefined ? {} : { line }),
    message: `The picture "${path}" has no alt text.`,
    fix: 'Say in image.alt what it shows, or write alt: "" if it only decorates.',
  };
}

/** The path with the names that are nearest in the folder where the file should be, the nearest first. */
function nearTo(file: string, path: string): string[] {
  const folder = dirname(file);
  // A folder of that very name is no picture, and no proposal.
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name !== basename(file)) : [];
  const found: string[] = [];
  while (found.length < MOST_NEAR) {
    const name = nearest(
      basename(file),
      names.filter((other) => !found.includes(other)),
    );
    if (name === undefined) break;
    found.push(name);
  }
  return found.map((name) => path.slice(0, path.lastIndexOf('/') + 1) + name);
}

const MOST_NEAR = 3;

/** Reads the post's source again, but only when something is wrong: the line of the address, or that of `image.path`. */
function lineOf(post: string, project: string, src?: string): number | undefined {
  const file = join(project, post);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  // Front matter starts below the first `---`.
  if (src === undefined) return lineOfKey(text.slice(0, text.indexOf('\n---', 3) + 1 || undefined), ['image', 'path']);
  const at = text.split('\n').findIndex((line) => names(src).some((name) => line.includes(name)));
  return at < 0 ? undefined : at + 1;
}
