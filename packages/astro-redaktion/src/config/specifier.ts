import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** An owner's path: package specifiers stay, `./` and `/` start at the project's root. */
export function ownerPath(path: string, root: URL): string | URL {
  if (path.startsWith('./') || path.startsWith('../')) return fileUrl(path, root);
  return path.startsWith('/') ? fileUrl(`.${path}`, root) : path;
}

/**
 * A path as an address. Signs that mean something in addresses (`#`, `?`, `%`) are letters of names here, and a path
 * of Windows has a drive.
 *
 * @param root where relative paths start
 */
export function fileUrl(path: string, root: URL): URL {
  return pathToFileURL(resolve(fileURLToPath(root), path));
}

/** A path or specifier as a string of JavaScript, for an import. */
export function quote(specifier: string | URL, query = ''): string {
  return JSON.stringify((specifier instanceof URL ? fileURLToPath(specifier) : specifier) + query);
}
