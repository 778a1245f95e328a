import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Folders in which the picture of a post may lie. */
export interface PictureFolders {
  /** Project root, as posts' paths start there. */
  project: string;
  /** Folders whose content gets root-relative addresses: `public/`, and the root of a whole Jekyll site. */
  served: readonly string[];
}

/** A picture's file, or where it was looked for. */
export type FoundPicture = { file: string } | { missing: string };

/**
 * The file of `image.path`: root-relative (`/assets/x.jpg`), or relative to the post.
 *
 * @param post path of the post's file from the project's root
 * @returns `undefined` for an address on another host, which is nobody's file
 */
export function findPicture(path: string, post: string, { project, served }: PictureFolders): FoundPicture | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path)) return undefined;
  const name = decoded(path.replace(/[?#].*$/, ''));
  const places = name.startsWith('/')
    ? served.map((folder) => [folder, join(folder, name)] as const)
    : [[join(project, post, '..'), join(project, dirname(post), name)] as const];
  const inside = places.filter(([folder, file]) => isBelow(file, name.startsWith('/') ? folder : project));
  const found = inside.find(([, file]) => existsSync(file));
  if (found) return { file: found[1] };
  return { missing: inside[0]?.[1] ?? join(project, name) };
}

/** Kinds of picture that Astro makes smaller; others (SVG, animated GIF) are shown as they are. */
export function isPhoto(file: string): boolean {
  return /\.(?:avif|jpe?g|png|tiff?|webp)$/i.test(file);
}

/** `..` must not lead out of the folder. */
function isBelow(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== '..' && !path.startsWith(`..${sep}`);
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    // A lone % is a letter of the name.
    return path;
  }
}
