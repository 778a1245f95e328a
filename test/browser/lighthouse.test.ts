import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedSite, serveSite } from '../helpers/browser.ts';
import { lighthouse } from '../helpers/lighthouse.ts';
import { buildExample, repository } from '../helpers/site.ts';

const example = join(repository, 'example-site');
let site: ServedSite;

beforeAll(async () => {
  await buildExample();
  // Lighthouse fetches robots.txt from within the page, which a policy of nothing would not let it.
  site = await serveSite(join(example, 'dist'), "default-src 'self'");
});
afterAll(() => site?.close());

// Its score for speed depends on the machine: `npm run lighthouse` prints it.
test.each([
  ['article', '/2022/06/02/ineras-tjanster.html'],
  ['home', '/'],
  ['tag', '/tags/foretag/'],
  ['services', '/tjanster/'],
])('Lighthouse finds nothing to mend on the %s page', async (_kind, path) => {
  const scores = await lighthouse(site.origin + path, ['accessibility', 'best-practices', 'seo']);
  expect(scores).toMatchObject({ accessibility: 100, 'best-practices': 100, seo: 100, faults: [] });
});
