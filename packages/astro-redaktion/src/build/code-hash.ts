import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * A hash of the code that renders a build's pages: the bundle holds every component, the owner's and the plugins'
 * too, the options, the names of style sheets, and the collections that the pages read. Packages that stay outside
 * the bundle are known by the lock file, and Node by its version.
 *
 * @param bundle folder of the bundle
 * @param root of the project
 */
export function codeHash(bundle: string, root: string): string {
  const files = readdirSync(bundle, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const parts = files
    .map((file) => ({ name: relative(bundle, file), code: readFileSync(file, 'latin1') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const locks = lockFiles(root);
  const texts = [
    process.version,
    ...locks.map((file) => readFileSync(file, 'latin1')),
    ...parts.flatMap(({ name, code }) => [name, code]),
  ];
  return hash('sha1', withoutSecret(texts.join('\n')));
}

/** The nearest lock files; in a workspace they lie above the project. */
function lockFiles(folder: string): string[] {
  const found = LOCKS.map((name) => join(folder, name)).filter((file) => existsSync(file));
  const above = dirname(folder);
  return found.length > 0 || above === folder ? found : lockFiles(above);
}

/** Astro makes a key for server islands anew in every build; file names carry a hash of what it stands in. */
function withoutSecret(text: string): string {
  const key = /"key": ?"([A-Za-z0-9+/=]{40,})"/.exec(text)?.[1];
  return key === undefined ? text : text.replaceAll(key, '');
}

const LOCKS = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock'];
