import type { RouteData } from 'astro';
import { expect, test } from 'vitest';
import { refuseLostPages } from '../../../../packages/astro-redaktion/src/build/refuse-addresses.ts';
import { tableSite } from '../../../helpers/table-site.ts';

test('a page that gets no file stops the build, but for one that the owner has taken the place of', () => {
  const site = tableSite({ a: { permalink: '/a/' }, b: { permalink: '/b/' } });
  const all = new Set(site.pages.values());
  const refuse = (missing: readonly string[], others: readonly string[] = []): void =>
    refuseLostPages(site, {
      others: new Map(others.map((path) => [path, {} as RouteData])),
      placed: new Set([...all].filter(({ path }) => !missing.includes(path))),
    });
  expect(() => refuse([])).not.toThrow();
  expect(() => refuse(['a', 'b'], ['a', 'b'])).not.toThrow();
  expect(() => refuse(['a', 'b'], ['b'])).toThrow("No file can be made of /a/: to Astro's route");
  expect(() => refuse([...all].map(({ path }) => path))).not.toThrow();
});
