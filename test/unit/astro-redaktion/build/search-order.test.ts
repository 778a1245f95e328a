import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { writeSearchIndex } from '../../../../packages/astro-redaktion/src/build/search-index.ts';
import { hashes } from '../../../helpers/site.ts';

const root = mkdtempSync(join(tmpdir(), 'redaktion-search-'));
afterAll(() => rmSync(root, { recursive: true }));

/** Posts in two languages, with enough tags that no chance gives them the same order twice. */
const records = Array.from({ length: 12 }, (_, at) => ({
  url: `/${at}.html`,
  html: `<html lang="${at % 3 === 0 ? 'en' : 'sv'}"><body data-pagefind-body><h1>Rubrik ${at}</h1>
    <i data-pagefind-filter="tag">Tagg ${at}</i><i data-pagefind-filter="year">20${at + 10}</i>
    <i data-pagefind-filter="author">Åsa ${at % 2}</i><p data-pagefind-sort="date">${at}</p>
    <p data-pagefind-sort="title">${12 - at}</p><p>Om hälsa och vård.</p></body></html>`,
}));

test('the same posts give the same index, byte for byte, and the names of its files hold', async () => {
  const made = ['one', 'two'].map((name) => join(root, name));
  for (const folder of made)
    await writeSearchIndex(records, {
      dir: pathToFileURL(`${folder}/dist/`),
      cache: pathToFileURL(`${folder}/cache/`),
    });
  const [one, two] = made.map((folder) => hashes(join(folder, 'dist')));
  expect(one).toEqual(two);
  expect(Object.keys(one ?? {}).length).toBeGreaterThan(20);
  const index = join(root, 'one/dist/pagefind');
  const { languages } = JSON.parse(readFileSync(join(index, 'pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { hash: string }>;
  };
  expect(Object.keys(languages)).toEqual(['en', 'sv']);
  for (const { hash } of Object.values(languages)) expect(readdirSync(index)).toContain(`pagefind.${hash}.pf_meta`);
});
