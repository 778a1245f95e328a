import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareCodePoints } from '../../../../packages/astro-redaktion/src/model/code-points.ts';

it('orders paths as their UTF-8 bytes are ordered', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(Math.sign(compareCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
  expect(compareCodePoints('\uff5e', '😀')).toBeLessThan(0);
});
