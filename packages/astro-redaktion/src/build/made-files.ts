import { fileURLToPath } from 'node:url';
import { madeFolder } from '../content/made-files.ts';
import type { Site } from '../types.ts';
import { copyStaticFiles, type Middleware, serveStaticFiles, type StaticFile } from './static-files.ts';

/** Puts what blocks have made for feeds into the finished site. A file of the owner's own stays as it is. */
export function placeMadeFiles(site: Site, { dir, store }: { dir: URL; store: URL }): void {
  copyStaticFiles(madeFiles(site, store), dir);
}

/** Serves the same in dev. */
export function serveMadeFiles(
  built: () => Site | undefined,
  { base, store }: { base: string; store: URL },
): Middleware {
  let known: { site: Site; serve: Middleware } | undefined;
  return (request, response, next) => {
    const site = built();
    if (!site) return next();
    if (known?.site !== site) known = { site, serve: serveStaticFiles(madeFiles(site, store), base) };
    known.serve(request, response, next);
  };
}

/** Of posts that are in feeds only: what is held back has no file that could be guessed. */
function madeFiles({ posts }: Site, store: URL): StaticFile[] {
  const paths = new Set(posts.flatMap(({ data }) => data.files ?? []));
  return [...paths].map((path) => ({ path, absolute: fileURLToPath(new URL(path, madeFolder(store))) }));
}
