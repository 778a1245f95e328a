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

describe('an empty item ends its list where the next one stands further out', () => {
  // By Ruby's Psych 4.0; js-yaml 4 alone gives `c` the items that follow.
  test.each([
    ['d:\n- t: 1\n  c:\n    - \n\n- t: 2\n- t: 3\n', { d: [{ t: 1, c: [null] }, { t: 2 }, { t: 3 }] }],
    ['- t: 1\r\n  c:\r\n    - # none\r\n- t: 2\r\n', [{ t: 1, c: [null] }, { t: 2 }]],
    ['- a:\n    -\n    -\n# more\n- b\n', [{ a: [null, null] }, 'b']],
    ['- -\n- 1\n', [[null], 1]],
    ['- - b\n  -\n- c\n', [['b', null], 'c']],
    ['---\n- a:\n    -\n- b\n', [{ a: [null] }, 'b']],
    ['t: {\na: 1\n}\nc:\n- d: &e\n    -\n- b\n', { t: { a: 1 }, c: [{ d: [null] }, 'b'] }],
    // Text, and not items.
    ['- a: |\n    -\n   \n- b\n', [{ a: '-\n' }, 'b']],
    ['- >\n    -\n- b\n', ['-\n', 'b']],
    ['- text\n    -\n- b\n', ['text -', 'b']],
    ['a: text\n    -\n  - b\n', { a: 'text - - b' }],
    ['a: "this:\n    -\n  - #b"\n', { a: 'this: - - #b' }],
    ['- Hello !important\n  -\n- b\n', ['Hello !important -', 'b']],
    ['- a:\n      |\n    -\n- b\n', [{ a: '-\n' }, 'b']],
  ])('%j', (text, value) => {
    expect(parseYaml(text)).toEqual({ value });
  });
});

test('a fault quotes its line as it was written, below empty items', () => {
  expect(parseYaml('- a:\n    -\n- "b\n').fault).toMatchObject({ quoted: '' });
  expect(parseYaml('- a:\n    - \n-\n  b: [}\n').fault).toMatchObject({ line: 4, quoted: 'b: [}' });
});

test('empty items are read the same where a key stands twice', () => {
  expect(parseYaml('- a:\n    -\n- b: 1\n  b: 2\n')).toMatchObject({
    value: [{ a: [null] }, { b: 2 }],
    duplicate: { line: 4 },
  });
});
