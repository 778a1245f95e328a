import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SiteOptions } from '../../../../packages/astro-redaktion/src/config/site-options.ts';
import { headTags } from '../../../../packages/astro-redaktion/src/outputs/head.ts';
import { graph } from '../../../../packages/astro-redaktion/src/outputs/json-ld.ts';
import { canDraw, DRAWN, drawn } from '../../../../packages/astro-redaktion/src/outputs/share/share-letters.ts';
import { sharePicture, sharePictures } from '../../../../packages/astro-redaktion/src/outputs/share/share-picture.ts';
import { sharePictureTemplate } from '../../../../packages/astro-redaktion/src/outputs/share/share-template.ts';
import type { Page } from '../../../../packages/astro-redaktion/src/types.ts';
import { article, english, makePost, options, pageOf, partOne, site, unlisted, winter } from './sample-site.ts';

const on: SiteOptions = { ...options, sharePictures: { key: 'k', ownFonts: false } };
const winterPage = pageOf(winter.path);

function titled(title: string): Page {
  return { ...winterPage, title, post: makePost({ ...winter, title }) } as Page;
}

describe('share pictures', () => {
  test('are made of home pages and of posts without a picture, and of nothing else', () => {
    const told = [...sharePictures(site, on).values()].map(({ title }) => title).sort();
    const posts = [english, winter, partOne, unlisted].map(({ title }) => title);
    expect(told).toEqual(['Del två', 'E-hälsobladet', ...posts].sort());
    expect(sharePicture(pageOf(article.path), on)).toBeUndefined();
    expect(sharePicture(pageOf('tags/foretag'), on)).toBeUndefined();
  });

  test('are off without the option, and where no host is known', () => {
    expect(sharePictures(site, options).size).toBe(0);
    const { site: _host, ...hostless } = on;
    expect(sharePictures(site, hostless).size).toBe(0);
  });

  test('stand in the head with measures and text, and in structured data', () => {
    const tags = headTags(winterPage, site, on).map(({ attrs }) => [
      attrs['property'] ?? attrs['name'],
      attrs['content'],
    ]);
    const url = `https://example.se${sharePicture(winterPage, on)?.url}`;
    expect(tags.filter(([name]) => /^(og:image|twitter:)/.test(name ?? ''))).toEqual([
      ['og:image', url],
      ['og:image:type', 'image/png'],
      ['og:image:width', '1200'],
      ['og:image:height', '630'],
      ['og:image:alt', 'Vinter – ”natt” – E-hälsobladet'],
      ['twitter:card', 'summary_large_image'],
      ['twitter:image:alt', 'Vinter – ”natt” – E-hälsobladet'],
    ]);
    const posting = graph(winterPage, site, on)['@graph'].find((node) => Object(node)['@type'] === 'BlogPosting');
    expect(posting).toMatchObject({ image: { '@type': 'ImageObject', url, width: '1200', height: '630' } });
  });

  test('change their address with what they show and with the template, and with nothing else', () => {
    const url = (page: Page, key = 'k') => sharePicture(page, { ...on, sharePictures: { key, ownFonts: false } })?.url;
    const first = url(winterPage);
    expect(first).toMatch(/^\/share\/[a-z\d]+\.png$/);
    expect(url({ ...winterPage, key: 'another' } as Page)).toBe(first);
    expect(url(titled('Vinter'))).not.toBe(first);
    expect(url(winterPage, 'another')).not.toBe(first);
  });

  test('tell nothing in letters that no font draws, unless the owner gives fonts', () => {
    expect(sharePicture(titled('الخدمات الوطنية'), on)).toBeUndefined();
    expect(sharePicture(titled('漢字'), on)).toBeUndefined();
    const ownFonts = { ...on, sharePictures: { key: 'k', ownFonts: true } };
    expect(sharePicture(titled('الخدمات الوطنية'), ownFonts)).toBeDefined();
    for (const title of ['Åsa öppnar ärendet', 'Ćwikła w Łodzi', 'Привет', 'Ελλάδα', 'Ế'])
      expect(canDraw(title)).toBe(true);
    expect(drawn('Jul 🎄 i Åre – ”snö” … 5 €')).toBe('Jul i Åre – ”snö” … 5 €');
    expect(drawn('A\u030Ar')).toBe('År');
  });

  test('any title is text on one line, of bounded length', () => {
    const own = { ...on, sharePictures: { key: 'k', ownFonts: true } };
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('</script>', '\u0000&', 'x'.repeat(10_000), '🙂'.repeat(300), '\uD800', '\n\n'),
    );
    fc.assert(
      fc.property(hostile, fc.boolean(), (title, fonts) => {
        for (const facts of sharePictures(
          { ...site, pages: new Map([['', titled(title)]]) },
          fonts ? own : on,
        ).values()) {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
          expect(facts.title).toMatch(/^[^\u0000-\u001F\u007F-\u009F]{0,200}$/u);
          expect(JSON.stringify(sharePictureTemplate(facts)).isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('know the letters of their fonts', () => {
    const { resolve } = createRequire(`${import.meta.dirname}/../../../../packages/astro-redaktion/package.json`);
    const inFont = (name: string): Set<number> => {
      const ranges = JSON.parse(readFileSync(resolve(`@fontsource-variable/${name}/unicode.json`), 'utf8')) as object;
      return new Set(
        Object.values(ranges).flatMap((text: string) =>
          text.split(',').flatMap((range) => {
            const [first = 0, last = first] = range
              .split('-')
              .map((part) => Number.parseInt(part.replace('U+', ''), 16));
            return Array.from({ length: last - first + 1 }, (_, index) => first + index);
          }),
        ),
      );
    };
    const fonts = [inFont('inter'), inFont('source-serif-4')];
    const claimed = DRAWN.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
    expect(claimed.filter((code) => !fonts.every((font) => font.has(code))).map((code) => code.toString(16))).toEqual(
      [],
    );
  });
});
