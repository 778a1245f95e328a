import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import filePlugin from '@size-limit/file';
import sizeLimit from 'size-limit';
import { beforeAll, expect, test } from 'vitest';
import { buildExample, repository } from '../helpers/site.ts';

const dist = join(repository, 'example-site/dist');

/** Most bytes, compressed by Brotli, of the largest page of each kind on the example site. */
const PAGES = {
  home: 3000,
  list: 3000,
  term: 3000,
  author: 3000,
  archive: 2500,
  terms: 2200,
  authors: 1800,
  search: 2600,
  notFound: 2000,
  // The specimen of all typography is the longest; the article takes 5,400.
  post: 8000,
  // Two maps of Sweden, of 6 kB each, and two charts.
  drawings: 13_500,
  custom: 8500,
};

/** Of the style sheets that every page has. */
const SHEETS = 8300;

let kinds: Map<string | undefined, string[]>;

beforeAll(async () => {
  await buildExample();
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  kinds = Map.groupBy(pages, (file) => {
    const html = readFileSync(join(dist, file), 'utf8');
    return html.includes('class="rd-map"') ? 'drawings' : /class="rd-page rd-page--(\w+)/.exec(html)?.[1];
  });
}, 120_000);

test('the largest page of each kind is within its budget', async () => {
  const over: string[] = [];
  for (const [kind, budget] of Object.entries(PAGES)) {
    const [largest = ''] = (kinds.get(kind) ?? []).toSorted((a, b) => bytes(b) - bytes(a));
    const size = await packed([join(dist, largest)]);
    if (!(size <= budget)) over.push(`${kind}: ${largest} has ${size} bytes, ${budget} are allowed`);
  }
  expect(over).toEqual([]);
});

test('the style sheets that every page loads are within their budget', async () => {
  const home = readFileSync(join(dist, 'index.html'), 'utf8');
  const sheets = [...home.matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g)].map(([, path = '']) =>
    join(dist, path),
  );
  expect(sheets.length).toBeGreaterThan(0);
  expect(await packed(sheets)).toBeLessThanOrEqual(SHEETS);
});

function bytes(file: string): number {
  return statSync(join(dist, file)).size;
}

async function packed(files: string[]): Promise<number> {
  const [result] = (await sizeLimit([filePlugin], files)) as { size: number }[];
  return result?.size ?? Number.NaN;
}
