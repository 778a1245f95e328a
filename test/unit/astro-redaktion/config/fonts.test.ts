import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { fontFamilies, hasFonts } from '../../../../packages/astro-redaktion/src/config/fonts.ts';
import { parseOptions } from '../../../../packages/astro-redaktion/src/config/parse.ts';
import { createTestSite, removeTestSites, repository } from '../../../helpers/site.ts';

const root = pathToFileURL(join(repository, 'example-site/'));
const serif = '@fontsource-variable/source-serif-4';

function fonts(given: Record<string, unknown>) {
  return parseOptions({ theme: { fonts: given } }).theme.fonts;
}

interface Family {
  name: string;
  cssVariable: string;
  fallbacks: string[];
  options: { variants: { src: string[]; weight: string; style: string; unicodeRange: string[] }[] };
}

function families(given: Record<string, unknown>): Family[] {
  return fontFamilies(fonts(given), root) as unknown as Family[];
}

function message(given: Record<string, unknown>): string {
  try {
    families(given);
  } catch (error) {
    return String((error as Error).message);
  }
  return '';
}

afterAll(removeTestSites);

describe('fonts', () => {
  test('are the system’s own unless chosen', () => {
    expect(hasFonts(fonts({}))).toBe(false);
    expect(families({})).toEqual([]);
  });

  test('of a package: upright and italic, each subset a file of its own with its range', () => {
    const [family] = families({ text: serif });
    expect(family).toMatchObject({ name: 'Source Serif 4', cssVariable: '--rd-serif', fallbacks: ['serif'] });
    expect(family?.options.variants.map(({ src, weight, style }) => [src[0], weight, style])).toEqual([
      [`${serif}/files/source-serif-4-latin-wght-normal.woff2`, '200 900', 'normal'],
      [`${serif}/files/source-serif-4-latin-ext-wght-normal.woff2`, '200 900', 'normal'],
      [`${serif}/files/source-serif-4-latin-wght-italic.woff2`, '200 900', 'italic'],
      [`${serif}/files/source-serif-4-latin-ext-wght-italic.woff2`, '200 900', 'italic'],
    ]);
    expect(family?.options.variants[0]?.unicodeRange[0]).toMatch(/^U\+0000-00FF,/);
  });

  test('of a package with a file for each weight: those that the styles use', () => {
    const made = families({
      text: '@fontsource/source-serif-4',
      titles: '@fontsource/source-serif-4',
      subsets: ['latin'],
    });
    expect(made.map(({ options }) => options.variants.map(({ src, weight }) => [src[0], weight]))).toEqual([
      ['400-normal', '700-normal', '400-italic', '700-italic'].map(file),
      ['700-normal', '700-italic'].map(file),
    ]);
    function file(name: string): [string, string] {
      return [`@fontsource/source-serif-4/files/source-serif-4-latin-${name}.woff2`, name.slice(0, 3)];
    }
  });

  test('of a design that lacks a weight: the nearest that it has', () => {
    const made = createTestSite({
      'node_modules/@fontsource/one/package.json': '{"name":"@fontsource/one"}',
      'node_modules/@fontsource/one/metadata.json':
        '{"id":"one","family":"One","category":"serif","subsets":["latin"],"defSubset":"latin","weights":[300,500]}',
      'node_modules/@fontsource/one/unicode.json': '{"latin":"U+0000-00FF"}',
      'node_modules/@fontsource/one/files/one-latin-300-normal.woff2': '',
      'node_modules/@fontsource/one/files/one-latin-500-normal.woff2': '',
    });
    const given = fonts({ text: '@fontsource/one', titles: '@fontsource/one' });
    const all = fontFamilies(given, pathToFileURL(`${made.root}/`)) as unknown as Family[];
    expect(all.map(({ options }) => options.variants.map(({ weight }) => weight))).toEqual([['300', '500'], ['500']]);
  });

  test('say nothing of this machine’s folders, which would change the names of files', () => {
    const all = JSON.stringify(families({ text: serif, interface: '@fontsource-variable/inter' }));
    expect(all).not.toContain(repository);
  });

  test('in another order of subsets, the face of most texts is still first', () => {
    const [family] = families({ interface: '@fontsource-variable/inter', subsets: ['greek', 'latin'] });
    expect(family?.options.variants[0]?.src[0]).toContain('inter-latin-wght-normal');
    expect(family?.fallbacks).toEqual(['sans-serif']);
  });

  test('that are not installed are all named, with what is near', () => {
    const text = message({ text: '@fontsource-variable/source-serif-5', code: 'no-such-package' });
    expect(text).toContain('theme.fonts.text');
    expect(text).toContain(`Did you mean “${serif}”?`);
    expect(text).toContain('theme.fonts.code');
    expect(text).toContain('npm install no-such-package');
    expect(message({ text: 'astro' })).toContain('not an installed package of Fontsource');
  });

  test('without the letters asked for say which there are', () => {
    const text = message({ text: serif, subsets: ['arabic'] });
    expect(text).toContain('has no upright face for arabic');
    expect(text).toContain('greek');
  });
});
