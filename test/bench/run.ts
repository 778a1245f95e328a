import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { differences, type Measure, measure } from './measure.ts';
import { keepResults, writeTable } from './report.ts';
import { isInstalled, makeSites, PEERS, SCENARIOS } from './sites.ts';

/** `npm run bench -- --posts 1000 [--rounds 3] [--peers redaktion,astro] [--scenarios 'cold,one text changed'] [--keep] [--write]`: builds the corpus with every peer and prints a table. */
const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
    peers: {
      type: 'string',
      default: Object.keys(PEERS)
        .filter((name) => name !== 'services')
        .join(','),
    },
    scenarios: { type: 'string', default: SCENARIOS.map(({ name }) => name).join(',') },
    keep: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const posts = Number(values.posts);
const scenarios = SCENARIOS.filter(({ name }) => values.scenarios.split(',').includes(name));
const names = values.peers.split(',');
const peers = Object.entries(PEERS).flatMap(([name, peer]) =>
  names.includes(name) && isInstalled(peer) ? [peer] : [],
);
const { folder, sites } = makeSites(peers, posts);
const results = new Map<string, Measure[]>();
let unlike: string[] = [];

for (let round = 1; round <= Number(values.rounds); round++) {
  for (const { name, change, title } of scenarios) {
    // Every peer in turn, so that a slow stretch of the machine strikes all of them.
    for (const site of sites) {
      change?.(site, round);
      const result = measure(site, { cold: name === 'cold', title });
      const key = `${site.peer.name}/${name}`;
      results.set(key, [...(results.get(key) ?? []), result]);
      console.log(
        `${round} ${key}: ${result.cpu.toFixed(2)} CPU s, ${result.wall.toFixed(1)} s, ${result.memory.toFixed(0)} MiB, ${result.files} files`,
      );
    }
    if (round === 1 && name === 'cold') unlike = compared();
  }
}

const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, Node ${process.version}, Astro ${version('astro')}${hugoVersion()}`;
const table = writeTable({ posts, scenarios, rounds: Number(values.rounds), peers, results, unlike, machine });
console.log(`\n${table}`);
if (values.write) keepResults(join(import.meta.dirname, 'RESULTS.md'), posts, table);
if (values.keep) console.log(`The sites lie in ${folder}`);
else rmSync(folder, { recursive: true });

function compared(): string[] {
  const [ours, theirs] = [PEERS.redaktion, PEERS.astro].map((peer) => sites.find((site) => site.peer === peer));
  if (!ours || !theirs) return [];
  return differences(join(ours.root, ours.peer.output), join(theirs.root, theirs.peer.output));
}

function version(name: string): string {
  const text = execFileSync(process.execPath, ['-p', `require('${name}/package.json').version`], { encoding: 'utf8' });
  return text.trim();
}

function hugoVersion(): string {
  if (!peers.includes(PEERS.hugo)) return '';
  return `, Hugo ${/v([\d.]+)/.exec(execFileSync('hugo', ['version'], { encoding: 'utf8' }))?.[1] ?? ''}`;
}
