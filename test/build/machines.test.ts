import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServedSite, SEARCH_POLICY, serveSite } from '../helpers/browser.ts';
import { feedFaults } from '../helpers/feed-rules.ts';
import { headFaults } from '../helpers/head-rules.ts';
import { attribute, findAll, textOf } from '../helpers/html.ts';
import { legal } from '../../packages/astro-redaktion/src/model/legal.ts';
import { config, createTestSite, post, removeTestSites, type TestSite } from '../helpers/site.ts';
import { sitemapFaults } from '../helpers/sitemap.ts';
import { faultsOf, thingsIn } from '../helpers/structured-data.ts';
import { vnuFaults } from '../helpers/vnu.ts';

const OPTIONS = `{
  title: 'The <Daily> & "Post"', description: 'News & views', lang: 'en',
  locales: { sv: { label: 'Svenska' } },
  author: 'The desk', publisher: { name: 'Press Ltd', logo: '/logo.png', sameAs: ['https://social.example/@press'] },
  feed: { limit: 3 }, postsPerPage: 2, search: true, sharePictures: true, markdownFiles: true, llms: true,
  redirects: ['netlify', 'apache', 'nginx'], contactForm: { action: '/contact', email: 'red@example.com' }, licence: 'CC-BY-4.0',
  pages: { keyword: '/keywords/:slug/' }, gitDates: false,
}`;
const ASTRO = "site: 'https://example.com', base: '/news/', trailingSlash: 'always',";
const POLYGLOT = 'translation_key: both\nauthor: Ann O’Hara & Co';

/** A site that is unlike the example in all that machines read: English first, a base, slashes, posts of every state. */
const FILES: Record<string, string> = {
  'astro.config.mjs': config(OPTIONS, ASTRO),
  '_data/authors.yml':
    'ann:\n  name: Ann O’Hara & Co\n  link: https://ann.example/\n  bio: \'Writes <b>"here"</b>.\'\nred:\n  name: Red\ndesk:\n  name: The desk\nhid:\n  name: Hiddenauthor\n',
  'public/logo.png': readFileSync(
    join(import.meta.dirname, '../../example-site/public/assets/images/post-head/500/ide.jpg'),
  ).toString('latin1'),
  '_posts/2024-01-01-first.md': post(
    'title: "First: </script><b> ]]> &amp; “quotes” \\u0007"\nauthor: [ann, red]\ntags: ["C++ & C#", news, "a/b"]\ncategories: [World]\ntags_extra: [Extra key]\nfediverse: "@ann@social.example"\nkeywords: x',
    'Intro with [a link](/news/about/) and a note.[^1]\n\n<!--more-->\n\n## One\n\n![Alt](/pic.svg)\n\n## Two\n\n<script>alert(1)</script>\n\n[^1]: The note.',
  ),
  '_posts/2024-01-02-second.md': post(
    'title: Second\nauthor: ann\ntags: news\nlast_modified_at: 2024-03-01\ncorrections:\n  - {date: 2024-02-03, text: "We wrote 3 < 2 & were wrong."}\nsitemap: {priority: 0.3, changefreq: yearly}\nredirect_from: [/old/second/, "/gammal väg.html"]\nseries: Parts\nimage: {path: /pic.svg, alt: A picture, license: CC-BY-2.0, creator: Eve}',
    '::video{src="dQw4w9WgXcQ" title="Film" poster="/pic.svg" uploaded="2024-01-01" length="1:00"}\n\n::chart{title="Numbers" labels="A, B" series="1, 2"}\n\n::karta{title="Beds" values="Skåne: 2; Uppsala: 3"}',
  ),
  '_posts/2024-01-03-third.md': post(
    'title: Third\nauthor: red\nseries: Parts\naliases: /alias/\ntags: [news]',
    'Text.',
  ),
  '_posts/2024-01-04-gone.md': post('title: Gone elsewhere\nredirect_to: https://other.example/path?a=1&b=2', 'Moved.'),
  '_posts/2024-01-05-both.md': post(`title: In English\n${POLYGLOT}`, 'Hello.'),
  '_posts/sv/2024-01-05-bada.md': post(`title: På svenska\n${POLYGLOT}\ntags: [nyheter]`, 'Hej, tjänsterna är öppna.'),
  '_posts/2024-01-06-page.mdx': post('title: MDX page\ntags: news', 'Text {1 + 1}.'),
  '_posts/2024-01-07-more.md': post('title: More\ntags: news\nrobots: noindex, nofollow', 'Public zebraword.'),
  '_posts/2024-01-08-most.md': post(
    'title: Most\ntags: news\nsitemap: false\nrobots: "max-snippet:-1, noarchive"\ndescription: "Own & <described>"',
    'Text.',
  ),
  '_posts/2024-02-01-draft.md': post(
    'title: Secretdraft\ndraft: true\ntags: [Secrettag]\nauthor: Secretauthor',
    'Secretword.',
  ),
  '_posts/2024-02-02-unpublished.md': post(
    'title: Secretunpublished\npublished: false\nredirect_from: /secretold/',
    'Secretword.',
  ),
  '_posts/2999-01-01-future.md': post('title: Secretfuture\ntags: [Secrettag]', 'Secretword.'),
  '_posts/2024-02-03-expired.md': post(
    'title: Secretexpired\nexpires: 2024-03-01',
    'Secretword. ::karta{values="Skåne: 9"}',
  ),
  '_posts/2024-02-04-unlisted.md': post(
    'title: Hiddenone\nunlisted: true\ntags: [Hiddentag]\nauthor: Hiddenauthor',
    'Hiddenword.',
  ),
  'public/pic.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>',
  'src/pages/about.astro':
    '---\n---\n<!doctype html><html lang="en"><head><title>About</title></head><body><main><h1>About us</h1></main></body></html>',
};

