import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { plainError } from './report.ts';

const LINE = "export { collections } from 'astro-redaktion/collections';";
const ENDINGS = ['ts', 'mts', 'js', 'mjs'];

/** @throws when `src/content.config.ts` is missing: Astro itself would build an empty or a stale site and exit 0. */
export function requireContentConfig(config: Pick<AstroConfig, 'srcDir' | 'root'>): void {
  const file = ENDINGS.map((ending) => new URL(`./content.config.${ending}`, config.srcDir)).find((url) =>
    existsSync(url),
  );
  const name = fileURLToPath(new URL('./content.config.ts', config.srcDir)).slice(fileURLToPath(config.root).length);
  if (file === undefined) {
    throw plainError(`${name} is missing, so Astro would find no posts.`, `Create it with this line:\n\n  ${LINE}\n`);
  }
  if (!readFileSync(file, 'utf8').includes('astro-redaktion/collections')) {
    throw plainError(
      `${name} does not use the collections of astro-redaktion, so Astro would find no posts.`,
      `Add this line, or spread the collections into your own:\n\n  ${LINE}\n`,
    );
  }
}

/** @throws when there is nothing that could render pages on demand. */
export function requireAdapter({ adapter }: Pick<AstroConfig, 'adapter'>): void {
  if (adapter) return;
  throw plainError(
    'The option `onDemand` needs an adapter, for pages are rendered by a server.',
    'Add one, for instance: npx astro add node. Without a server, leave the option out.',
  );
}

/** @throws when the posts were never loaded, though a content config exists. */
export function requirePosts<T>(loaded: T | undefined): T {
  if (loaded) return loaded;
  throw plainError(
    'The collection `posts` was never loaded.',
    `Check that src/content.config.ts exports it under that name:\n\n  ${LINE}\n`,
  );
}
