import { existsSync, readFileSync } from 'node:fs';

/** A page of the finished site, by its path; `''` where no HTML lies there. */
export function readPage(path: string, dir: URL): string {
  const files = [path, `${path}.html`, `${path}/index.html`].map((file) => new URL(encodeURI(`./${file}`), dir));
  const file = files.find((candidate) => existsSync(candidate) && !candidate.pathname.endsWith('/'));
  return file && /\.html$/.test(file.pathname) ? readFileSync(file, 'utf8') : '';
}

/** The text of a post's page that Astro rendered itself. */
export function textOfPage(html: string): string {
  return /<div class="e-content[^>]*>([\s\S]*?)<footer class="rd-post__footer/.exec(html)?.[1] ?? '';
}
