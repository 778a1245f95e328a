import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import sitemap from '@astrojs/sitemap';
import { SitemapStream, streamToPromise } from 'sitemap';
import { afterAll, describe, expect, test } from 'vitest';
import { sitemapFaults } from '../../../helpers/sitemap.ts';
import { createSitemap } from '../../../../packages/astro-redaktion/src/outputs/sitemap-integration.ts';
import { sitemapEntry, sitemapFacts, sitemapKey } from '../../../../packages/astro-redaktion/src/outputs/sitemap.ts';
import { entryLimit, entrySize } from '../../../../packages/astro-redaktion/src/outputs/sitemap-limit.ts';
import { robotsTxt } from '../../../../packages/astro-redaktion/src/outputs/robots.ts';
import type { Page, Site } from '../../../../packages/astro-redaktion/src/types.ts';
import { article, english, options, pageOf, pages, site, winter } from './sample-site.ts';

const facts = sitemapFacts(site, options, (post) =>
  post === article ? ['/assets/images/ide.jpg', '/assets/karta.svg'] : [],
);
const of = (url: string) => sitemapEntry(facts, { url });

/** The sitemap as @astrojs/sitemap writes it. */
async function writeSample(): Promise<string> {
  const link = createSitemap();
  link.take(site, options, (post) => (post === article ? ['/assets/karta.svg'] : []));
  const { customPages, serialize } = link.options;
  const items = [...customPages, 'https://example.se/egen/']
    .map((url) => serialize?.({ url } as never))
    .filter(Boolean);
  const stream = new SitemapStream({
    hostname: 'https://example.se',
    xmlns: { news: false, xhtml: true, image: true, video: false },
  });
  return (await streamToPromise(Readable.from(items).pipe(stream))).toString();
}

describe('the sitemap', () => {
  test('tells of a post what its front matter says', () => {
    expect(of('https://example.se/2022/06/02/ineras-tjanster.html')).toEqual({
      url: 'https://example.se/2022/06/02/ineras-tjanster.html',
      lastmod: '2022-12-24',
      priority: 0.7,
      changefreq: 'weekly',
      img: [{ url: 'https://example.se/assets/images/ide.jpg' }, { url: 'https://example.se/assets/karta.svg' }],
      links: [
        { lang: 'sv', url: 'https://example.se/2022/06/02/ineras-tjanster.html' },
        { lang: 'en', url: 'https://example.se/en/2022/06/02/services.html' },
        { lang: 'x-default', url: 'https://example.se/2022/06/02/ineras-tjanster.html' },
      ],
    });
  });

  test('finds a page whatever slash, ending or encoding its address has', () => {
    for (const url of ['/2022/12/24/vinter%20natt.html', '/2022/12/24/vinter%20natt', '/2022/12/24/vinter%20natt/']) {
      expect(of(`https://example.se${url}`)).toMatchObject({
        url: `https://example.se${winter.url}`,
        lastmod: '2022-12-24T00:30:00+01:00',
      });
    }
    expect(sitemapKey('https://example.se/')).toBe('/');
    expect(sitemapKey('https://example.se/a%')).toBe('/a%');
  });

  test('leaves out what must not be found', () => {
    const out = ['/hemlig.html', '/2021/01/01/del-ett.html', '/gammal.html', '/404.html'];
    expect(out.map((url) => of(`https://example.se${url}`))).toEqual(out.map(() => undefined));
  });

  test('leaves the pages of the owner alone', () => {
    expect(of('https://example.se/om/')).toEqual({ url: 'https://example.se/om/' });
    expect(of('https://example.se/constructor/')).toEqual({ url: 'https://example.se/constructor/' });
  });

  test('dates a list by the newest change of its posts', () => {
    expect(of('https://example.se/tags/foretag/')).toMatchObject({ lastmod: '2022-12-24T00:30:00+01:00' });
  });

  test('is valid by the schema of sitemaps.org', async () => {
    const xml = await writeSample();
    await expect(xml.replaceAll('<url>', '\n<url>')).toMatchFileSnapshot('golden/sitemap.xml');
    expect(await sitemapFaults(xml)).toEqual([]);
    const wrong: [string, string][] = [
      ['<priority>0.7', '<priority>8'],
      ['<changefreq>weekly', '<changefreq>often'],
      ['<lastmod>2022-12-24T', '<lastmod>24/12/2022T'],
      ['hreflang="sv"', 'hreflang="svenska!"'],
      ['<image:loc>https:', '<image:loc>'],
      ['<url><loc>https:', '<url><title>A</title><loc>https:'],
    ];
    for (const [from, to] of wrong) {
      expect(xml).toContain(from);
      expect(await sitemapFaults(xml.replace(from, to)), to).not.toEqual([]);
    }
    expect(xml).not.toContain('hemlig');
    expect(xml.match(/<loc>/g)).toHaveLength(pages.length - 4 + 1);
  });

  test('lists a page once, however often it is met', () => {
    const link = createSitemap();
    link.take(site, options);
    const { serialize } = link.options;
    expect(
      [`https://example.se${english.url}`, `https://example.se${english.url.replace('.html', '')}`].map((url) =>
        Boolean(serialize?.({ url } as never)),
      ),
    ).toEqual([true, false]);
  });

  test('is pointed at by robots.txt', () => {
    expect(robotsTxt(options)).toBe('User-agent: *\nAllow: /\n\nSitemap: https://example.se/sitemap-index.xml\n');
    expect(robotsTxt({ ...options, base: '/blogg/' })).toContain('https://example.se/blogg/sitemap-index.xml');
  });
});

