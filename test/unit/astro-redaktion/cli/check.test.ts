import { describe, expect, test } from 'vitest';
import { checkLayouts } from '../../../../packages/astro-redaktion/src/cli/check/layouts.ts';
import { pluginFate } from '../../../../packages/astro-redaktion/src/cli/check/plugins.ts';
import { gemfilePlugins } from '../../../../packages/astro-redaktion/src/content/jekyll/gemfile.ts';
import { checkText } from '../../../../packages/astro-redaktion/src/cli/check/text-checks.ts';
import { writeFolder } from '../../../jekyll/liquid/folder.ts';

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
  test('are told by what does their work here, or what to do instead', () => {
    expect(pluginFate('jekyll-feed').by).toContain('feeds are built in');
    expect(pluginFate('jekyll-archives').by).toContain('pages of tags');
    expect(pluginFate('jekyll/tagging').by).toContain('pages of tags');
    expect(pluginFate('jekyll-polyglot').instead).toContain('`locales`');
    expect(pluginFate('jekyll-gallery').instead).toContain('tags that it adds are listed below');
    expect(pluginFate('constructor').by).toBeUndefined();
  });

  test('are found in the Gemfile too, with their lines', () => {
    const text =
      "source 'x'\ngem 'jekyll'\ngroup :jekyll_plugins do\n  gem \"jekyll-feed\", '~> 0.1'\n  # gem 'no'\n  gem 'own'\nend\n" +
      "gem 'minima'\ngem 'two', group: :jekyll_plugins\n";
    expect(gemfilePlugins(text)).toEqual([
      { name: 'jekyll-feed', line: 4 },
      { name: 'own', line: 6 },
      { name: 'two', line: 9 },
    ]);
  });
});

test('a template of redirects of the site’s own is named, and where redirects lead without it', () => {
  const place = {
    root: writeFolder({ '_layouts/redirect.html': '', '_layouts/sida.html': '' }),
    folder: '',
    dir: '_layouts',
  };
  const pages = new Map([
    ['redirect', 2],
    ['sida', 1],
  ]);
  expect(checkLayouts({ posts: new Map(), pages }, place).map(({ message, fix }) => `${message} ${fix}`)).toEqual([
    'the layout `redirect` does not carry over; 2 pages use it. `redirect_to` leads to the address that it names, whatever this layout makes of it: name other sites in full.',
    'the layout `sida` does not carry over; a page uses it. With `jekyllPages: true`, pages are printed in our layout for pages; one without a text of its own shows what this one makes. What yours adds goes into a slot (`components`).',
  ]);
});
