/**
 * How long writers wait in dev, beside a hand-written Astro blog with the same posts: `npm run bench:dev --
 * --posts 10000 [--edits 5]`. Time from the start to the first page in a browser, and from the saving of a post to the
 * new text on the open page, which reloads itself. Times are of the clock: compare the ratio, on a quiet machine.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../helpers/browser.ts';
import { median } from './measure.ts';
import { type BenchSite, makeSites, PEERS } from './sites.ts';

const { values } = parseArgs({
  options: { posts: { type: 'string', default: '10000' }, edits: { type: 'string', default: '5' } },
});
const PATIENCE = 300_000;

interface Times {
  /** Milliseconds until the first page stands in the browser. */
  first: number;
  /** Milliseconds from each edit to the page that shows it. */
  edits: number[];
}

const { folder, sites } = makeSites([PEERS.redaktion, PEERS.astro], Number(values.posts));
const browser = await chromium.launch({ executablePath: chromiumPath, args: CHROMIUM_FLAGS });
try {
  const all: Times[] = [];
  for (const [index, site] of sites.entries()) all.push(await times(site, browser, 4900 + index));
  const [ours, theirs] = all;
  if (ours && theirs) {
    const [own, other] = [median(ours.edits), median(theirs.edits)];
    console.log(
      `first page: ${Math.round(ours.first)} / ${Math.round(theirs.first)} ms = ${(ours.first / theirs.first).toFixed(2)}`,
    );
    console.log(`an edit: ${Math.round(own)} / ${Math.round(other)} ms = ${(own / other).toFixed(2)}`);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

async function times(site: BenchSite, chrome: Browser, port: number): Promise<Times> {
  const file = middle(site);
  const source = readFileSync(file.path, 'utf8');
  const began = performance.now();
  const server = dev(site, port);
  const page = await chrome.newPage();
  try {
    await open(page, `http://127.0.0.1:${port}/posts/${file.name}/`);
    const first = performance.now() - began;
    console.log(`${site.peer.name}: first page ${Math.round(first)} ms`);
    const edits: number[] = [];
    for (let edit = 1; edit <= Number(values.edits); edit += 1) {
      const word = `Ändring${edit}.`;
      const saved = performance.now();
      writeFileSync(file.path, `${source}\n${word}\n`);
      await page.getByText(word).waitFor({ timeout: PATIENCE });
      edits.push(performance.now() - saved);
      console.log(`${site.peer.name}: edit ${edit} ${Math.round(edits.at(-1) ?? 0)} ms`);
      // What a server does after it has answered belongs to this edit, not to the next.
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
    return { first, edits };
  } finally {
    await page.close();
    server.kill();
  }
}

function middle({ root, peer }: BenchSite): { path: string; name: string } {
  const names = readdirSync(join(root, peer.posts)).sort();
  const name = names[names.length >> 1] ?? '';
  return { path: join(root, peer.posts, name), name: name.slice(11, -3) };
}

function dev({ root, peer }: BenchSite, port: number): ChildProcess {
  const [program = '', ...words] = peer.command;
  const { NODE_ENV: _mode, ...environment } = process.env;
  return spawn(program, [...words.slice(0, -1), 'dev', '--host', '127.0.0.1', '--port', String(port)], {
    cwd: root,
    env: { ...environment, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: 'ignore',
  });
}

/** Asks until the server is there and the page stands. */
async function open(page: Page, url: string): Promise<void> {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until) {
    const answer = await page.goto(url, { timeout: PATIENCE, waitUntil: 'load' }).catch(() => undefined);
    if (answer?.ok()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer.`);
}
