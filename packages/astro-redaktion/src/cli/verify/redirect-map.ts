import type { Move } from './types.ts';

/**
 * Redirects for what moved, as a file: for `.json` the `redirects` of an Astro config, else lines of
 * `from to 301` (Netlify, Cloudflare Pages). What could not be guessed is left out of JSON, and stands as a comment in
 * the lines.
 */
export function redirectMap(moved: readonly Move[], { file, base }: { file: string; base: string }): string {
  if (file.endsWith('.json')) {
    const pairs = moved.flatMap(({ from, to }) => (to === undefined ? [] : [[from, base + encodeURI(to)]]));
    return `${JSON.stringify(Object.fromEntries(pairs), null, 2)}\n`;
  }
  const field = (path: string): string =>
    base + encodeURI(path).replace(/[*:]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return moved
    .map(({ from, to }) => (to === undefined ? `# ${field(from)} ?\n` : `${field(from)} ${field(to)} 301\n`))
    .join('');
}
