import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAll, textOf } from '../helpers/html.ts';
import { config, createTestSite, post, removeTestSites, type TestSite } from '../helpers/site.ts';

const OPTIONS = `{ title: 'Bladet', head: './src/head.js', redirects: ['netlify', 'apache', 'nginx'], contact: 'mailto:red@exempel.se',
  sharePictures: { template: ({ title, site }) => ({ type: 'text', text: title + ' i ' + site, style: { fontSize: 80 } }) } }`;
let site: TestSite;

beforeAll(async () => {
  site = createTestSite({
    'astro.config.mjs': config(OPTIONS),
    'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'src/head.js': `import { defineHead } from 'astro-redaktion/head';
      export default defineHead({
        tags: (tags, { page }) => [...tags, { tag: 'meta', attrs: { name: 'twitter:site', content: '@' + page.lang + '<"' } }],
        graph: (nodes) => nodes.map((node) => node['@type'] === 'BlogPosting' ? { ...node, isAccessibleForFree: true } : node),
      });`,
    '_posts/2022-06-02-ny.md': post('title: Ny\nredirect_from: [/gammal/, /länk.html]\ntags: Ett'),
    '_posts/2022-06-03-bort.md': post('title: Bort\nredirect_to: https://annan.se/?a=1&b=2'),
  });
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
});
afterAll(removeTestSites);

describe('small files of a site', () => {
  test('robots.txt opens the site and names the sitemap', () => {
    expect(site.read('robots.txt')).toBe('User-agent: *\nAllow: /\n\nSitemap: https://exempel.se/sitemap-index.xml\n');
  });

  test('redirects are written for the hosts that were asked for', () => {
    expect(site.read('_redirects')).toContain('/gammal/ /2022/06/02/ny.html 301\n');
    expect(site.read('.htaccess')).toContain('RewriteRule "^gammal/$" "/2022/06/02/ny.html" [R=301,L,NE]');
    expect(site.read('redirects.nginx.conf')).toContain('"/länk.html" "/2022/06/02/ny.html";');
  });

  test('and are pages on any other', () => {
    const page = site.read('gammal/index.html');
    expect(page.match(/<!doctype/gi)).toHaveLength(1);
    expect(page).toContain('content="0; url=https://exempel.se/2022/06/02/ny.html"');
    expect(site.read('2022/06/03/bort.html')).toContain('url=https://annan.se/?a=1&amp;b=2');
  });

  test.each([
    ['printed by us', {}],
    ['printed by Astro', { 'src/middleware.js': 'export const onRequest = (_, next) => next();' }],
  ])('one from the address of its own page, with `.html`, stands beside the page: %s', async (_, files) => {
    const own = createTestSite({
      '_posts/2022-06-02-a.md': post('title: A\npermalink: /a/\nredirect_from: /a.html'),
      ...files,
    });
    const { code, output } = await own.build();
    expect(code, output).toBe(0);
    expect(own.read('a/index.html')).toContain('<h1 class="rd-title p-name">A</h1>');
    expect(own.read('a.html')).toContain('content="0; url=https://exempel.se/a/"');
  });

  test.each([
    ['printed by us', {}],
    ['printed by Astro', { 'src/middleware.js': 'export const onRequest = (_, next) => next();' }],
    ['where no address ends in a slash', { 'astro.config.mjs': config('{}', "trailingSlash: 'never',") }],
  ])('an old or own address may name the index of a folder: %s', async (_, files) => {
    const own = createTestSite({
      '_posts/2022-06-02-a.md': post('title: A\nredirect_from: [/gammal/index.html, /b.html]'),
      '_posts/2022-06-03-b.md': post('title: B\npermalink: /b/index.html'),
      ...files,
    });
    const { code, output } = await own.build();
    expect(code, output).toBe(0);
    for (const old of ['gammal/index.html', 'b.html']) expect(own.read(old)).toContain('/2022/06/02/a');
    expect(own.read('b/index.html')).toContain('<h1 class="rd-title p-name">B</h1>');
  });

  test('a redirect onto a page that is there stops the build, with file and line', async () => {
    const own = createTestSite({
      '_posts/2022-06-02-a.md': post('title: A'),
      '_posts/2022-06-03-b.md': post('title: B\nredirect_from: /2022/06/02/a.html'),
    });
    const { code, output } = await own.build();
    expect(code).toBe(1);
    expect(output).toMatch(/2022-06-03-b\.md\n +3:\d+ error .*\/2022\/06\/02\/a\.html/);
  });

  test('so does one onto a page of the owner, a feed, a public file or what the build writes; held posts lead nowhere', async () => {
    const own = createTestSite({
      'src/pages/om.astro': '<h1>Om</h1>',
      'public/fil/index.html': 'Fil',
      '_posts/2022-06-02-a.md': post('title: A\nredirect_from: [/om/, /fil/, /ledig/]'),
      '_posts/2022-06-03-b.md': post('title: B\naliases: /feed.xml'),
      '_posts/2022-06-04-c.md': post('title: C\npermalink: /robots.txt\nredirect_to: /om/'),
      '_posts/2022-06-05-d.md': post('title: D\ndraft: true\nredirect_from: [/om/, /utkast/]'),
    });
    const { code, output } = await own.build();
    expect(code).toBe(1);
    expect(own.exists('index.html')).toBe(false);
    expect(output).toMatch(
      /2022-06-02-a\.md\n +3:\d+ error .*from \/om\/, where `src\/pages\/om\.astro` already answers/,
    );
    expect(output).toContain('from /fil/, where the public file `fil/index.html` already answers');
    expect(output).toMatch(/2022-06-03-b\.md\n +3:\d+ error .*from \/feed\.xml/);
    expect(output).toMatch(/2022-06-04-c\.md\n +4:\d+ error .*where the site's own `robots\.txt`/);
    expect(output).not.toMatch(/ledig|2022-06-05-d\.md\n.*error/);
    own.write('_posts/2022-06-02-a.md', post('title: A\nredirect_from: /ledig/'));
    for (const name of ['2022-06-03-b', '2022-06-04-c']) own.remove(`_posts/${name}.md`);
    expect((await own.build()).code).toBe(0);
    expect(own.exists('ledig/index.html')).toBe(true);
    expect(own.exists('utkast/index.html')).toBe(false);
    expect(own.read('om/index.html')).toContain('<h1>Om</h1>');
  });
});

describe('addresses of texts', () => {
  test('may hold any letters: each post has its page, where its link leads; and a robots.txt of the owner stays', async () => {
    const names = { nfd: '/a\u030a/', hash: '/c%23/', question: '/c%3F.html', percent: '/100%25/', bracket: '/[x]/' };
    const robots = 'User-agent: *\nDisallow: /\n';
    const own = createTestSite({
      'public/robots.txt': robots,
      ...Object.fromEntries(
        Object.entries(names).map(([name, permalink], index) => [
          `_posts/2022-06-0${index + 1}-${name}.md`,
          post(`title: ${name}\npermalink: "${permalink}"`),
        ]),
      ),
    });
    const { code, output } = await own.build();
    expect(code, output).toBe(0);
    const links = findAll(own.read('artiklar/index.html'), ({ attrs }) =>
      attrs.some(({ name, value }) => name === 'class' && value.split(' ').includes('u-url')),
    ).map(({ attrs }) => decodeURIComponent(attrs.find(({ name }) => name === 'href')?.value ?? ''));
    expect(links).toHaveLength(5);
    expect(own.read('robots.txt')).toBe(robots);
    for (const link of links) {
      const file = `${link.slice(1)}${link.endsWith('/') ? 'index.html' : ''}`;
      expect(own.read(file), link).toContain('<article');
    }
  });

  test('are not those of feeds and the sitemap; a page of the owner may take the place of a post', async () => {
    const own = createTestSite({
      'src/pages/om.astro': '<h1>Om</h1>',
      '_posts/2022-06-02-a.md': post('title: A\npermalink: /feed.xml'),
      '_posts/2022-06-03-b.md': post('title: B\ntags: ett\npermalink: /tags/ett/feed.json'),
      '_posts/2022-06-04-c.md': post('title: C\npermalink: /sitemap-index.xml'),
      '_posts/2022-06-05-d.md': post('title: D\npermalink: /om/'),
    });
    const { code, output } = await own.build();
    expect(code).toBe(1);
    expect(output).toContain('3 problems');
    expect(output).toMatch(/2022-06-02-a\.md\n +3:\d+ error .*\/feed\.xml belongs to the site's own `feed\.xml`/);
    expect(output).toMatch(/2022-06-03-b\.md\n +4:\d+ error .*`tags\/ett\/feed\.json`/);
    expect(output).toMatch(/2022-06-04-c\.md\n +3:\d+ error .*`sitemap-index\.xml`/);
    expect(own.exists('index.html')).toBe(false);
  });
});

test('a post asks for errors to be reported, with its address in the mail', () => {
  const [link] = findAll(
    site.read('2022/06/02/ny.html'),
    (element) => textOf(element).startsWith('Hittat något fel?') && element.tagName === 'a',
  );
  expect(link?.attrs[0]?.value).toBe(
    'mailto:red@exempel.se?subject=Ny&body=https%3A%2F%2Fexempel.se%2F2022%2F06%2F02%2Fny.html',
  );
});

test('the head is changed by the module that the site names, and finds the icons of public/', () => {
  const html = site.read('2022/06/02/ny.html');
  expect(html).toMatch(/<meta name="twitter:site" content="@sv(?:<|&lt;)&(?:quot|#34);"/);
  expect(html).toContain('"isAccessibleForFree":true');
  expect(html).toMatch(/<link rel="icon" type="image\/svg\+xml" href="\/favicon\.svg"/);
  expect(html).not.toContain('favicon.ico');
});

test('lists describe themselves to search engines', () => {
  expect(site.read('tags/ett/index.html')).toContain(
    '<meta name="description" content="Artiklar om Ett på Bladet.">'.replace('>', ''),
  );
});

describe('share pictures', () => {
  const picture = (path: string): Record<string, string> =>
    Object.fromEntries(
      [...site.read(path).matchAll(/<meta property="og:image(:?\w*)" content="([^"]*)"/g)].map(([, key, value]) => [
        key ?? '',
        value ?? '',
      ]),
    );

  test('are drawn by the template that the site gives, and stand in the head', () => {
    const { '': url = '', ...facts } = picture('2022/06/02/ny.html');
    expect(facts).toEqual({ ':type': 'image/png', ':width': '1200', ':height': '630', ':alt': 'Ny – Bladet' });
    expect(url).toMatch(/^https:\/\/exempel\.se\/share\//);
    const { width, height } = PNG.sync.read(readFileSync(join(site.root, 'dist', new URL(url).pathname)));
    expect([width, height]).toEqual([1200, 630]);
    expect(picture('index.html')['']).not.toBe(url);
    expect(picture('tags/ett/index.html')).toEqual({});
  });

  test('are the same bytes in the next build, taken from the cache; another title gets another', async () => {
    const before = site.snapshot();
    site.write('_posts/2022-06-02-ny.md', post('title: Nyare\nredirect_from: [/gammal/, /länk.html]\ntags: Ett'));
    const old = picture('2022/06/02/ny.html')[''];
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    expect(output).toContain('Drew 1 of 2 share pictures');
    expect(picture('2022/06/02/ny.html')['']).not.toBe(old);
    const home = new URL(picture('index.html')[''] ?? '').pathname.slice(1);
    expect(site.snapshot()[home]).toBe(before[home]);
  });
});
