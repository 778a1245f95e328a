import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CliError } from '../cli-error.ts';
import type { SiteFacts } from './facts.ts';
import { readOrigins } from './origins.ts';
import { readBuiltSite, readSitemap } from './read-site.ts';

/**
 * Reads the old site: a folder of built HTML, a sitemap file, or the source of a Jekyll site, which is then built by
 * `jekyll` in a folder for the purpose.
 *
 * @param base path under which the old site stood, when it cannot be read from its pages
 * @throws CliError when there is no such thing, or Jekyll is missing or fails
 */
export function readOldSite(path: string, base: string | undefined): SiteFacts {
  if (!existsSync(path))
    throw new CliError(`There is no ${path}.`, 'Name a folder of built HTML, a sitemap file, or a Jekyll folder.');
  if (statSync(path).isFile()) return readSitemapFile(path, base ?? '');
  return existsSync(join(path, '_config.yml')) ? buildWithJekyll(path, base) : readFolder(path, base);
}

function readSitemapFile(path: string, base: string): SiteFacts {
  const text = readFileSync(path, 'utf8');
  if (!text.includes('<urlset'))
    throw new CliError(
      `${path} is no sitemap.`,
      text.includes('<sitemapindex')
        ? 'It is an index of sitemaps: name one of the files that it lists.'
        : 'A sitemap is an XML file with a `<urlset>`.',
    );
  return readSitemap(text, { origins: new Set(), base });
}

/** A folder of built HTML. @throws CliError when it holds no page */
export function readFolder(path: string, base?: string): SiteFacts {
  if (!existsSync(path)) throw new CliError(`There is no folder ${path}.`, 'Build the site first, or name its folder.');
  const origins = readOrigins(path);
  const site = readBuiltSite(path, base === undefined ? origins : { ...origins, base });
  if (site.pages.size === 0)
    throw new CliError(
      `There is no HTML in ${path}.`,
      'Build the site first, or name the folder that it was built to.',
    );
  return site;
}

function buildWithJekyll(source: string, base: string | undefined): SiteFacts {
  const out = mkdtempSync(join(tmpdir(), 'redaktion-verify-'));
  try {
    const { error, status, stderr } = spawnSync(
      'jekyll',
      ['build', '--source', source, '--destination', out, '--disable-disk-cache', '--quiet'],
      { encoding: 'utf8', env: { ...process.env, JEKYLL_ENV: 'production' } },
    );
    if (error)
      throw new CliError(
        `${source} is the source of a Jekyll site, and Jekyll is not installed (${error.message}).`,
        'Install Jekyll, or name the folder that the site was built to (`_site`).',
      );
    if (status !== 0)
      throw new CliError(
        `Jekyll could not build ${source}:\n${stderr.trim()}`,
        'Mend it, or name a folder of built HTML.',
      );
    return readFolder(out, base);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
