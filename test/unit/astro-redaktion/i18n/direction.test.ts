import { expect, test } from 'vitest';
import { directionOf } from '../../../../packages/astro-redaktion/src/i18n/direction.ts';

test.each([
  ['sv', 'ltr'],
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['fa', 'rtl'],
  ['az-Arab', 'rtl'],
  ['az', 'ltr'],
  ['ar-Latn', 'ltr'],
])('%s is written %s', (lang, direction) => {
  expect(directionOf(lang)).toBe(direction);
});
