import { expect, test } from 'vitest';
import { en } from '../../../../packages/redaktion-inera/src/i18n/en.ts';
import { sv } from '../../../../packages/redaktion-inera/src/i18n/sv.ts';
import { inverse } from '../../../../packages/redaktion-inera/src/model/relations.ts';

const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted();

test('both languages have the same keys and fill in the same places', () => {
  expect(Object.keys(en)).toEqual(Object.keys(sv));
  for (const [key, text] of Object.entries(sv)) expect(places(en[key as keyof typeof sv]), key).toEqual(places(text));
});

test('every relation type has words in both directions, and no two types share them', () => {
  const keys = Object.keys(inverse).map((type) => `relation.${type}`);
  expect(
    Object.keys(sv)
      .filter((key) => key.startsWith('relation.'))
      .toSorted(),
  ).toEqual(keys.toSorted());
  const words = keys.map((key) => en[key as keyof typeof sv]);
  expect(new Set(words).size).toBe(words.length);
});
