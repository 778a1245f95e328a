import { describe, expect, test } from 'vitest';
import { address, spellings } from '../../../../packages/astro-redaktion/src/cli/verify/address.ts';
import { compareSites } from '../../../../packages/astro-redaktion/src/cli/verify/compare.ts';
import type { PageFacts, SiteFacts } from '../../../../packages/astro-redaktion/src/cli/verify/facts.ts';
import { readPage } from '../../../../packages/astro-redaktion/src/cli/verify/page-facts.ts';
import { formatComparison, formatMap } from '../../../../packages/astro-redaktion/src/cli/verify/print.ts';

const ORIGINS = { origins: new Set(['https://exempel.se']), base: '' };

function page(html: string, path = '/a.html'): PageFacts {
  const read = readPage(`<title>A</title><article>${html}</article>`, path, ORIGINS);
  if (!('page' in read)) throw new Error('a redirect');
  return read.page;
}

function site(pages: Record<string, string>, more: Partial<SiteFacts> = {}): SiteFacts {
  return {
    pages: new Map(Object.entries(pages).map(([path, html]) => [path, page(html, path)])),
    files: new Set(),
    redirects: new Map(),
    feedIds: new Map(),
    addressesOnly: false,
    ...more,
  };
}

const found = (before: SiteFacts, after: SiteFacts): string[] =>
  compareSites(before, after).findings.map(({ kind, severity, page: at }) => `${severity} ${kind} ${at}`);

describe('addresses', () => {
  test('are one, however they are encoded, composed or ended', () => {
    expect(address('/l%C3%A4nk/index.html')).toBe(address('/la\u0308nk/'));
    expect(address('/blogg/a.html?x=1#y', '/blogg')).toBe('/a.html');
    expect(address('/bloggen/', '/blogg')).toBe('/bloggen/');
    expect(address('/100%/')).toBe('/100%/');
  });

  test('without ending are served from a file or a folder; with a slash only from the folder', () => {
    expect(spellings('/a')).toEqual(['/a', '/a.html', '/a/']);
    expect(spellings('/a/')).toEqual(['/a/']);
  });
});

describe('a page', () => {
  test('is read for its text, not its frame', () => {
    const html = `<nav><a href="/nav/">N</a></nav><h1>Titel</h1><time datetime="2022-06-02T08:00">x</time>
      <div class="e-content"><h2 id="rubrik-å">Rubrik</h2><a href="b.html#c">b</a><a href="https://exempel.se/d/">d</a>
      <a href="https://annan.se/">e</a><img src="/bild.png"><script>nej</script></div>`;
    const read = page(html, '/2022/a.html');
    expect(read).toMatchObject({
      title: 'Titel',
      day: '2022-06-02',
      headings: ['rubrik-å'],
      links: [{ to: '/2022/b.html', anchor: 'c' }, { to: '/d/' }],
      external: ['https://annan.se/'],
      pictures: ['/bild.png'],
      words: ['rubrik', 'b', 'd', 'e'],
    });
  });

  test('that only sends its reader on is a redirect', () => {
    const html = '<meta http-equiv="refresh" content="0; url=https://exempel.se/ny/">';
    expect(readPage(html, '/gammal/', ORIGINS)).toEqual({ redirect: '/ny/' });
  });
});

describe('two sites', () => {
  const text = '<h2 id="x">X</h2> <a href="/b.html#y">till b</a> <img src="/p.png"> ett två tre fyra fem sex sju';
  const before = site(
    { '/a.html': text, '/b.html': '<h1>B</h1><p id="y">Y</p>' },
    { files: new Set(['/p.png']), feedIds: new Map([['urn:b', '/b.html']]), redirects: new Map([['/g/', '/a.html']]) },
  );

  test('that are alike differ in nothing', () => {
    expect(found(before, before)).toEqual([]);
  });

  test('differ in each thing that is taken away, and in nothing else', () => {
    const without = (html: string, more: Partial<SiteFacts> = {}, b = '<h1>B</h1><p id="y">Y</p>'): string[] =>
      found(before, {
        ...before,
        ...site({ '/a.html': html, '/b.html': b }),
        ...before,
        pages: site({ '/a.html': html, '/b.html': b }).pages,
        ...more,
      });
    expect(without(text.replace('id="x"', 'id="z"'))).toEqual(['lost heading /a.html']);
    expect(without(text, {}, '<h1>B</h1><p>Y</p>')).toEqual(['lost anchor /b.html']);
    expect(without(text, { files: new Set() })).toEqual(['lost url /p.png', 'lost picture /a.html']);
    expect(without(text, { feedIds: new Map() })).toEqual(['lost feed-id /b.html']);
    expect(without(text, { redirects: new Map() })).toEqual(['lost redirect /g/']);
    expect(without(text, { redirects: new Map([['/g/', '/b.html']]) })).toEqual(['changed redirect /g/']);
    expect(without(text.replace('två tre fyra fem sex', ''))).toEqual(['changed words /a.html']);
    expect(without(text.replace('/b.html#y', '/a.html'))).toEqual(['changed link /a.html']);
    expect(without(text, {}, '<h1>C</h1><p id="y">Y</p>')).toEqual(['changed title /b.html']);
  });

  test('tell where a lost page has gone, by its feed id, title or last step', () => {
    const after = site(
      { '/a.html': text, '/ny/b.html': '<h1>B</h1><p id="y">Y</p>' },
      { ...before, feedIds: new Map([['urn:b', '/ny/b.html']]) },
    );
    const moved = compareSites(before, {
      ...after,
      pages: site({ '/a.html': text, '/ny/b.html': '<h1>B</h1>' }).pages,
    }).moved;
    expect(moved).toEqual([{ from: '/b.html', to: '/ny/b.html' }]);
    expect(formatMap([{ from: '/å b', to: '/c/' }])).toBe('/%C3%A5%20b /c/ 301\n');
  });

  test('with a redirect in a circle lose that address', () => {
    const circle = new Map([
      ['/c/', '/d/'],
      ['/d/', '/c/'],
    ]);
    expect(found(site({ '/c/': '' }), site({}, { redirects: circle }))).toEqual(['lost url /c/']);
  });

  test('are told of in a table, and page by page', () => {
    const text = formatComparison(compareSites(before, site({ '/a.html': 'ett' })));
    expect(text).toContain('addresses                3              2');
    expect(text).toContain('/b.html\n  url: the address is gone');
    expect(text).toMatch(/\d lost\. \d changed\.$/);
  });
});
