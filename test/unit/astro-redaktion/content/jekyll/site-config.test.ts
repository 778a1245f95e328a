import { describe, expect, it } from 'vitest';
import { readSiteConfig } from '../../../../../packages/astro-redaktion/src/content/jekyll/site-config.ts';

const read = (...texts: string[]): ReturnType<typeof readSiteConfig> =>
  readSiteConfig(texts.map((text, at) => ({ file: `_config${at}.yml`, text })));

describe('_config.yml', () => {
  it("has Jekyll's defaults where it says nothing", () => {
    expect(readSiteConfig([]).config).toMatchObject({
      permalink: '/:categories/:year/:month/:day/:title:output_ext',
      excerptSeparator: '\n\n',
      future: false,
      limitPosts: 0,
      baseurl: '',
      markdownExtensions: ['.markdown', '.mkdown', '.mkdn', '.mkd', '.md'],
      kramdown: { input: 'GFM', auto_ids: true },
      dataDir: '_data',
    });
  });

  it('gives what content asks for', () => {
    const { config, problems } = read(
      'title: Blogg\nlocale: sv_SE\nauthor: {name: Redaktionen}\nurl: https://a.se/\nbaseurl: /blogg/\ntimezone: Europe/Stockholm\npermalink: pretty\nkramdown: {hard_wrap: yes}\nplugins: [jekyll-feed]\nexclude: [x]\ncollections_dir: /c/\n',
    );
    expect(problems).toEqual([]);
    expect(config).toMatchObject({
      title: 'Blogg',
      lang: 'sv-SE',
      author: 'Redaktionen',
      url: 'https://a.se',
      baseurl: '/blogg',
      timezone: 'Europe/Stockholm',
      permalink: '/:categories/:year/:month/:day/:title/',
      kramdown: { hard_wrap: true, input: 'GFM' },
      plugins: ['jekyll-feed'],
      collectionsDir: 'c',
    });
    expect(config.exclude).toContain('x');
  });

  it.each([
    ['lang: ko-KR, en-US', 'ko-KR'],
    ['locale: sv_SE.UTF-8@euro', 'sv-SE'],
    ['lang: ",en"', 'en'],
    ['language: en', 'en'],
  ])('has of "%s" the language %s', (text, lang) => {
    const { config, problems } = read(`${text}\n`);
    expect(problems).toEqual([]);
    expect(config.lang).toBe(lang);
  });

  it('is merged with those that follow it', () => {
    const { config, data } = read('title: A\nx: {a: 1, b: 2}\n', 'title: B\nx: {b: 3}\n');
    expect(config.title).toBe('B');
    expect(data['x']).toEqual({ a: 1, b: 3 });
  });

  it('names the keys that have no effect here, and why', () => {
    expect(read('theme: minima\nlsi: true\nmy_key: 1\n').ignored).toEqual([
      { key: 'theme', reason: 'Ruby themes do not carry over' },
      { key: 'lsi', reason: 'related posts are scored by the tags they share' },
    ]);
  });

  it.each([
    ['title: A\ntimezone: Europe/Stokholm\n', 'config-timezone', 2],
    ['title: A\nlimit_posts: -1\n', 'config-limit', 2],
    ['permalink: /:titel/\n', 'permalink-placeholder', 1],
    ['collections:\n  posts:\n    permalink: /:titel/\n', 'permalink-placeholder', 3],
    ['title: A: B\n', 'config-yaml', 1],
    ['just text\n', 'config-yaml', 1],
  ])('%j is an error: %s on line %i', (text, code, line) => {
    expect(read(text).problems).toMatchObject([{ code, severity: 'error', file: '_config0.yml', line }]);
  });
});
