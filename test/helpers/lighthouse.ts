import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM_FLAGS, chromiumPath } from './browser.ts';
import { repository } from './site.ts';

/** Scores of Lighthouse's four categories, 0 to 100, and the titles of audits that took points away. */
export interface Scores {
  performance: number;
  accessibility: number;
  'best-practices': number;
  seo: number;
  faults: string[];
  /** Milliseconds for which the simulated phone's main thread answers nobody. */
  blocked: number;
  /** Lighthouse's measure of the machine; under 1,000 it warns that scores of performance will be too low. */
  machine: number;
}

interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { title: string; score: number | null; numericValue?: number }>;
  environment: { benchmarkIndex: number };
}

/**
 * Where the browser holds the page before until a new one paints, as it does unless told otherwise, a page that takes
 * longer than ten frames gets one frame a second from then on, and Speed Index measures that second
 * (https://github.com/GoogleChrome/lighthouse/issues/17148).
 */
const NO_HOLDING = '--disable-features=PaintHolding';

/** Runs Lighthouse (mobile, its own throttling) on an address of this machine. */
export async function lighthouse(url: string, categories: readonly string[] = CATEGORIES): Promise<Scores> {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  const out = join(folder, 'report.json');
  const child = spawn(
    process.execPath,
    [
      join(repository, 'node_modules/lighthouse/cli/index.js'),
      url,
      `--chrome-flags=${['--headless=new', NO_HOLDING, ...CHROMIUM_FLAGS].join(' ')}`,
      '--quiet',
      '--no-enable-error-reporting',
      `--only-categories=${categories.join(',')}`,
      '--output=json',
      `--output-path=${out}`,
    ],
    { env: { ...process.env, CHROME_PATH: chromiumPath }, stdio: 'inherit' },
  );
  await ended(child);
  const report = JSON.parse(readFileSync(out, 'utf8')) as Report;
  rmSync(folder, { recursive: true, force: true });
  const score = (name: string): number => Math.round((report.categories[name]?.score ?? 0) * 100);
  const faults = Object.values(report.categories).flatMap(({ auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const audit = report.audits[id];
      return audit && weight > 0 && audit.score !== null && audit.score < 1 ? [audit.title] : [];
    }),
  );
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
    faults,
    blocked: Math.round(report.audits['total-blocking-time']?.numericValue ?? 0),
    machine: Math.round(report.environment.benchmarkIndex),
  };
}

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`Lighthouse ended with ${code}`))));
  });
}
