/**
 * `npm run lighthouse [-- runs]`: Lighthouse's scores of the built example site, mobile; three runs unless told. A slow
 * machine takes points from any page: beside each stands what the same page gets there without its style sheets.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from './helpers/browser.ts';
import { CATEGORIES, lighthouse } from './helpers/lighthouse.ts';
import { repository } from './helpers/site.ts';

const PAGES = {
  '/2022/06/02/ineras-tjanster.html': '2022/06/02/ineras-tjanster.html',
  '/': 'index.html',
  '/tags/foretag/': 'tags/foretag/index.html',
  '/tjanster/': 'tjanster/index.html',
};
const POLICY = "default-src 'self'";
const runs = Number(process.argv[2] ?? 3);
const dist = join(repository, 'example-site/dist');
const bareDist = mkdtempSync(join(tmpdir(), 'lighthouse-bare-'));
cpSync(dist, bareDist, { recursive: true });
for (const file of Object.values(PAGES)) {
  const html = readFileSync(join(bareDist, file), 'utf8');
  writeFileSync(join(bareDist, file), html.replace(/<link rel="(?:stylesheet"|preload" as="font")[^>]*>/g, ''));
}
const site = await serveFolder(dist, POLICY);
const bareSite = await serveFolder(bareDist, POLICY);
for (const path of Object.keys(PAGES)) {
  for (let run = 1; run <= runs; run += 1) {
    const scores = await lighthouse(site.origin + path);
    const bare = await lighthouse(bareSite.origin + path, ['performance']);
    const row = CATEGORIES.map((name) => `${name} ${scores[name]}`).join('  ');
    const control = `without styles ${bare.performance}, ${bare.blocked} ms; machine ${scores.machine}`;
    process.stdout.write(
      `${path} run ${run}: ${row}  ${scores.blocked} ms blocked (${control})  ${scores.faults.join('; ')}\n`,
    );
  }
}
site.close();
bareSite.close();
rmSync(bareDist, { recursive: true });
