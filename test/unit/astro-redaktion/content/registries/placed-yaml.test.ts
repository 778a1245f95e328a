import { expect, test } from 'vitest';
import { readPlacedYaml } from '../../../../../packages/astro-redaktion/src/content/registries/placed-yaml.ts';

test('an empty item takes no record with it, and the records after it are placed where they stand', () => {
  const { value, lineOf } = readPlacedYaml('- slug: a\n  x:\n    -\n- slug: b\n');
  expect(value).toEqual([{ slug: 'a', x: [null] }, { slug: 'b' }]);
  expect((value as object[]).map(lineOf)).toEqual([1, 4]);
});
