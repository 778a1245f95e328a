import { expect, it } from 'vitest';
import { globToRegExp } from '../../../../../packages/astro-redaktion/src/content/jekyll/glob.ts';

// Each line: Ruby's File.fnmatch (name) or Dir.glob (path) says the same.
it.each([
  ['*.md', 'a/b.md', 'name', true],
  ['*.md', 'a/b.md', 'path', false],
  ['a*', 'ab/c', 'name', true],
  ['*', '.x', 'name', false],
  ['.*', '.x', 'name', true],
  ['**/b', 'b', 'path', true],
  ['**/b', 'a/c/b', 'path', true],
  ['a/**/b', 'a/.c/b', 'path', false],
  ['?', 'å', 'path', true],
  ['[a-c]x', 'bx', 'path', true],
  ['[!a-c]x', 'bx', 'path', false],
  ['{a,b}/c', 'b/c', 'path', true],
  ['{a,b}', '{a,b}', 'name', true],
  ['a\\*', 'a*', 'path', true],
  ['a.b', 'axb', 'path', false],
  ['[z-a]', 'b', 'path', false],
  ['[a', '[a', 'path', true],
  ['(a|b)+', '(a|b)+', 'path', true],
] as const)('%s and %s in the dialect %s: %s', (pattern, text, dialect, matches) => {
  expect(globToRegExp(pattern, dialect).test(text)).toBe(matches);
});
