import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { Fault } from '../fault.ts';
import { type BuiltFile, websiteOf, websiteOfSitemap } from './website.ts';
import { sitemapLocations } from './sitemap.ts';
import type { Website } from './types.ts';

/**
 * Reads a built site from its folder.
 *
 * @param name as the owner gave it, for the report
 * @throws when there is no such folder, or it holds no HTML
 */
export function readFolder(folder: string, name: string): Website {
  const files = builtFiles(folder);
  if (!files.some(({ path }) => /\.html?$/i.test(path))) {
    throw new Fault(
      `${name} holds no HTML.`,
      'Build the site first, or name the folder that the build was written to.',
    );
  }
  return websiteOf(name, files);
}

/** Reads the addresses of a sitemap file; an index leads to the files of the same names beside it. */
export function readSitemap(file: string, { name, base }: { name: string; base: string }): Website {
  const locations = locationsOf(file, new Set());
  if (locations.length === 0) throw new Fault(`${name} lists no addresses.`, 'Name a sitemap with <loc> elements.');
  return websiteOfSitemap(name, locations, base);
}

function builtFiles(folder: string): BuiltFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(folder, file).split(sep).join('/'),
      text: () => readFileSync(file, 'utf8'),
    }));
}

function locationsOf(file: string, seen: Set<string>): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const { pages, sitemaps } = sitemapLocations(readFileSync(file, 'utf8'));
  return [
    ...pages,
    ...sitemaps.flatMap((location) => {
      const beside = join(dirname(file), location.replace(/[?#].*$/s, '').replace(/^.*\//, ''));
      if (!existsSync(beside) || !statSync(beside).isFile()) {
        throw new Fault(`The sitemap ${location} is not beside ${file}.`, `Save it there as ${beside}.`);
      }
      return locationsOf(beside, seen);
    }),
  ];
}
