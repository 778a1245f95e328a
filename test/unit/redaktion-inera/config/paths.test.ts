import { expect, test } from 'vitest';
import { pathsByLanguage } from '../../../../packages/redaktion-inera/src/config/paths.ts';
import { routesOf } from '../../../../packages/redaktion-inera/src/config/routes.ts';

const site = (lang: string, ...others: string[]) => ({
  lang,
  locales: [lang, ...others].map((code) => ({ lang: code, label: code, prefix: code === lang ? '' : code })),
  timezone: 'UTC',
  base: '/',
  ending: '/' as const,
});
const options = { path: undefined, glossaryPath: undefined, languages: undefined };
const directories = (given: Parameters<typeof pathsByLanguage>[1], own = {}) =>
  Object.entries(pathsByLanguage({ ...options, ...own }, given)).map(([lang, { directory }]) => `${lang} ${directory}`);

test('pages stand in the languages of the site that have texts, and in those that the owner asks for', () => {
  expect(directories(site('sv'))).toEqual(['sv /tjanster']);
  expect(directories(site('sv', 'en', 'de'))).toEqual(['sv /tjanster', 'en /en/services']);
  expect(directories(site('en-GB', 'sv'))).toEqual(['en-GB /services', 'sv /sv/tjanster']);
  expect(directories(site('sv'), { languages: ['en'], path: '/e-tjanster/' })).toEqual([
    'sv /e-tjanster',
    'en /en/services',
  ]);
  expect(directories(site('fr'))).toEqual(['fr /services']);
});

test('every page has a route of its own, data files stand once', () => {
  const patterns = routesOf(pathsByLanguage(options, site('sv', 'en'))).map(({ pattern }) => pattern);
  expect(new Set(patterns).size).toBe(patterns.length);
  expect(patterns.filter((pattern) => pattern.endsWith('.json'))).toEqual([
    '/tjanster/catalogue.json',
    '/tjanster/catalogue.schema.json',
    '/tjanster/addresses.json',
  ]);
  expect(patterns).toContain('/en/services/area/[key]');
});
