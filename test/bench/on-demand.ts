/**
 * Pages rendered on demand, beside a hand-written Astro site on the same server: `npm run bench:on-demand --
 * --posts 20000 [--requests 3000] [--rounds 3]`. Both run with `@astrojs/node` on this machine, without a cache, and
 * are asked for the same random posts and tag pages in turn.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { random, tagName } from './corpus.ts';
import { median } from './measure.ts';
import { type BenchSite, makeSites, PEERS } from './sites.ts';

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '20000' },
    requests: { type: 'string', default: '3000' },
    rounds: { type: 'string', default: '3' },
  },
});
const AT_ONCE = 8;
const CLOCK = 100;

interface Load {
  /** Requests a second. */
  rate: number;
  /** Milliseconds in which 99 of 100 were answered. */
  p99: number;
  /** Milliseconds of the server's CPU a request. */
  cpu: number;
}

const { folder, sites } = makeSites([PEERS.redaktion, PEERS.astro], Number(values.posts));
const results = new Map<string, Load[]>();
const servers = sites.map((site, index) => {
  prepare(site);
  return { name: site.peer.name, origin: `http://127.0.0.1:${4800 + index}`, child: start(site, 4800 + index) };
});
try {
  for (const { origin } of servers) await ready(origin);
  for (const { origin } of servers) await load(origin, { pid: 0, requests: 400, seed: 0 });
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    for (const { name, origin, child } of servers) {
      const result = await load(origin, { pid: child.pid ?? 0, requests: Number(values.requests), seed: round });
      results.set(name, [...(results.get(name) ?? []), result]);
      console.log(
        `${round} ${name}: ${result.rate.toFixed(0)} requests/s, p99 ${result.p99.toFixed(1)} ms, ${result.cpu.toFixed(2)} CPU ms`,
      );
    }
  }
  for (const key of ['rate', 'p99', 'cpu'] as const) {
    const [ours = 0, theirs = 0] = [...results.values()].map((loads) => median(loads.map((load) => load[key])));
    console.log(`${key}: ${ours.toFixed(2)} / ${theirs.toFixed(2)} = ${(ours / theirs).toFixed(2)}`);
  }
  for (const { name, child } of servers) console.log(`${name}: ${memory(child.pid ?? 0)} MiB`);
} finally {
  for (const { child } of servers) child.kill();
  rmSync(folder, { recursive: true });
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
  origin: string,
  { pid, requests, seed }: { pid: number; requests: number; seed: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const queue = addresses(requests, seed);
  const times: number[] = [];
  const [began, spent] = [performance.now(), pid ? cpuOf(pid) : 0];
  const worker = async (): Promise<void> => {
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) times.push(await ask(origin + path, agent));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    rate: requests / seconds,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    cpu: pid ? (1000 * (cpuOf(pid) - spent)) / requests : 0,
  };
}

/** Two posts for each tag page. */
function addresses(count: number, seed: number): string[] {
  const next = random(seed);
  const [first] = sites;
  const names = readdirSync(join(first?.root ?? '', '_posts')).map((name) => name.slice(11, -3));
  return Array.from({ length: count }, (_, index) =>
    index % 3 === 0
      ? `/tags/${tagName(1 + Math.floor(next() * 20))}/`
      : `/posts/${names[Math.floor(next() * names.length)]}/`,
  );
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
