import { describe, expect, test } from 'vitest';
import { createLiquid } from '../../../../../../packages/astro-redaktion/src/content/jekyll/liquid/renderer.ts';
import { testPost, testSite, writeFolder } from '../../../../../jekyll/liquid/folder.ts';

const root = writeFolder({
  '_includes/note.html': '<p>{{ include.text }}</p>',
  '_includes/broken.html': 'one\n{% if a %}\n',
  '_includes/unknown.html': 'one\n  {% gallery %}',
  '_includes/outer.html': 'a\nb {% include broken.html %}',
  '_includes/self.html': '{% include self.html %}',
});
const posts = [testPost('x', { path: '_posts/2022-06-02-hello-world.md' })];
const liquid = createLiquid(
  testSite({
    root,
    folder: 'old',
    posts: () => posts,
    pages: () => [{ path: 'about.md', url: '/about/', id: '', data: {} }],
  }),
);
const problemsOf = (body: string) => liquid.render(testPost(body)).problems;

describe('a problem names file, line, column and what to do', () => {
  test.each([
    [
      'an unknown tag',
      'a\n\nb {% inclde note.html %}',
      { code: 'liquid-unknown-tag', line: 6, column: 3, fix: expect.stringContaining('{% include %}') },
    ],
    [
      'a gist without a name',
      '{% gist %}',
      { code: 'liquid-syntax', line: 4, column: 1, fix: expect.stringContaining('{% gist user/1234567 %}') },
    ],
    [
      'a missing include',
      '{% include notes.html %}',
      { code: 'liquid-missing-include', line: 4, column: 1, fix: 'Did you mean "note.html"?' },
    ],
    [
      'an unclosed block',
      'x\n{% if a %}\n{% unless b %}{% endunless %}',
      { code: 'liquid-syntax', line: 5, column: 1, fix: 'Add {% endif %} where it ends.' },
    ],
    [
      'an unclosed raw',
      '{% raw %} {{ a }}',
      { code: 'liquid-syntax', line: 4, fix: 'Add {% endraw %} where it ends.' },
    ],
    ['an end without a beginning', 'a {% endfor %}', { code: 'liquid-syntax', line: 4, column: 3 }],
    [
      'a missing post',
      '{% post_url 2022-06-02-helo-world %}',
      { code: 'liquid-missing-target', fix: 'Did you mean {% post_url 2022-06-02-hello-world %}?' },
    ],
    [
      'a post named with its extension',
      '{% post_url 2022-06-02-hello-world.md %}',
      { code: 'liquid-missing-target', fix: 'Did you mean {% post_url 2022-06-02-hello-world %}?' },
    ],
    [
      'a missing link target',
      '\n\n{% link /about.md %}',
      { code: 'liquid-missing-target', line: 6, fix: 'Did you mean {% link about.md %}?' },
    ],
    ['an output that is not closed', 'a {{ b }', { code: 'liquid-syntax', line: 4, column: 3 }],
    ['a tag that is not closed', 'a\n{% if b', { code: 'liquid-syntax', line: 5, column: 1 }],
    ['a condition without a value', '{% if %}{% endif %}', { code: 'liquid-syntax', line: 4 }],
    [
      'an operator that is none',
      '{% if a = b %}{% endif %}',
      { code: 'liquid-syntax', line: 4, message: expect.stringContaining('"="') },
    ],
    ['a loop that is none', '{% for a of b %}{% endfor %}', { code: 'liquid-syntax', line: 4 }],
    ['a division by zero', 'a\n{{ 5 | divided_by: 0 }}', { code: 'liquid-division', line: 5, column: 1 }],
    ['a date that is none', '{{ "next week" | date_to_string }}', { code: 'liquid-date', line: 4 }],
    ['values of two kinds compared', '{% if 1 < "a" %}{% endif %}', { code: 'liquid-comparison', line: 4 }],
    ['an include with commas', '{% include note.html a="1", b="2" %}', { code: 'liquid-syntax', line: 4 }],
    ['an include outside its folder', '{% include ../../etc/passwd %}', { code: 'liquid-syntax', line: 4 }],
    [
      'an include of itself',
      'a\n{% include self.html %}',
      { code: 'liquid-include-depth', file: 'old/_includes/self.html' },
    ],
    ['a loop that is too long', '{% for a in (1..999999999) %}x{% endfor %}', { code: 'liquid-limit', line: 4 }],
    [
      'text that doubles itself',
      `{% assign a = "xxxxxxxxxxxxxxxx" %}{% for i in (1..40) %}{% assign a = a | append: a %}{% endfor %}{{ a }}`,
      { code: 'liquid-limit', line: 4 },
    ],
  ])('%s', (_, body, expected) => {
    expect(problemsOf(body)).toMatchObject([{ file: 'old/_posts/2022-06-02-a.md', severity: 'error', ...expected }]);
  });

  test('inside an include: the include’s line, and the post that used it', () => {
    expect(problemsOf('a\n\n{% include outer.html %}')).toMatchObject([
      {
        file: 'old/_includes/broken.html',
        line: 2,
        column: 1,
        message: 'The block {% if %} is never closed. (included by old/_posts/2022-06-02-a.md, line 6)',
      },
    ]);
  });

  test('an include’s problem is told for every post that uses it', () => {
    const first = problemsOf('{% include unknown.html %}');
    expect(first).toMatchObject([
      { code: 'liquid-unknown-tag', file: 'old/_includes/unknown.html', line: 2, column: 3 },
    ]);
    expect(problemsOf('{% include unknown.html %}')).toEqual(first);
  });

  test('several in one post, each once', () => {
    const codes = problemsOf(
      '{% gallery %}{% endgallery %} {% include no.html %} {% link no.md %} {{ 1 | upcse }}',
    ).map(({ code }) => code);
    expect(codes).toEqual([
      'liquid-unknown-tag',
      'liquid-unknown-filter',
      'liquid-missing-include',
      'liquid-missing-target',
    ]);
  });
});

