import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchSite } from './sites.ts';

/** What one build took. */
export interface Measure {
  /** User and system seconds of all processes and threads. */
  cpu: number;
  wall: number;
  /** Peak resident memory of the largest process, MiB. */
  memory: number;
  /** HTML files. */
  pages: number;
  /** All files. */
  files: number;
  /** MiB of all files. */
  size: number;
}

const TIME = '/usr/bin/time';

/** Builds a site once, from nothing when `cold`. */
export function measure(
  { peer, root }: BenchSite,
  { cold, title }: { cold: boolean; title?: string | undefined },
): Measure {
  if (cold)
    for (const folder of [peer.output, 'node_modules/.astro', '.astro', 'resources'])
      rmSync(join(root, folder), { recursive: true, force: true });
  const { NODE_ENV: _mode, ...environment } = process.env;
  const run = spawnSync(TIME, ['-f', '%U %S %e %M', ...peer.command], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      ...environment,
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      REDAKTION_NOW: '2026-01-01T00:00:00Z',
      ...peer.environment,
      ...(title ? { BENCH_TITLE: title, HUGO_TITLE: title } : {}),
    },
  });
  if (run.error) throw new Error(`${TIME} (Debian: package "time") is needed to measure CPU: ${run.error.message}`);
  if (run.status !== 0) throw new Error(`${peer.name} did not build:\n${run.stdout}\n${run.stderr}`);
  const [user = 0, system = 0, wall = 0, memory = 0] = (run.stderr.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  return { cpu: user + system, wall, memory: memory / 1024, ...output(join(root, peer.output)) };
}

function output(folder: string): Pick<Measure, 'pages' | 'files' | 'size'> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
  return {
    pages: files.filter(({ name }) => name.endsWith('.html')).length,
    files: files.length,
    size: bytes / 2 ** 20,
  };
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [a = 0, b = 0] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  return (a + b) / 2;
}

/** Says how the pages of two sites differ; empty when they are the same in list, words and links. */
export function differences(ours: string, theirs: string): string[] {
  const [own, other] = [pagesOf(ours), pagesOf(theirs)];
  const missing = [...other.keys()].filter((path) => !own.has(path)).map((path) => `only in the peer: ${path}`);
  const extra = [...own.keys()].filter((path) => !other.has(path)).map((path) => `only in astro-redaktion: ${path}`);
  const unlike = [...own].flatMap(([path, read]) => {
    const theirs = other.get(path)?.();
    return theirs === undefined ? [] : pageDifferences(path, read(), theirs);
  });
  return [...missing, ...extra, ...unlike];
}

/** Says what words and links our page lacks, or has too many. */
export function pageDifferences(path: string, ours: string, theirs: string): string[] {
  const [a, b] = [facts(ours), facts(theirs)];
  const lost = [...b.links].filter((link) => !a.links.has(link));
  return [
    ...(a.words === b.words ? [] : [`${path}: ${a.words} words of text, the peer has ${b.words}`]),
    ...(lost.length === 0 ? [] : [`${path}: lacks links to ${lost.slice(0, 3).join(', ')}`]),
  ];
}

function pagesOf(folder: string): Map<string, () => string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  return new Map(files.sort().map((file) => [file, () => readFileSync(join(folder, file), 'utf8')]));
}

/** Words of a post's own text, and every internal address that a page's main part links to. */
function facts(html: string): { words: number; links: Set<string> } {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const [, text = ''] = main.split(/<div class="e-content[^>]*>/);
  const words = text.split('</article>')[0]?.split(/<(?:footer|ul><li><a href="\/tags)/)[0] ?? '';
  return {
    words: words
      .replace(/<[^>]*>/g, ' ')
      .split(/\s+/)
      .filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
    links: new Set(
      [...main.matchAll(/href="(\/(?:posts|tags|artiklar)\/[^"#]*)"/g)].map(([, href = '']) =>
        href.replace(/\/?$/, '/'),
      ),
    ),
  };
}
