import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Setting } from '../../config/settings.ts';
import { Fault } from '../fault.ts';
import type { Output } from '../output.ts';
import { compare } from './compare.ts';
import { formatReport } from './format-report.ts';
import { findMoved } from './moved.ts';
import { readOldSite } from './old-site.ts';
import { readFolder } from './read-folder.ts';
import { redirectMap } from './redirect-map.ts';
import type { Report } from './types.ts';

export interface VerifyArguments {
  /** Folder of built HTML, sitemap file, or folder of Jekyll source. */
  old: string;
  /** Folder of our built site. */
  dist: string;
  json: boolean;
  all: boolean;
  /** File for redirects of what moved. */
  map?: string | undefined;
}

/**
 * Compares the old site with ours, prints the report, and writes redirects if asked.
 *
 * @returns 0: nothing was lost; 1: something was
 * @throws Fault when there is nothing to compare
 */
export function verify({ old: name, dist, json, all, map }: VerifyArguments, { print, note }: Output): number {
  if (!existsSync(dist) || !statSync(dist).isDirectory()) {
    throw new Fault(`There is no folder ${dist}.`, 'Run `astro build` first, or name the folder with --dist.');
  }
  const ours = readFolder(resolve(dist), dist);
  const { site: old, leftOut } = readOldSite(name, { base: ours.base, note });
  const { checked, findings } = compare(old, ours);
  const moved = findMoved(findings, old, ours);
  const report: Report = {
    old: name,
    ours: dist,
    leftOut,
    checked,
    findings,
    moved,
    settings: readSettings(dist),
  };
  print(json ? JSON.stringify(report, null, 2) : formatReport(report, { all }));
  if (map !== undefined) {
    writeFileSync(map, redirectMap(moved, { file: map, base: ours.base }));
    const guessed = moved.filter(({ to }) => to !== undefined).length;
    note(`${map}: ${guessed} of ${moved.length} lost addresses lead somewhere now. Read it before you use it.`);
  }
  return findings.some(({ severity }) => severity === 'lost') ? 1 : 0;
}

/** What the last build of the project left; nothing where `dist` lies apart from a project. */
function readSettings(dist: string): Setting[] {
  const file = join(dirname(resolve(dist)), 'node_modules/.astro/redaktion/settings.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Setting[]) : [];
}
