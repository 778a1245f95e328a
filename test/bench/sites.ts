import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../helpers/site.ts';
import { writeCorpus } from './corpus.ts';

/** One way to build the corpus. */
export interface Peer {
  name: string;
  /** Folder in `peers/`. */
  folder: string;
  /** Where its posts lie. */
  posts: string;
  /** Where its pages end up. */
  output: string;
  command: string[];
  environment?: Record<string, string>;
}

const ASTRO = [process.execPath, join(repository, 'node_modules/astro/bin/astro.mjs'), 'build'];

/** Both Astro sites write the same pages; the last column leaves on all that astro-redaktion does by default. */
export const PEERS = {
  redaktion: { name: 'astro-redaktion', folder: 'redaktion', posts: '_posts', output: 'dist', command: ASTRO },
  astro: { name: 'plain Astro', folder: 'astro', posts: '_posts', output: 'dist', command: ASTRO },
  hugo: {
    name: 'Hugo',
    folder: 'hugo',
    posts: 'content/posts',
    output: 'public',
    command: ['hugo', '--quiet', '--cleanDestinationDir'],
  },
  all: {
    name: 'astro-redaktion, all defaults',
    folder: 'redaktion',
    posts: '_posts',
    output: 'dist',
    command: ASTRO,
    environment: { BENCH_ALL: '1' },
  },
  /** The same with the services' plugin: their pages, and mentions in every post. Asked for by name alone. */
  services: {
    name: 'all defaults and services',
    folder: 'redaktion',
    posts: '_posts',
    output: 'dist',
    command: ASTRO,
    environment: { BENCH_ALL: '1', BENCH_SERVICES: '1' },
  },
} satisfies Record<string, Peer>;

/** Linux's own folder in memory. */
const MEMORY = '/dev/shm';

/** A peer's site on disk. */
export interface BenchSite {
  peer: Peer;
  root: string;
}

/**
 * A new temporary folder for sites, in which they find the workspace's packages one folder up. In memory where the machine
 * has such a folder: a disk makes files that follow upon many deleted ones several times as dear, to whatever comes next.
 */
export function makeFolder(): string {
  const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'redaktion-bench-'));
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Makes the sites in a new temporary folder, each with the corpus and with a cache of its own in `node_modules/.astro`. */
export function makeSites(peers: readonly Peer[], posts: number): { folder: string; sites: BenchSite[] } {
  const folder = makeFolder();
  const sites = peers.map((peer, index) => {
    const root = join(folder, `${index}-${peer.folder}`);
    cpSync(join(import.meta.dirname, 'peers', peer.folder), root, { recursive: true });
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'bench', type: 'module' }));
    writeCorpus(join(root, peer.posts), posts);
    return { peer, root };
  });
  return { folder, sites };
}

/** What is done to a site before it is built. */
export interface Scenario {
  name: string;
  change?: (site: BenchSite, round: number) => void;
  title?: string;
}

/** Each scenario but the first builds on what the one before left behind. */
export const SCENARIOS: Scenario[] = [
  { name: 'cold' },
  { name: 'nothing changed' },
  { name: 'one text changed', change: (site, round) => editMiddle(site, (text) => `${text}\nÄndrad ${round}.\n`) },
  {
    name: 'one tag changed',
    change: (site, round) =>
      editMiddle(site, (text) => text.replace(/tags: \[[^\],]*/, `tags: [amne-${40 + (round % 9)}`)),
  },
  { name: 'option changed', title: 'Bloggen' },
];

function editMiddle({ root, peer }: BenchSite, change: (text: string) => string): void {
  const files = readdirSync(join(root, peer.posts)).sort();
  const file = join(root, peer.posts, files[files.length >> 1] ?? '');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/** Whether a command is there to be run. */
export function isInstalled({ command: [program = ''] }: Peer): boolean {
  const places = program.startsWith('/') ? [''] : (process.env['PATH'] ?? '').split(':');
  return places.some((place) => existsSync(join(place, program)));
}
