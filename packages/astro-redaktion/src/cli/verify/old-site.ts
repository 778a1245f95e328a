import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Fault } from '../fault.ts';
import { buildWithJekyll } from './jekyll-build.ts';
import { readFolder, readSitemap } from './read-folder.ts';
import type { LeftOut } from './left-out.ts';
import type { Website } from './types.ts';

/** No build holds these; a small site may do without settings. */
function isJekyll(folder: string): boolean {
  return ['_config.yml', '_posts', '_layouts'].some((name) => existsSync(join(folder, name)));
}

/**
 * Reads the old site: a folder of built HTML, a sitemap file, or the source of a Jekyll site, which is built first.
 *
 * @param base of our site
 * @returns the site, and what was left out of its build
 * @throws when it is none of these
 */
export function readOldSite(
  name: string,
  { base, note }: { base: string; note: (text: string) => void },
): { site: Website; leftOut: LeftOut[] } {
  const path = resolve(name);
  if (!existsSync(path)) {
    throw new Fault(
      `There is no ${name}.`,
      'Name the folder of the built old site, its sitemap file, or the folder of its Jekyll source.',
    );
  }
  if (statSync(path).isFile()) return { site: readSitemap(path, { name, base }), leftOut: [] };
  if (!isJekyll(path)) return { site: readFolder(path, name), leftOut: [] };
  const folder = mkdtempSync(join(tmpdir(), 'redaktion-jekyll-'));
  try {
    note(`Building ${name} with Jekyll …`);
    const leftOut = buildWithJekyll(path, folder);
    return { site: readFolder(folder, name), leftOut };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
