import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  permalink,
  PERMALINK_STYLES,
  placeholderNames,
  unknownPlaceholders,
} from '../../../../packages/astro-redaktion/src/model/permalink.ts';
import type { PermalinkFacts } from '../../../../packages/astro-redaktion/src/model/permalink.ts';

const facts: PermalinkFacts = {
  date: { instant: Date.UTC(2022, 5, 2, 6), day: '2022-06-02', offset: 120 },
  slug: 'ineras-tjanster',
  basename: '2022-06-02-ineras-tjanster',
  path: '/2022-06-02-ineras-tjanster',
  categories: [],
  outputExt: '.html',
};

describe('a permalink', () => {
  it("is an address, a route, a file and Jekyll's id", () => {
    expect(permalink(PERMALINK_STYLES['date'] ?? '', { ...facts, categories: ['Å b'] })).toEqual({
      url: '/%C3%A5%20b/2022/06/02/ineras-tjanster.html',
      path: 'å b/2022/06/02/ineras-tjanster.html',
      file: 'å b/2022/06/02/ineras-tjanster.html',
      id: '/%C3%A5%20b/2022/06/02/ineras-tjanster',
    });
    expect(permalink('/:title/', facts)).toMatchObject({
      url: '/ineras-tjanster/',
      path: 'ineras-tjanster',
      file: 'ineras-tjanster/index.html',
    });
    expect(permalink('/:title', facts)).toMatchObject({ url: '/ineras-tjanster', file: 'ineras-tjanster.html' });
    expect(permalink('/', facts)).toMatchObject({ url: '/', path: '', file: 'index.html' });
  });

  it('takes the hour of the site, not of UTC', () => {
    expect(permalink('/:hour:minute/', facts).url).toBe('/0800/');
  });

  it('ends a name before an underscore that is not part of it', () => {
    expect(permalink('/:year_:month_:day/', facts).url).toBe('/2022_06_02/');
  });

  it('names the placeholders that do not exist', () => {
    expect(unknownPlaceholders('/:year/:mont/:title_/:slugs')).toEqual(['mont', 'slugs']);
    expect(
      unknownPlaceholders(
        placeholderNames()
          .map((name) => `/:${name}`)
          .join(''),
      ),
    ).toEqual([]);
  });

  it('never leaves the output folder and is always an address that can be linked', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e%2e',
      '%2F',
      '%',
      'å',
      ' ',
      '?',
      '#',
      '\0',
      ':title',
      ':categories',
      ':path',
      '🙂',
      '\ud800',
      'a',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 15 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 3 }), (template, slug, categories) => {
        const { url, path, file } = permalink(template, { ...facts, slug, path: slug, categories });
        expect(url).toMatch(/^\/[A-Za-z0-9._~!$&'()*+,;=:@/%-]*$/);
        expect(url).not.toContain('//');
        for (const text of [url, path, decodeURIComponent(url)]) expect(text).not.toContain('..');
        // A name may end in a dot before its extension; no folder or file is two dots.
        expect(file.split('/')).not.toContain('..');
        expect(file).not.toMatch(/^\/|\\|\0/);
        expect(decodeURIComponent(url).replace(/^\/|\/$/g, '')).toBe(path);
      }),
      { numRuns: 5000 },
    );
  });

  it('is the same when it is made of its own address', () => {
    fc.assert(
      fc.property(fc.webPath(), (template) => {
        const once = permalink(template.replaceAll(':', ''), facts);
        expect(permalink(once.url, facts).url).toBe(once.url);
      }),
    );
  });

  it("has the ISO week of the year's last days", () => {
    const on = (day: string): string =>
      permalink('/:w_year-:week-:w_day', { ...facts, date: { instant: Date.parse(day), day, offset: 0 } }).url;
    expect([on('2021-01-03'), on('2024-12-30'), on('2020-12-31'), on('2022-01-03')]).toEqual([
      '/2020-53-7',
      '/2025-01-1',
      '/2020-53-4',
      '/2022-01-1',
    ]);
  });
});
