import { describe, expect, test } from 'vitest';
import { headTags } from '../../../../packages/astro-redaktion/src/outputs/head.ts';
import { hookedTags } from '../../../../packages/astro-redaktion/src/outputs/head-hook.ts';
import type { HeadTag } from '../../../../packages/astro-redaktion/src/outputs/head-tag.ts';
import { readFileSync } from 'node:fs';
import { hexOf } from '../../../../packages/astro-redaktion/src/outputs/colour.ts';
import { headFaults } from '../../../helpers/head-rules.ts';
import { article, english, makePost, options, pageOf, pages, site } from './sample-site.ts';

/** One line a tag, for people to read. */
function lines(tags: HeadTag[]): string {
  return tags
    .map(({ tag, attrs, text }) => [tag, ...Object.values(attrs), ...(text ? [text] : [])].join(' | '))
    .join('\n');
}

function value(tags: HeadTag[], name: string): string | undefined {
  return tags.find(({ attrs }) => [attrs['name'], attrs['property'], attrs['rel']].includes(name))?.attrs[
    name.length ? 'content' : ''
  ];
}

describe('the head of a page', () => {
  test.for(['2022/06/02/ineras-tjanster.html', '', 'artiklar/2', 'tags/foretag', 'av/redaktionen', '404'])(
    'of /%s says all that is known and nothing else',
    async (path) => {
      const text = lines(headTags(pageOf(path), site, options));
      await expect(text).toMatchFileSnapshot(`golden/head-${path.replace(/[^a-z0-9]+/g, '-') || 'home'}.txt`);
    },
  );

  test('follows the rules of platforms on every kind of page', () => {
    const icons = [
      { rel: 'icon', file: 'favicon.ico', sizes: '32x32' },
      { rel: 'icon', file: 'favicon.svg', type: 'image/svg+xml' },
    ];
    for (const each of [options, { ...options, icons, sharePictures: { key: 'k', ownFonts: false } }]) {
      // A redirect is a page of its own kind, without our head.
      for (const page of pages.filter(({ kind }) => kind !== 'redirect'))
        expect(headFaults(headTags(page, site, each)), page.path).toEqual([]);
    }
  });

  test.for([
    ['og:type', 'blog', 'a kind that Open Graph knows'],
    ['og:locale', 'sv', 'language_TERRITORY'],
    ['og:image', '/ide.jpg', 'a picture is whole'],
    ['twitter:card', 'summary', 'a card of X'],
    ['article:published_time', '2 juni 2022', 'ISO 8601'],
    ['robots', 'no-index', 'rules that robots know'],
    ['fediverse:creator', '@red', 'a handle with its host'],
    ['keywords', 'A, A', 'each keyword once'],
    ['theme-color', 'oklch(0.9 0 0)', 'a colour for each scheme'],
    ['canonical', 'https://example.se/annan.html', 'og:url is the canonical address'],
  ] as const)('and the rules find what is wrong: %s %s', ([name, content, fault]) => {
    const tags = headTags(pageOf(article.path), site, options).map((tag) => {
      const own = [tag.attrs['name'], tag.attrs['property'], tag.attrs['rel']].includes(name);
      return own ? { ...tag, attrs: { ...tag.attrs, [tag.tag === 'link' ? 'href' : 'content']: content } } : tag;
    });
    expect(headFaults(tags).join('\n')).toContain(fault);
  });

  test('tells browsers the colour of the paper in both schemes, as the style sheet has it', () => {
    const css = readFileSync(
      `${import.meta.dirname}/../../../../packages/astro-redaktion/src/views/styles/tokens.css`,
      'utf8',
    );
    const paper = /--rd-paper: light-dark\(oklch\(([\d.]+) ([\d.]+) .*?\), oklch\(([\d.]+) ([\d.]+) /.exec(css) ?? [];
    const [light, lightChroma, dark, darkChroma] = paper.slice(1).map(Number);
    const colours = (hue: number): unknown[] =>
      headTags(pageOf(''), site, { ...options, theme: { ...options.theme, accentHue: hue } })
        .filter(({ attrs }) => attrs['name'] === 'theme-color')
        .map(({ attrs }) => [attrs['media'], attrs['content']]);
    for (const hue of [0, 230])
      expect(colours(hue)).toEqual([
        ['(prefers-color-scheme: light)', hexOf(light ?? 0, lightChroma ?? 0, hue)],
        ['(prefers-color-scheme: dark)', hexOf(dark ?? 0, darkChroma ?? 0, hue)],
      ]);
    expect([hexOf(1, 0, 0), hexOf(0, 0, 0), hexOf(0.62796, 0.25768, 29.234)]).toEqual([
      '#ffffff',
      '#000000',
      '#ff0000',
    ]);
  });

  test('is what hooks make of it, one after the other', () => {
    const page = pageOf(article.path);
    const tags = hookedTags(
      headTags(page, site, options),
      [
        { tags: (all, { page: { title } }) => [...all, { tag: 'meta', attrs: { name: 'x', content: title } }] },
        {},
        { tags: (all) => all.filter(({ attrs }) => attrs['name'] === 'x') },
      ],
      { page, site, options },
    );
    expect(tags).toEqual([{ tag: 'meta', attrs: { name: 'x', content: 'Ineras tjänster' } }]);
  });

  test('never has a tag without a value', () => {
    for (const page of pages) {
      for (const { attrs, text, tag } of headTags(page, site, options)) {
        expect(tag === 'title' ? text : Object.values(attrs).every(Boolean)).toBeTruthy();
      }
    }
  });

  test('names no host when the site has none', () => {
    const { site: _, ...homeless } = options;
    const tags = headTags(pageOf(article.path), site, homeless);
    expect(
      tags.some(({ attrs }) => attrs['rel'] === 'canonical' || attrs['hreflang'] || attrs['property'] === 'og:url'),
    ).toBe(false);
  });

  test('links all languages from each, itself and the default too', () => {
    const tags = (path: string) =>
      headTags(pageOf(path), site, options)
        .filter(({ attrs }) => attrs['hreflang'])
        .map(({ attrs }) => `${attrs['hreflang']} ${attrs['href']}`);
    expect(tags(english.path)).toEqual([
      'en https://example.se/en/2022/06/02/services.html',
      'sv https://example.se/2022/06/02/ineras-tjanster.html',
      'x-default https://example.se/2022/06/02/ineras-tjanster.html',
    ]);
    expect(tags(article.path).toSorted()).toEqual(tags(english.path).toSorted());
  });

  test('prefers the picture that the build knows, with its measures', () => {
    const facts = { picture: { url: '/_astro/ide.abc.webp', width: 1200, height: 630 } };
    const tags = headTags(pageOf(article.path), site, options, facts);
    expect(value(tags, 'og:image')).toBe('https://example.se/_astro/ide.abc.webp');
    expect(value(tags, 'og:image:width')).toBe('1200');
    expect(value(tags, 'og:image:alt')).toBe('En glödlampa');
    expect(value(tags, 'twitter:card')).toBe('summary_large_image');
  });

  test('puts the base before a picture below public/, once', () => {
    const based = { ...options, base: '/blogg/' };
    const tag = (path: string) => {
      const page = { ...pageOf(article.path), post: makePost({ data: { image: { path } } }) } as never;
      return value(headTags(page, site, based), 'og:image');
    };
    expect(tag('/a.png')).toBe('https://example.se/blogg/a.png');
    expect(tag('/blogg/a.png')).toBe('https://example.se/blogg/a.png');
    expect(tag('https://cdn.example/ä b.png')).toBe('https://cdn.example/ä b.png');
    expect(tag('./a.png')).toBeUndefined();
  });

  test('keeps what is held back, unlisted or missing out of search engines', () => {
    const robots = (path: string) => value(headTags(pageOf(path), site, options), 'robots');
    expect(robots('hemlig.html')).toBe('noindex');
    expect(robots('404')).toBe('noindex');
    expect(robots(article.path)).toBe('max-image-preview:large');
  });

  test('follows a series in its order', () => {
    const tags = headTags(pageOf('2021/01/02/del-två.html'), site, options);
    expect(tags.find(({ attrs }) => attrs['rel'] === 'prev')?.attrs['href']).toBe('/2021/01/01/del-ett.html');
  });

  test('takes the title pattern from the texts', () => {
    const own = { ...options, strings: { sv: { 'outputs.titlePattern': '{site}: {page}' } } };
    expect(headTags(pageOf(article.path), site, own)[0]?.text).toBe('E-hälsobladet: Ineras tjänster');
  });
});
