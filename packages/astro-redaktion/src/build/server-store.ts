import { copyFileSync, existsSync, mkdirSync } from 'node:fs';

/** Texts, posts, and pages outside `_posts`: what a server reads to render a page. */
const FILES = ['text.bin', 'posts.json', 'outside.json'];

/**
 * Lays what the loader has made beside the server, which runs where the cache is not.
 *
 * @param store ends with a slash
 * @param server folder of the server's code; ends with a slash
 */
export function copyStore(store: URL, server: URL): void {
  const target = new URL('./redaktion/', server);
  mkdirSync(target, { recursive: true });
  for (const name of FILES) {
    if (existsSync(new URL(name, store))) copyFileSync(new URL(name, store), new URL(name, target));
  }
}
