import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A page of the finished site, by its path; `''` where no HTML lies there. */
export function readPage(path: string, dir: URL): string {
  const files = [path, `${path}.html`, `${path}/index.html`].map((file) => join(fileURLToPath(dir), file));
  const file = files.find((candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile());
  return file?.endsWith('.html') ? readFileSync(file, 'utf8') : '';
}

/** The text of a post's page that Astro rendered itself. */
export function textOfPage(html: string): string {
  return /<div class="e-content[^>]*>([\s\S]*?)<footer class="rd-post__footer/.exec(html)?.[1] ?? '';
}
