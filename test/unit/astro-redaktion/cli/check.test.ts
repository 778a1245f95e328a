import { describe, expect, test } from 'vitest';
import { gemfilePlugins, missingPlugin } from '../../../../packages/astro-redaktion/src/cli/check/plugins.ts';
import { checkText } from '../../../../packages/astro-redaktion/src/cli/check/text-checks.ts';

const lines = (body: string): (number | undefined)[] =>
  checkText({ body, bodyLine: 5, data: {}, markdown: true }, { file: 'a.md', lineOf: () => undefined }).map(
    ({ line }) => line,
  );

describe('a paragraph with a bar', () => {
  test('is named with its line', () => {
    expect(lines('Text.\n\nen rad med a | b\nmer')).toEqual([7]);
  });

  test('is not, where a table is plainly meant or no kramdown reads it', () => {
    expect(lines('| a | b |\n|---|---|')).toEqual([]);
    expect(lines('a | b\n--|--\n1 | 2')).toEqual([]);
    expect(lines('```\n\na | b\n\n```')).toEqual([]);
    expect(lines('kod `a | b` är kod')).toEqual([]);
    expect(lines('    a | b')).toEqual([]);
  });
});

describe('plugins', () => {
  test('whose work is done here are not named', () => {
    expect(missingPlugin('jekyll-feed')).toBeUndefined();
    expect(missingPlugin('jekyll-gallery')).toContain('`jekyll-gallery`');
    expect(missingPlugin('constructor')).toContain('`constructor`');
  });

  test('are found in the Gemfile too', () => {
    const text =
      "source 'x'\ngem 'jekyll'\ngroup :jekyll_plugins do\n  gem \"jekyll-feed\", '~> 0.1'\n  # gem 'no'\n  gem 'own'\nend\n";
    expect(gemfilePlugins(text)).toEqual(['jekyll-feed', 'own']);
  });
});
