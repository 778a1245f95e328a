import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { optionsSchema } from '../../../../packages/astro-redaktion/src/config/schema.ts';
import { options, optionsReference } from '../../../helpers/options-reference.ts';
import { repository } from '../../../helpers/site.ts';

const FILE = join(repository, 'packages/astro-redaktion/OPTIONS.md');

test('the reference of options is what the schema says, whole', () => {
  const top = options().map(({ name }) => name);
  expect(top.filter((name) => !name.includes('.'))).toEqual(Object.keys(optionsSchema.shape));
  if (process.env['UPDATE']) writeFileSync(FILE, optionsReference());
  expect(readFileSync(FILE, 'utf8')).toBe(optionsReference());
});

test('every option is documented, and says what it is without one', () => {
  expect(options().filter(({ text, default: standard }) => text === '' && standard === undefined)).toEqual([]);
});

test('the README names no option that does not exist', () => {
  const readme = readFileSync(join(repository, 'README.md'), 'utf8');
  const known = new Set(options().map(({ name }) => name));
  const named = [...readme.matchAll(/`((?:theme|video|map|feed|pages|footer|contactForm)\.[a-zA-Z.]+)`/g)].map(
    ([, name = '']) => name,
  );
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
  const given = [...readme.matchAll(/redaktion\(\{ (\w+):/g)].map(([, name = '']) => name);
  expect(given.length).toBeGreaterThan(2);
  expect(given.filter((name) => !known.has(name))).toEqual([]);
});
