/** `npm run lighthouse [-- runs]`: Lighthouse's scores of the built example site, mobile; three runs unless told. */
import { join } from 'node:path';
import { serveSite } from './helpers/browser.ts';
import { CATEGORIES, lighthouse } from './helpers/lighthouse.ts';
import { repository } from './helpers/site.ts';

const PAGES = ['/2022/06/02/ineras-tjanster.html', '/', '/tags/foretag/', '/tjanster/'];
const runs = Number(process.argv[2] ?? 3);
const site = await serveSite(join(repository, 'example-site/dist'), "default-src 'self'");
for (const path of PAGES) {
  for (let run = 1; run <= runs; run += 1) {
    const scores = await lighthouse(site.origin + path);
    const row = CATEGORIES.map((name) => `${name} ${scores[name]}`).join('  ');
    process.stdout.write(`${path} run ${run}: ${row}  ${scores.faults.join('; ')}\n`);
  }
}
await site.close();
