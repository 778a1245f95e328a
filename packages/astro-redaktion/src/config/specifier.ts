import { fileURLToPath } from 'node:url';

/** An owner's path: package specifiers stay, `./` and `/` start at the project's root. */
export function ownerPath(path: string, root: URL): string | URL {
  if (path.startsWith('./') || path.startsWith('../')) return new URL(path, root);
  return path.startsWith('/') ? new URL(`.${path}`, root) : path;
}

/** A path or specifier as a string of JavaScript, for an import. */
export function quote(specifier: string | URL, query = ''): string {
  return JSON.stringify((specifier instanceof URL ? fileURLToPath(specifier) : specifier) + query);
}
