import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Writes files into the finished site. A file of the owner's own (from `public/` or a page) stays as it is. */
export function writeExtras(dir: URL, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const file = join(fileURLToPath(dir), path);
    if (existsSync(file)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
