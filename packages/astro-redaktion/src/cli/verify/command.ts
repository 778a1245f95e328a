import { writeFileSync } from 'node:fs';
import { defineCommand } from 'citty';
import { guarded } from '../cli-error.ts';
import { compareSites } from './compare.ts';
import { readFolder, readOldSite } from './old-site.ts';
import { formatComparison, formatMap } from './print.ts';

/**
 * `redaktion verify <old>`: proves that no address, anchor, feed id, redirect or picture of the old site was lost.
 *
 * Exit code 0: nothing was lost; 1: something was lost (with `--strict`: or changed); 2: the sites could not be compared.
 */
export const verify = defineCommand({
  meta: { name: 'verify', description: 'Compare the built site with the old one: what was lost, what has changed' },
  args: {
    old: {
      type: 'positional',
      description: 'The old site: a folder of built HTML, a sitemap file, or a Jekyll folder (built with jekyll)',
      required: true,
    },
    dist: { type: 'string', description: 'Folder of the new site', default: './dist' },
    base: { type: 'string', description: 'Path under which the old site stood, such as /blogg' },
    json: { type: 'boolean', description: 'Print the result as JSON', default: false },
    strict: { type: 'boolean', description: 'Fail for changes too', default: false },
    map: { type: 'string', description: 'Write redirects for what moved to this file (`_redirects`)' },
  },
  run: ({ args }) =>
    guarded(() => {
      const comparison = compareSites(readOldSite(args.old, args.base), readFolder(args.dist));
      if (args.map !== undefined) writeFileSync(args.map, formatMap(comparison.moved));
      const text = args.json ? JSON.stringify(comparison, undefined, 2) : formatComparison(comparison);
      process.stdout.write(`${text}\n`);
      const failing = comparison.findings.filter(({ severity }) => args.strict || severity === 'lost');
      return failing.length === 0 ? 0 : 1;
    }),
});
