import { expect, test } from 'vitest';
import { pluginBlocks } from '../../../../../packages/astro-redaktion/src/content/blocks/plugin-blocks.ts';

const site = { lang: 'sv', locales: [], timezone: 'UTC', base: '/', ending: '/' as const };
const post = { file: '/a.md', lang: 'sv', data: {}, base: '/', site };
const html = '<h2 id="ett">Ett</h2>\n<p>a</p>\n<h3 class="x" id="r&amp;d">R&amp;D</h3>\n<p>b</p>';
const headings = [
  { depth: 2, slug: 'ett', text: 'Ett' },
  { depth: 3, slug: 'r&d', text: 'R&D' },
];

test('blocks of plugins stand after their headings, in the order of the plugins', () => {
  const one = {
    key: '1',
    blocks: (all: typeof headings) => all.map(({ slug, text }) => ({ after: slug, name: 'box', props: { text } })),
  };
  const two = { key: '2', blocks: () => [{ after: 'ett', name: 'map', props: {} }] };
  const placed = pluginBlocks({ html, headings }, { transforms: [one as never, two], post, first: 3 });
  expect(placed.uses).toEqual([
    { index: 3, name: 'box', props: { text: 'Ett' }, block: true },
    { index: 4, name: 'box', props: { text: 'R&D' }, block: true },
    { index: 5, name: 'map', props: {}, block: true },
  ]);
  expect(placed.html).toBe(
    '<h2 id="ett">Ett</h2>\n<!--redaktion:include 3-->\n<!--redaktion:include 5-->\n<p>a</p>\n' +
      '<h3 class="x" id="r&amp;d">R&amp;D</h3>\n<!--redaktion:include 4-->\n<p>b</p>',
  );
});

test('a text without such plugins stays as it is', () => {
  expect(pluginBlocks({ html, headings }, { transforms: [{ key: '' }], post, first: 0 })).toEqual({ uses: [], html });
});
