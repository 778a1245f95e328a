import { existsSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How many folders the server's code may lie below the folder that holds `redaktion/`. */
const LEVELS = 4;

/**
 * Where the posts lie: the folder that `REDAKTION_STORE` names, else `redaktion/` beside the server's code, else the
 * cache that they were built in.
 *
 * @param code address of the module that asks
 * @param built folder that the build left them in
 * @returns ends with a slash
 */
export function storeFolder(code: string, built: string): string {
  const named = process.env['REDAKTION_STORE'];
  if (named) return resolve(named) + sep;
  let folder = dirname(fileURLToPath(code));
  for (let level = 0; level < LEVELS; level += 1) {
    if (existsSync(join(folder, 'redaktion', 'posts.json'))) return join(folder, 'redaktion') + sep;
    folder = dirname(folder);
  }
  return built;
}
