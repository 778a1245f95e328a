import { expect, test } from 'vitest';
import type { Term } from '../../../../packages/astro-redaktion/src/types.ts';
import { termIds } from '../../../../packages/astro-redaktion/src/views/term-ids.ts';

const ids = (...labels: string[]): string[][] => [...termIds(labels.map((label) => ({ label }) as Term)).values()];

test('terms have the ids of their names and slugs, as Jekyll’s themes link to them', () => {
  expect(ids('java', 'Machine Learning', 'E-hälsa', '.NET')).toEqual([
    ['java'],
    ['machine-learning', 'Machine-Learning'],
    ['e-hälsa', 'E-hälsa'],
    ['net', '.NET'],
  ]);
});

test('no id stands twice, or is one of ours', () => {
  expect(ids('AI', 'ai', 'C', 'C++', 'a b', 'a-b', 'rd-main', '++')).toEqual([
    ['ai', 'AI'],
    [],
    ['c', 'C'],
    ['C++'],
    ['a-b'],
    [],
    [],
    ['++'],
  ]);
});
