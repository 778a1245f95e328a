import { existsSync, writeFileSync } from 'node:fs';

/** Writes files into the finished site. A file of the owner's own (from `public/` or a page) stays as it is. */
export function writeExtras(dir: URL, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const file = new URL(`./${path}`, dir);
    if (!existsSync(file)) writeFileSync(file, text);
  }
}