describe('a sitemap of 60,000 pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'redaktion-sitemap-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const COUNT = 60_000;
  const many: Site = {
    ...site,
    pages: new Map(
      Array.from({ length: COUNT }, (_, index) => {
        const path = `2022/06/02/artikel-${index}.html`;
        return [path, { ...pageOf(article.path), path, url: `/${path}` } as Page];
      }),
    ),
  };

  test('is split at the limits of the protocol, and its index names each part', async () => {
    await write(many, folder);
    const files = readdirSync(folder).sort();
    expect(files).toEqual(['sitemap-0.xml', 'sitemap-1.xml', 'sitemap-index.xml']);
    const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
    for (const file of files) expect(await sitemapFaults(read(file)), file).toEqual([]);
    const locs = (file: string): string[] =>
      [...read(file).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url ?? '');
    expect(locs('sitemap-index.xml')).toEqual(['0', '1'].map((n) => `https://example.se/sitemap-${n}.xml`));
    const urls = new Set([...locs('sitemap-0.xml'), ...locs('sitemap-1.xml')]);
    expect(urls.size).toBe(COUNT);
    expect(urls.has('https://example.se/2022/06/02/artikel-59999.html')).toBe(true);
  });

  test('is split sooner where entries are long, so that no file passes 50 MB', () => {
    const entry = (images: number) => ({
      url: `https://example.se/${'a'.repeat(60)}`,
      img: Array.from({ length: images }, () => ({ url: `https://example.se/${'b'.repeat(100)}.jpg` })),
    });
    const short = Array.from({ length: 60_000 }, () => entry(0));
    expect(entryLimit(short)).toBe(45_000);
    const long = Array.from({ length: 5_000 }, () => entry(100));
    const limit = entryLimit([...short, ...long]);
    expect(limit).toBeLessThan(5_000);
    expect(limit * entrySize(entry(100))).toBeLessThan(52_428_800);
    expect(entryLimit([entry(1000)], 10)).toBe(1);
  });

  test('entries are not longer than they are taken for', async () => {
    const xml = await writeSample();
    const told = Object.values(facts).filter((fact) => fact !== null);
    expect(told.reduce((sum, fact) => sum + entrySize(fact), 0)).toBeGreaterThan(xml.length - 600);
  });
});

/** The sitemap of a site as @astrojs/sitemap writes it at the end of a build. */
async function write(of: Site, folder: string): Promise<void> {
  const link = createSitemap();
  link.take(of, options);
  const { hooks } = sitemap(link.options);
  const dir = pathToFileURL(`${folder}/`);
  const logger = { info: () => {}, warn: fail, error: fail };
  hooks['astro:routes:resolved']?.({ routes: [] } as never);
  await hooks['astro:config:done']?.({ config: { site: options.site, base: '/', build: {} } } as never);
  await hooks['astro:build:done']?.({ dir, pages: [], logger } as never);
}

function fail(message: string): never {
  throw new Error(message);
}
