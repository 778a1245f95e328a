import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Fault } from '../fault.ts';
import { buildWithJekyll } from './jekyll-build.ts';
import { readFolder, readSitemap } from './read-folder.ts';
import type { Website } from './types.ts';

/**
 * Reads the old site: a folder of built HTML, a sitemap file, or the source of a Jekyll site, which is built first.
 *
 * @param base of our site
 * @throws when it is none of these
 */
export function readOldSite(name: string, { base, note }: { base: string; note: (text: string) => void }): Website {
  const path = resolve(name);
  if (!existsSync(path)) {
    throw new Fault(
      `There is no ${name}.`,
      'Name the folder of the built old site, its sitemap file, or the folder of its Jekyll source.',
    );
  }
  if (statSync(path).isFile()) return readSitemap(path, { name, base });
  if (!existsSync(join(path, '_config.yml'))) return readFolder(path, name);
  const folder = mkdtempSync(join(tmpdir(), 'redaktion-jekyll-'));
  try {
    note(`Building ${name} with Jekyll …`);
    buildWithJekyll(path, folder);
    return readFolder(folder, name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
