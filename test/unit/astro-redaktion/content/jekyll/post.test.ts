import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postContext, readPost } from '../../../../../packages/astro-redaktion/src/content/jekyll/post.ts';
import type { PostOptions } from '../../../../../packages/astro-redaktion/src/content/jekyll/post.ts';
import { readSiteConfig } from '../../../../../packages/astro-redaktion/src/content/jekyll/site-config.ts';
import type { PostResult } from '../../../../../packages/astro-redaktion/src/content/jekyll/types.ts';

const path = '_posts/2022-06-02-ineras-tjanster.md';

function read(
  text: string,
  { config = '', at = path, ...options }: Partial<PostOptions> & { config?: string; at?: string } = {},
): PostResult {
  const site = readSiteConfig([{ file: '_config.yml', text: config }]);
  return readPost({ path: at, text, mtime: 0 }, postContext(site.config, { timeZone: 'Europe/Stockholm', ...options }));
}

describe('a post', () => {
  it('is one record with everything that Jekyll knows of it', () => {
    const text =
      '---\nlayout: post\ntitle: Ineras tjänster\ndate: 2022-06-02 08:00:00 +0200\ntags: Företag Medicinteknik\nredirect_from: /old\nexcerpt_separator: <!--more-->\n---\n\nEn.\n\n<!--more-->\n\nTvå.\n';
    expect(read(text)).toMatchObject({
      problems: [],
      post: {
        path,
        title: 'Ineras tjänster',
        date: { instant: Date.UTC(2022, 5, 2, 6), day: '2022-06-02', offset: 120 },
        dateFrom: 'front matter',
        tags: ['Företag', 'Medicinteknik'],
        permalink: { url: '/2022/06/02/ineras-tjanster.html', id: '/2022/06/02/ineras-tjanster' },
        layout: 'post',
        excerpt: { source: 'En.\n\n', more: true },
        redirectFrom: ['/old'],
        body: 'En.\n\n<!--more-->\n\nTvå.\n',
        bodyLine: 10,
        published: true,
        draft: false,
      },
    });
  });

  it('is plain JSON', () => {
    const { post } = read('---\ntitle: A\ndate: 2022-06-02 08:00:00\nupdated: 2022-06-03\nbig: .inf\n---\nText.\n');
    expect(JSON.parse(JSON.stringify(post))).toEqual(post);
  });

  it('does not share what it changes with the defaults', () => {
    const config = 'defaults:\n  - scope: {path: ""}\n    values: {author: {name: A}, tags: [x]}\n';
    const first = read('---\nauthor: {url: /b}\ntags: y\n---\n', { config }).post;
    expect(first?.data).toMatchObject({ author: { name: 'A', url: '/b' }, tags: ['y'] });
    expect(read('---\ntitle: B\n---\n', { config }).post?.data).toMatchObject({ author: { name: 'A' }, tags: ['x'] });
  });

  it("takes a permalink from our options before the config's, and its own before both", () => {
    const options = { config: 'permalink: pretty', permalink: '/inlagg/:title/' };
    expect(read('---\ntitle: A\n---\n', options).post?.permalink.url).toBe('/inlagg/ineras-tjanster/');
    expect(read('---\ntitle: A\npermalink: /egen.html\n---\n', options).post?.permalink.url).toBe('/egen.html');
  });

  it.each([
    ['---\ntitle: [a]\n---\n', 'title-no-text', 2],
    ['---\ntitle: A\ndate: igår\n---\n', 'date-unreadable', 3],
    ['---\ntitle: A\ndate: 2022-06-31\n---\n', 'date-impossible', 3],
    ['---\ntitle: A\npermalink: /:yaer/\n---\n', 'permalink-placeholder', 3],
    ['---\ntitle: A\npermalink: [a]\n---\n', 'permalink-no-text', 3],
    ['---\ntitle: A\nredirect_to: "java\tscript:alert(1)"\n---\n', 'redirect-scheme', 3],
    ['---\ntitle: A\nslug: "🙂"\n---\n', 'slug-empty', 3],
    ['---\ntitle: A: B\n---\n', 'front-matter-broken', 2],
  ])('is none for %j: %s on line %i', (text, code, line) => {
    const { post, problems } = read(text, { folder: '../blog/' });
    expect(post).toBeUndefined();
    expect(problems).toMatchObject([
      { code, severity: 'error', file: `../blog/${path}`, line, message: expect.any(String), fix: expect.any(String) },
    ]);
  });

  it('suggests the placeholder that is nearest', () => {
    expect(read('---\ntitle: A\npermalink: /:yaer/\n---\n').problems[0]?.fix).toBe('Did you mean ":year"?');
  });

  it.each([
    ['---\nlayout: x\n---\n', 'post-without-title', undefined],
    ['---\ntitle: A\ntags: 1177\n---\n', 'tags-value', 3],
    ['---\ntitle: A\ncategories: {a: 1}\n---\n', 'categories-value', 3],
    ['---\ntitle: A\nTags: x\n---\n', 'key-case', 3],
    ['---\ntitle: A\ndate:\n---\n', 'date-empty', 3],
    ['---\ntitle: A\ndate: 2022-06-02 08:00 CDST\n---\n', 'date-zone', 3],
  ])('has a warning for %j: %s', (text, code, line) => {
    const { post, problems } = read(text);
    expect(post).toBeDefined();
    expect(problems).toMatchObject([{ code, severity: 'warning', ...(line === undefined ? {} : { line }) }]);
  });

  it('says of markup that nobody reads that it is shown as it is written', () => {
    const at = (name: string): string[] =>
      read('---\ntitle: A\n---\nh1. X', { at: `_posts/${name}` }).problems.map(
        ({ code, severity, file }) => `${severity} ${code} ${file}`,
      );
    expect(at('2022-06-02-a.textile')).toEqual(['warning foreign-markup _posts/2022-06-02-a.textile']);
    expect(['md', 'markdown', 'html', 'txt'].flatMap((ending) => at(`2022-06-02-a.${ending}`))).toEqual([]);
  });

  it("with a day that no month has keeps Jekyll's address when only warned", () => {
    const { post } = read('---\ntitle: A\ndate: 2022-06-31\n---\n', { impossibleDay: 'warning' });
    expect(post?.permalink.url).toBe('/2022/07/01/ineras-tjanster.html');
  });

  it('needs a name like one', () => {
    expect(read('Text.', { at: '_posts/no-date.md' }).problems).toMatchObject([
      { code: 'file-name', severity: 'warning' },
    ]);
    expect(read('Text.', { at: '_posts/2022-13-01-x.md' }).problems.map(({ code }) => code)).toContain(
      'date-unreadable',
    );
  });

  it.each([
    ['none', false],
    ['null', false],
    ['false', false],
    ['post.html', 'post.html'],
  ])('has the layout %s as %s', (written, layout) => {
    expect(read(`---\ntitle: A\nlayout: ${written}\n---\n`).post?.layout).toBe(layout);
  });

  it('never throws, and is either there or explained with a file, whatever is done to it', () => {
    const piece = fc.constantFrom(
      '---\n',
      '...\n',
      'title: ',
      'date: ',
      'tags: ',
      'permalink: ',
      'slug: ',
      '[',
      ']',
      '{',
      '}',
      '"',
      ': ',
      '- ',
      '\n',
      '\r\n',
      '\t',
      '&a ',
      '*a',
      '<<: ',
      '!!set',
      '2022-06-02',
      '+0200',
      ':year',
      '%',
      '🙂',
      '\0',
      '\ud800',
      '| \n',
      '{% if %}',
      '<!--more-->',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 30 }).map((pieces) => `---\n${pieces.join('')}\n---\nText.`),
    );
    fc.assert(
      fc.property(text, (source) => {
        const { post, problems } = read(source);
        if (!post) expect(problems.some(({ severity, file }) => severity === 'error' && file === path)).toBe(true);
        else expect(post.permalink.url).toMatch(/^\/[\x21-\x7e]*$/);
      }),
      { numRuns: 500 },
    );
  });
});