test('a site of many posts may have longer lists', () => {
  const list = '{% for a in (1..60000) %}{{ a }} {{ a }} {{ a }}{% endfor %}';
  const codes = (size: number): string[] =>
    createLiquid(testSite({ root: writeFolder({}), size }))
      .render(testPost(list))
      .problems.map(({ code }) => code);
  expect(codes(0)).toEqual(['liquid-limit']);
  expect(codes(500)).toEqual([]);
});

test('a missing include may be one of the theme’s', () => {
  const fixOf = (config: Record<string, unknown>): string | undefined =>
    createLiquid(testSite({ root: writeFolder({}), config })).render(testPost('{% include embed/film.html %}'))
      .problems[0]?.fix;
  const end = ', or map the name to a component with `includes`.';
  expect(fixOf({})).toBe(`Create _includes/embed/film.html${end}`);
  for (const key of ['theme', 'remote_theme'])
    expect(fixOf({ [key]: 'jekyll-theme-chirpy' })).toBe(
      `Copy it to _includes/embed/film.html from the theme jekyll-theme-chirpy if that has it, or create it${end}`,
    );
});

test('an unknown filter is a warning with the nearest name, and its value passes as in Jekyll', () => {
  const { text, problems } = liquid.render(testPost('{{ "a b" | slugfy }}'));
  expect(text).toBe('a b');
  expect(problems).toMatchObject([{ severity: 'warning', fix: 'Did you mean "slugify"?' }]);
});

test('nothing of a problem is printed into the page', () => {
  expect(liquid.render(testPost('a {% include no.html %} b {{ 1 | divided_by: 0 }} c')).text).toBe('a  b  c');
});

test('a broken data file is a problem with its line', () => {
  const site = createLiquid(testSite({ root: writeFolder({ '_data/a.yml': 'a: 1\nb: [\n' }) }));
  expect(site.render(testPost('{{ site.data.a.b }}')).problems).toMatchObject([
    { code: 'liquid-data', message: expect.stringContaining('_data/a.yml') },
  ]);
});
