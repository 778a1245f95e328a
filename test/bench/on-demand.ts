/**
 * Pages rendered on demand, beside a hand-written Astro site on the same server: `npm run bench:on-demand --
 * --posts 20000 [--requests 3000] [--rounds 3]`. Both run with `@astrojs/node` on this machine, without a route cache,
 * and are asked for the same pages in turn: first for pages that nobody has asked for before, two posts for each list,
 * then for the same pages again. Before that the pages' words and links are compared.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { random, tagName } from './corpus.ts';
import { median, pageDifferences } from './measure.ts';
import { type BenchSite, makeSites, PEERS } from './sites.ts';

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '20000' },
    requests: { type: 'string', default: '3000' },
    rounds: { type: 'string', default: '3' },
  },
});
const AT_ONCE = 8;
/** Requests after which the other server has its turn: what else the machine does hits both. */
const BATCH = 250;
/** Pages of each kind whose words are compared. */
const COMPARED = 60;
const CLOCK = 100;
const FIGURES = ['rate', 'p99', 'cpu'] as const;

interface Load {
  /** Requests a second. */
  rate: number;
  /** Milliseconds in which 99 of 100 were answered. */
  p99: number;
  /** Milliseconds of the server's CPU a request. */
  cpu: number;
}

interface Server {
  name: string;
  origin: string;
  child: ChildProcess;
}

const { folder, sites } = makeSites([PEERS.redaktion, PEERS.astro], Number(values.posts));
const results = new Map<string, Load[]>();
const servers: Server[] = sites.map((site, index) => {
  prepare(site);
  return { name: site.peer.name, origin: `http://127.0.0.1:${4800 + index}`, child: start(site, 4800 + index) };
});
try {
  for (const { origin } of servers) await ready(origin);
  const { posts, lists } = addresses(sites[0]?.root ?? '');
  const take = (count: number): string[] => {
    const taken = [...posts.splice(0, Math.ceil((2 * count) / 3)), ...lists.splice(0, Math.floor(count / 3))];
    if (taken.length < count) throw new Error('There are too few pages for so many requests: take more --posts.');
    return shuffled(taken, count);
  };
  await compare([...posts.slice(0, COMPARED), ...lists.slice(0, COMPARED)]);
  const warm = take(600);
  for (const { origin } of servers) await load({ origin, pid: 0 }, [...warm, ...warm]);
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    const pages = take(Number(values.requests));
    await measure('asked for the first time', pages);
    await measure('asked for again', shuffled(pages, round));
  }
  console.log(
    `${values.rounds} rounds of ${values.requests} different pages, two posts for each list; astro-redaktion / plain Astro:`,
  );
  for (const phase of ['asked for the first time', 'asked for again']) {
    for (const key of FIGURES) {
      const [ours = 0, theirs = 0] = servers.map(({ name }) =>
        median((results.get(`${phase} ${name}`) ?? []).map((each) => each[key])),
      );
      console.log(`${phase}, ${key}: ${ours.toFixed(2)} / ${theirs.toFixed(2)} = ${(ours / theirs).toFixed(2)}`);
    }
  }
  for (const { name, child } of servers) console.log(`${name}: ${memory(child.pid ?? 0)} MiB`);
} finally {
  for (const { child } of servers) child.kill();
  rmSync(folder, { recursive: true });
}

/** Asks both servers for the pages, a batch each in turn, and prints what it took. */
async function measure(phase: string, pages: string[]): Promise<void> {
  const loads = new Map<string, { seconds: number; cpu: number; times: number[] }>();
  for (let at = 0, turn = 0; at < pages.length; at += BATCH, turn += 1) {
    for (const { name, origin, child } of turn % 2 ? servers.toReversed() : servers) {
      const part = await load({ origin, pid: child.pid ?? 0 }, pages.slice(at, at + BATCH));
      const sum = loads.get(name) ?? { seconds: 0, cpu: 0, times: [] };
      sum.seconds += part.seconds;
      sum.cpu += part.cpu;
      sum.times.push(...part.times);
      loads.set(name, sum);
    }
  }
  for (const [name, { seconds, cpu, times }] of loads) {
    times.sort((a, b) => a - b);
    const result = {
      rate: pages.length / seconds,
      p99: times[Math.floor(times.length * 0.99)] ?? 0,
      cpu: (1000 * cpu) / pages.length,
    };
    results.set(`${phase} ${name}`, [...(results.get(`${phase} ${name}`) ?? []), result]);
    console.log(
      `${phase}, ${name}: ${result.rate.toFixed(0)} requests/s, p99 ${result.p99.toFixed(1)} ms, ${result.cpu.toFixed(2)} CPU ms`,
    );
  }
}

