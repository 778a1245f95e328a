import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../../../packages/astro-redaktion/src/content/jekyll/front-matter.ts';

const read = (text: string): ReturnType<typeof readFrontMatter> => readFrontMatter(text, '_posts/2022-06-02-a.md');

describe('front matter', () => {
  it('is split from the body, whose line in the file is known', () => {
    expect(read('---\ntitle: A\ntags: b\n---\n\n\nText.\n')).toMatchObject({
      data: { title: 'A', tags: 'b' },
      body: 'Text.\n',
      bodyLine: 7,
      problems: [],
    });
  });

  it('may begin with a byte order mark, have Windows line ends and end with three dots', () => {
    expect(read('\ufeff---\r\ntitle: A\r\n...\r\nText.\r\n')).toMatchObject({
      data: { title: 'A' },
      body: 'Text.\r\n',
      bodyLine: 4,
    });
  });

  it('may be absent', () => {
    expect(read('Just text.\n\n---\n\nMore.\n')).toMatchObject({ data: {}, bodyLine: 1, problems: [] });
  });

  it('takes the last of two equal keys and names the line', () => {
    const { data, problems } = read('---\ntitle: A\ntags: x\ntitle: B\n---\nText.\n');
    expect(data).toEqual({ title: 'B', tags: 'x' });
    expect(problems).toMatchObject([{ code: 'front-matter-key-twice', severity: 'warning', line: 4 }]);
  });

  it('is a problem with line, column, the line itself and what to write when it is broken', () => {
    const { data, problems } = read('---\nlayout: post\ntitle: Bok: "Ett" liv\n---\nText.\n');
    expect(data).toEqual({});
    expect(problems).toMatchInlineSnapshot(`
      [
        {
          "code": "front-matter-broken",
          "column": 11,
          "file": "_posts/2022-06-02-a.md",
          "fix": "Put the value in quotes: title: "Bok: \\"Ett\\" liv"",
          "line": 3,
          "message": "The front matter cannot be read: bad indentation of a mapping entry, in "title: Bok: "Ett" liv". Jekyll would publish this post without a title.",
          "severity": "error",
        },
      ]
    `);
  });

  it.each([
    ['---\ntitle: @x\n---\n', 'front-matter-broken', 2],
    ['---\na:\n\t- b\n---\n', 'front-matter-broken', 3],
    ['---\ntitle: "open\n---\n', 'front-matter-broken', 3],
    ['---\njust text\n---\n', 'front-matter-no-keys', 2],
    ['---\n- a\n---\n', 'front-matter-no-keys', 2],
    ['---\ntitle: A\nText without an end.\n', 'front-matter-unclosed', 1],
  ])('stops at %j with %s on line %i', (text, code, line) => {
    expect(read(text).problems).toMatchObject([{ code, severity: 'error', line, fix: expect.any(String) }]);
  });

  it('takes a rule at the top of a text for a rule', () => {
    expect(read('---\n\nText.\n').problems).toEqual([]);
  });

  it('knows the lines of its keys', () => {
    const { lineOf } = read(
      '---\ntitle: A\n"tags": b\nsitemap:\n  priority: 1\n  lastmod: 2022-06-02\nmap: {inner: 1}\n---\n',
    );
    expect([
      lineOf('title'),
      lineOf('tags'),
      lineOf('sitemap', 'lastmod'),
      lineOf('map', 'inner'),
      lineOf('none'),
    ]).toEqual([2, 3, 6, 7, undefined]);
  });

  it('does not let a key change the prototype of its data', () => {
    const { data } = read('---\n__proto__: {polluted: yes}\nconstructor: x\n---\n');
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is read in a moment even when the text is made to be slow', () => {
    for (const text of [
      `---\n${' '.repeat(50_000)}x`,
      `---\n${'\n \t'.repeat(20_000)}x`,
      `---\na: b\n---${' '.repeat(50_000)}x\n---\n`,
    ]) {
      expect(read(text).body).toBeTypeOf('string');
    }
  });
});