let site: TestSite;
/** Path → text of every file of the site; what is compressed is unpacked. */
let all: Map<string, string>;
const ofKind = (pattern: RegExp): [string, string][] => [...all].filter(([path]) => pattern.test(path));
const FEED = /(?:^|\/)(?:feed|atom)(?:\.\d+)?\.(?:xml|json)$/;

beforeAll(async () => {
  site = createTestSite(FILES);
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  const dist = join(site.root, 'dist');
  all = new Map(
    Object.keys(site.snapshot()).map((path) => {
      const bytes = readFileSync(join(dist, path));
      return [path, (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8')];
    }),
  );
});
afterAll(removeTestSites);

/** Whether the site has what is at this address. */
function isThere(url: string): boolean {
  const { pathname } = new URL(url, 'https://example.com');
  if (!pathname.startsWith('/news/')) return false;
  const path = decodeURIComponent(pathname.slice('/news/'.length));
  return [path, `${path}index.html`, `${path}/index.html`, `${path}.html`].some((file) => all.has(file));
}

describe('what machines read of a site with another language, base and slash', () => {
  test('is valid HTML on every page', () => {
    expect(vnuFaults(join(site.root, 'dist'))).toEqual([]);
  });

  test('is a feed by the rules of its format, for the site, each tag, author and language, with archives', async () => {
    const feeds = ofKind(FEED);
    for (const [path, text] of feeds)
      expect(
        await feedFaults(text, `https://example.com/news/${path.split('/').map(encodeURIComponent).join('/')}`),
        path,
      ).toEqual([]);
    const names = feeds.map(([path]) => path);
    for (const name of [
      'feed.xml',
      'atom.xml',
      'feed.json',
      'sv/feed.xml',
      'sv/atom.xml',
      'atom.1.xml',
      'tags/news/feed.xml',
    ])
      expect(names).toContain(name);
    expect(names.filter((name) => /o.?hara/.test(name)).length).toBeGreaterThanOrEqual(3);
  });

  test('is a head that platforms accept', () => {
    for (const [path, html] of ofKind(/\.html$/)) {
      if (path === 'about/index.html') continue;
      const [head = ''] = html.split('</head>');
      const tags = findAll(head, ({ tagName }) => /^(?:title|meta|link)$/.test(tagName)).map((element) => ({
        tag: element.tagName,
        attrs: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
        text: textOf(element),
      }));
      if (!tags.some(({ attrs }) => attrs['http-equiv'] === 'refresh')) expect(headFaults(tags), path).toEqual([]);
    }
    expect(all.get('2024/01/01/first/index.html') ?? all.get('world/2024/01/01/first.html')).toBeDefined();
  });

  test('is a sitemap that is valid, with the facts of front matter', async () => {
    for (const [path, xml] of ofKind(/^sitemap.*\.xml$/)) expect(await sitemapFaults(xml), path).toEqual([]);
    const xml = all.get('sitemap-0.xml') ?? '';
    expect(xml).toMatch(
      /second[^<]*<\/loc><lastmod>2024-03-01T00:00:00\.000Z<\/lastmod><changefreq>yearly<\/changefreq><priority>0\.3</,
    );
    expect(xml).toMatch(/hreflang="sv" href="https:\/\/example\.com\/news\/sv\//);
    expect(xml).not.toMatch(/<loc>[^<]*\/(?:more|most|gone|alias|old|unlisted|index|hidden)/);
    expect(all.get('robots.txt')).toContain('Sitemap: https://example.com/news/sitemap-index.xml');
  });

  test('is linked data by the rules of its types', () => {
    const graphs = ofKind(/\.html$/).flatMap(([path, html]) =>
      findAll(html, (element) => attribute(element, 'type') === 'application/ld+json').map((script) => ({
        path,
        data: JSON.parse(textOf(script)) as { '@graph'?: unknown },
      })),
    );
    const ids = new Set(graphs.flatMap(({ data }) => thingsIn(data)).map((thing) => thing['@type'] && thing['@id']));
    const ours = graphs.filter(({ data }) => data['@graph'] !== undefined);
    expect(ours.length).toBeGreaterThan(20);
    expect(
      ours.flatMap(({ path, data }) => faultsOf(data, (id) => ids.has(id)).map((fault) => `${path}: ${fault}`)),
    ).toEqual([]);
    const types = new Set(ours.flatMap(({ data }) => thingsIn(data)).map((thing) => thing['@type']));
    for (const type of [
      'BlogPosting',
      'CollectionPage',
      'ItemList',
      'BreadcrumbList',
      'SearchAction',
      'Organization',
      'Person',
    ])
      expect(types).toContain(type);
  });

  test('leads only to what is there', () => {
    const missing: string[] = [];
    const look = (path: string, url: string): void => {
      if (/^https:\/\/example\.com(?=\/|$)/.test(url) && !isThere(url)) missing.push(`${path}: ${url}`);
    };
    for (const [path, text] of all) {
      if (FEED.test(path) || /^sitemap|\.(?:md|txt)$/.test(path))
        for (const [url] of text.replaceAll('\\/', '/').matchAll(/https:\/\/example\.com[^\s"'<>\\)\]]*/g))
          look(path, url.replaceAll('&amp;', '&').replace(/[.,]$/, ''));
      if (!path.endsWith('.html')) continue;
      for (const element of findAll(text, () => true)) {
        for (const name of ['href', 'src', 'content', 'action']) {
          const value = attribute(element, name) ?? '';
          if (value.startsWith('https://example.com')) look(path, value);
          else if (name !== 'content' && name !== 'action' && /^\/(?!\/)/.test(value) && !isThere(value))
            missing.push(`${path}: ${value}`);
        }
        if (attribute(element, 'type') === 'application/ld+json')
          for (const [url] of textOf(element).matchAll(/https:\/\/example\.com[^"]*/g))
            if (!url.includes('{')) look(path, url);
      }
    }
    expect([...new Set(missing)]).toEqual([]);
  });

  test('tells nothing of what is held back, and of what is unlisted only on its own page', () => {
    const secrets = [...all].filter(([path, text]) => /secret/i.test(path + text)).map(([path]) => path);
    expect(secrets).toEqual([]);
    const hidden = [...all].filter(([, text]) => /hidden(?:one|word)/i.test(text)).map(([path]) => path);
    expect(hidden).toEqual(['2024/02/04/unlisted.html']);
    // Its terms have pages, so that its own links lead somewhere; search engines are told to leave all three.
    for (const path of [...hidden, 'tags/hiddentag/index.html', 'by/hiddenauthor/index.html'])
      expect(all.get(path), path).toMatch(/<meta name="robots" content="noindex"/);
  });

  test('says of a page what its front matter lets search engines do with it', () => {
    expect(all.get('2024/01/07/more.html')).toContain('<meta name="robots" content="noindex, nofollow"');
    expect(all.get('2024/01/08/most.html')).toContain('<meta name="robots" content="max-snippet:-1, noarchive"');
    // The site itself has it all the same.
    expect(feedText('More')).toContain('Public zebraword.');
  });

  test('holds no character that a document cannot have, whatever front matter says', () => {
    const first = all.get('world/2024/01/01/first.html') ?? '';
    expect(first).toContain('First: &lt;/script');
    const odd = ofKind(/\.(?:html|xml|json|md|txt)$/).filter(([, text]) => legal(text) !== text);
    expect(odd.map(([path]) => path)).toEqual([]);
  });

  test('tells of a post in its feeds: corrections, licence, categories, and pictures where they are', () => {
    expect(feedText('Second')).toContain('We wrote 3 &lt; 2 &amp; were wrong.');
    expect(feedText('First')).toContain('<img src="https://example.com/news/pic.svg" alt="Alt">');
    expect(feedText('First')).not.toMatch(/<script|alert\(/);
    expect(all.get('world/2024/01/01/first.html')).toContain('src="/news/pic.svg"');
  });

  test('sends those who come by old addresses on, elsewhere too, in the file of each host', () => {
    expect(all.get('2024/01/04/gone.html')).toContain('url=https://other.example/path?a=1&amp;b=2"');
    const {
      _redirects = '',
      htaccess = '',
      nginx = '',
    } = {
      _redirects: all.get('_redirects'),
      htaccess: all.get('.htaccess'),
      nginx: all.get('redirects.nginx.conf'),
    };
    expect(_redirects).toContain('/news/alias/ /news/2024/01/03/third.html 301');
    expect(_redirects).toContain('/news/2024/01/04/gone.html https://other.example/path?a=1&b=2 301');
    expect(htaccess).toContain('"^old/second/$" "/news/2024/01/02/second.html"');
    expect(nginx).toContain('"/news/gammal väg.html" "/news/2024/01/02/second.html";');
    expect(_redirects + htaccess + nginx).not.toMatch(/secret/i);
  });
});

/** A post's text, in whichever feed of the site it stands. */
function feedText(title: string): string {
  for (const [, text] of ofKind(/feed\.json$/)) {
    const { items } = JSON.parse(text) as { items: { title: string; content_html: string }[] };
    const found = items.find((item) => item.title.startsWith(title));
    if (found) return found.content_html;
  }
  return '';
}

describe('the search of such a site', () => {
  let served: ServedSite;
  beforeAll(async () => {
    cpSync(join(site.root, 'dist'), join(site.root, 'host/news'), { recursive: true });
    served = await serveSite(join(site.root, 'host'), SEARCH_POLICY);
  });
  afterAll(() => served?.close());

  test('finds a post by its text and by what its blocks say, and none that is held back or unlisted', async () => {
    const page = await served.browser.newPage();
    const found = async (word: string): Promise<string[]> => {
      await page.goto(`${served.origin}/news/search/?q=${word}`);
      await expect.poll(() => page.locator('output').textContent(), { timeout: 60_000 }).toMatch(/\S/);
      return page
        .locator('.rd-search__results a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    };
    expect(await found('zebraword')).toEqual(['/news/2024/01/07/more.html']);
    // Stands in a table that a map has made.
    expect(await found('Uppsala')).toEqual(['/news/2024/01/02/second.html']);
    // In the other language, by another form of the word.
    expect(await found('tjänst')).toEqual(['/news/sv/2024/01/05/bada.html']);
    for (const word of ['Secretword', 'Secretdraft', 'Secretfuture', 'Secrettag', 'Hiddenword', 'Hiddenone'])
      expect(await found(word), word).toEqual([]);
    await page.close();
  });
});