/** Both must show the same words and links. */
async function compare(paths: string[]): Promise<void> {
  for (const path of paths) {
    const [ours = '', theirs = ''] = await Promise.all(
      servers.map(async ({ origin }) => (await fetch(origin + path)).text()),
    );
    const faults = pageDifferences(path, ours, theirs);
    if (faults.length > 0) throw new Error(`The pages are not the same:\n${faults.join('\n')}`);
  }
  console.log(`${paths.length} pages have the same words and links on both.`);
}

/** Makes a built site one with a server, and builds it. */
function prepare({ root, peer }: BenchSite): void {
  cpSync(join(import.meta.dirname, 'peers', `${peer.folder}-server`), root, { recursive: true });
  // Its lists are made by `getStaticPaths` alone.
  rmSync(join(root, 'src/pages/artiklar'), { recursive: true, force: true });
  const [program = '', ...words] = peer.command;
  const { NODE_ENV: _mode, ...environment } = process.env;
  const run = spawnSync(program, words, {
    cwd: root,
    encoding: 'utf8',
    env: { ...environment, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (run.status !== 0) throw new Error(`${peer.name} did not build:\n${run.stdout}\n${run.stderr}`);
}

function start({ root }: BenchSite, port: number): ChildProcess {
  const env = { ...process.env, HOST: '127.0.0.1', PORT: String(port), NODE_ENV: 'production' };
  return spawn(process.execPath, [join(root, 'dist/server/entry.mjs')], { cwd: root, env, stdio: 'ignore' });
}

async function ready(origin: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (
      await fetch(`${origin}/tags/${tagName(1)}/`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${origin} does not answer.`);
}

async function load(
  { origin, pid }: { origin: string; pid: number },
  paths: readonly string[],
): Promise<{ seconds: number; cpu: number; times: number[] }> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const queue = paths.toReversed();
  const times: number[] = [];
  const [began, spent] = [performance.now(), pid ? cpuOf(pid) : 0];
  const worker = async (): Promise<void> => {
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) times.push(await ask(origin + path, agent));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { seconds, cpu: pid ? cpuOf(pid) - spent : 0, times };
}

/** Every post, and every page of every tag's list, in an order of chance. */
function addresses(root: string): { posts: string[]; lists: string[] } {
  const counts = new Map<string, number>();
  const names = readdirSync(join(root, '_posts'));
  for (const name of names) {
    const [, tags = ''] = /^tags: \[(.*)\]$/m.exec(readFileSync(join(root, '_posts', name), 'utf8')) ?? [];
    for (const tag of tags.split(', ')) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const lists = [...counts].flatMap(([tag, count]) =>
    Array.from({ length: Math.ceil(count / 10) }, (_, page) => `/tags/${tag}/${page === 0 ? '' : `${page + 1}/`}`),
  );
  return {
    posts: shuffled(
      names.map((name) => `/posts/${name.slice(11, -3)}/`),
      1,
    ),
    lists: shuffled(lists, 2),
  };
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const next = random(seed);
  return items
    .map((item) => ({ item, place: next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** Milliseconds until the whole page is here. */
function ask(url: string, agent: Agent): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${url} answers ${answer.statusCode}.`));
      answer.on('data', () => {}).on('end', () => resolve(performance.now() - began));
    }).on('error', reject);
  });
}

/** User and system seconds of a process. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / CLOCK;
}

function memory(pid: number): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
}
