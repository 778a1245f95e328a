import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../../../../packages/astro-redaktion/src/content/jekyll/yaml.ts';

describe('YAML of several documents', () => {
  // By Ruby's Psych 4.0, as Jekyll 4.3 calls it.
  test.each([
    ['a: 1\n---\n', { a: 1 }],
    ['---\na: 1\n---\n', { a: 1 }],
    ['# Settings\n%YAML 1.1\n---\na: 1\n---\n', { a: 1 }],
    ['a: 1\r\n---\r\nb: 2\r\n', { a: 1 }],
    ['a: 1\n--- # more\nb: [\n', { a: 1 }],
    ['a: 1\n... # more\nb: 2', { a: 1 }],
    ['a: |\n  x\n---\nb: 2\n', { a: 'x\n' }],
    ['--- x\n---\ny', 'x'],
    ['---\n---\na: 1\n', null],
  ])('is its first: %j', (text, value) => {
    expect(parseYaml(text)).toEqual({ value });
  });

  test('is none where the first is at fault, which is told as it stands in the whole', () => {
    expect(parseYaml('a: 1\n---x\nb: 2\n').fault).toMatchObject({ line: 3 });
    expect(parseYaml('a: "x\n---\ny"\n').fault).toMatchObject({ line: 2, quoted: '---' });
    expect(parseYaml('a: [\n---\nb: 2\n').fault).toBeDefined();
  });
});
