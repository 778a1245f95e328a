import { afterAll, expect, test } from 'vitest';
import { compareWarmAndCold } from '../helpers/edits.ts';
import { config, createTestSite, post, removeTestSites } from '../helpers/site.ts';

afterAll(removeTestSites);

test('a build on what the last one left is the same as one from nothing, byte for byte', async () => {
  expect(await compareWarmAndCold({ edits: 6, seed: 8 })).toEqual([]);
}, 300_000);

test('only pages of which something has changed are rendered', async () => {
  const posts = Array.from({ length: 12 }, (_, index): [string, string] => [
    `_posts/2022-06-${String(index + 1).padStart(2, '0')}-inlagg.md`,
    post(`title: Inlägg ${index + 1}\ntags: [t${index % 3}]`, 'Text.\n\n<!--more-->\n\nMer.'),
  ]);
  const site = createTestSite({ ...Object.fromEntries(posts), 'astro.config.mjs': config('{ postsPerPage: 2 }') });
  const counts = async (): Promise<[number, number]> => {
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    const [, all, unchanged] = /Wrote (\d+) files, (\d+) of them unchanged/.exec(output) ?? [];
    return [Number(all), Number(unchanged)];
  };
  const [all, none] = await counts();
  expect(none).toBe(0);
  expect(all).toBeGreaterThan(30);
  expect(await counts()).toEqual([all, all]);
  site.write('_posts/2022-06-01-inlagg.md', post('title: Inlägg 1\ntags: [t0]', 'Text.\n\n<!--more-->\n\nNytt.'));
  const [, unchanged] = await counts();
  expect(unchanged).toBeLessThan(all);
  expect(unchanged).toBeGreaterThan(all / 2);
  expect(site.read('2022/06/01/inlagg.html')).toContain('Nytt.');
});
