import { describe, expect, test } from 'vitest';
import { headTags } from '../../../../packages/astro-redaktion/src/outputs/head.ts';
import type { HeadTag } from '../../../../packages/astro-redaktion/src/outputs/head.ts';
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
