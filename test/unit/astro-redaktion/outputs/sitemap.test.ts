import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { SitemapStream, streamToPromise } from 'sitemap';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { createSitemap } from '../../../../packages/astro-redaktion/src/outputs/sitemap-integration.ts';
import { sitemapEntry, sitemapFacts, sitemapKey } from '../../../../packages/astro-redaktion/src/outputs/sitemap.ts';
import { robotsTxt } from '../../../../packages/astro-redaktion/src/outputs/robots.ts';
import { article, english, options, pages, site, winter } from './sample-site.ts';

const facts = sitemapFacts(site, options, (post) =>
  post === article ? ['/assets/images/ide.jpg', '/assets/karta.svg'] : [],
);
const of = (url: string) => sitemapEntry(facts, { url });

/** The sitemap as @astrojs/sitemap writes it. */
async function write(): Promise<string> {
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
    const xml = await write();
    await expect(xml.replaceAll('<url>', '\n<url>')).toMatchFileSnapshot('golden/sitemap.xml');
    const folder = createRequire(import.meta.url)
      .resolve('sitemap/package.json')
      .replace('package.json', 'schema/');
    const names = ['all.xsd', 'sitemap.xsd', 'sitemap-image.xsd', 'sitemap-video.xsd', 'sitemap-news.xsd'];
    const files = await Promise.all(
      names.map(async (fileName) => ({
        fileName,
        contents: await readFile(folder + fileName, 'utf8').catch(() => ''),
      })),
    );
    const sitemap = files
      .find(({ fileName }) => fileName === 'sitemap.xsd')
      ?.contents.replaceAll('processContents="strict"', 'processContents="lax"');
    const check = (contents: string) =>
      validateXML({ xml: { fileName: 'sitemap.xml', contents }, schema: [sitemap ?? ''] });
    expect((await check(xml)).errors).toEqual([]);
    expect((await check(xml.replace('<priority>0.7', '<priority>8'))).valid).toBe(false);
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
