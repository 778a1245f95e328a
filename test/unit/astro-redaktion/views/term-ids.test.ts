import { expect, test } from 'vitest';
import type { Term } from '../../../../packages/astro-redaktion/src/types.ts';
import { termIds } from '../../../../packages/astro-redaktion/src/views/term-ids.ts';

const ids = (...labels: string[]): string[][] => [
  ...termIds(labels.map((label) => ({ label, spellings: [] as string[] }) as Term)).values(),
];

test('terms have the ids of their names and slugs, as Jekyll’s themes link to them', () => {
  expect(ids('java', 'Machine Learning', 'E-hälsa', '.NET')).toEqual([
    ['java'],
    ['machine-learning', 'Machine-Learning', 'Machine+Learning'],
    ['e-hälsa', 'E-hälsa'],
    ['net', '.NET'],
  ]);
});

test('every spelling leads to its term, as long as it is no other’s', () => {
  const terms = [
    { label: 'Openstack', spellings: ['Openstack', 'OpenStack', 'open stack'] },
    { label: 'open', spellings: ['OpenStack', 'Open'] },
  ] as Term[];
  expect([...termIds(terms).values()]).toEqual([
    ['openstack', 'Openstack', 'OpenStack', 'open-stack', 'open+stack'],
    ['open', 'Open'],
  ]);
});

test('no id stands twice, or is one of ours', () => {
  expect(ids('AI', 'ai', 'C', 'C++', 'a b', 'a-b', 'rd-main', '++')).toEqual([
    ['ai', 'AI'],
    [],
    ['c', 'C'],
    ['C++'],
    ['a-b', 'a+b'],
    [],
    [],
    ['++'],
  ]);
});
