import { expect, test } from 'vitest';
import { tocOf } from '../../../../packages/astro-redaktion/src/content/fields.ts';

/** What front matter gives, and the keys that are wrong. */
function read(value: unknown) {
  const wrong: string[] = [];
  return { ...tocOf(value, (key) => wrong.push(key)), wrong };
}

test.each([
  [undefined, {}],
  [true, {}],
  ['Innehåll', {}],
  [false, { toc: false }],
  [{ to: 3 }, { toc: { to: 3 } }],
  [{ from: 2, exclude: 'Slutord' }, { toc: { from: 2, exclude: ['Slutord'] } }],
])('toc: %j', (value, expected) => {
  expect(read(value)).toEqual({ ...expected, wrong: [] });
});

test.each([
  [{ to: 7 }, ['toc.to']],
  [{ from: 'två', to: 1.5 }, ['toc.from', 'toc.to']],
  [{ exclude: [{ id: 'a' }] }, ['toc.exclude']],
  [{ depth: 2 }, ['toc']],
  [[1, 2], ['toc']],
])('toc: %j is wrong', (value, keys) => {
  expect(read(value).wrong).toEqual(keys);
});
