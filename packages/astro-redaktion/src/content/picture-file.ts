import { statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isElsewhere, pictureKey } from './picture-key.ts';

/** Folders in which the picture of a post may lie. */
export interface PictureFolders {
  /** Project root, as posts' paths start there. */
  project: string;
  /** Folders whose content gets root-relative addresses: `public/`, and the root of a whole Jekyll site. */
  served: readonly string[];
  /** The site's; addresses may have it already. @default '/' */
  base?: string;
}

/** A picture's file, or where it was looked for. */
export type FoundPicture = { file: string } | { missing: string };

/**
 * The file of `image.path`: root-relative (`/assets/x.jpg`), or relative to the post.
 *
 * @param post path of the post's file from the project's root
 * @returns `undefined` for an address on another host, which is nobody's file
 */
export function findPicture(
  path: string,
  post: string,
  { project, served, base }: PictureFolders,
): FoundPicture | undefined {
  if (isElsewhere(path)) return undefined;
  const name = pictureKey(path, post, base);
  const places = name.startsWith('/')
    ? served.map((folder) => [folder, join(folder, name)] as const)
    : [[project, join(project, name)] as const];
  const inside = places.filter(([folder, file]) => isBelow(file, folder));
  const found = inside.find(([, file]) => statSync(file, { throwIfNoEntry: false })?.isFile());
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
