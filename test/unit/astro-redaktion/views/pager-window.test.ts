import { expect, test } from 'vitest';
import { pagerWindow } from '../../../../packages/astro-redaktion/src/views/pager-window.ts';

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [3, 5, [1, 2, 3, 4, 5]],
  [1, 20, [1, 2, 'gap', 20]],
  [10, 20, [1, 'gap', 9, 10, 11, 'gap', 20]],
  [20, 20, [1, 'gap', 19, 20]],
])('page %d of %d shows the ends and those beside it', (number, count, expected) => {
  expect(pagerWindow(number, count)).toEqual(expected);
});

test('a gap always stands for two pages or more', () => {
  for (let count = 1; count <= 30; count += 1) {
    for (let number = 1; number <= count; number += 1) {
      const shown = pagerWindow(number, count);
      shown.forEach((entry, index) => {
        if (entry !== 'gap') return;
        expect(Number(shown[index + 1]) - Number(shown[index - 1]), `${number} of ${count}`).toBeGreaterThan(2);
      });
      expect(shown.filter((entry) => entry === number)).toHaveLength(1);
    }
  }
});
