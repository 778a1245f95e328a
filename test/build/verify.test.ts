import { readFileSync, writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWithJekyll } from '../../packages/astro-redaktion/src/cli/verify/jekyll-build.ts';
import type { Report } from '../../packages/astro-redaktion/src/cli/verify/types.ts';
import { config, createTestSite, post, removeTestSites, repository, run, type TestSite } from '../helpers/site.ts';

const cli = join(repository, 'packages/astro-redaktion/dist/cli/main.js');

/** A Jekyll site with its own theme and feed, as jekyll-feed and jekyll-redirect-from write them. */
const jekyll = {
  '_config.yml': 'title: Gammal blogg\nurl: https://exempel.se\nlang: sv\n',
  '_layouts/post.html': `<!doctype html><title>{{ page.title }} | {{ site.title }}</title>
<link rel="canonical" href="{{ page.url | absolute_url }}">
<header><a href="/">Hem</a></header>
<article><h1>{{ page.title }}</h1><time datetime="{{ page.date | date_to_xmlschema }}"></time>
<div class="post-content">{{ content }}</div></article>`,
  // One post alone has it, and nothing tells where the text begins.
  '_layouts/notis.html': `<title>{{ site.title }} - {{ page.title | smartify }}</title><h1>{{ site.title }}</h1>
<a href="https://exempel.org/om">Om</a><img src="/assets/a.jpg"><h2 id="notis">Notis</h2>{{ content }}`,
  'feed.xml': `---
---
<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><id>https://exempel.se/feed.xml</id>
{% for post in site.posts %}<entry><title>{{ post.title }}</title><id>{{ post.id | absolute_url | xml_escape }}</id>
<link href="{{ post.url | absolute_url }}"/><updated>{{ post.date | date_to_xmlschema }}</updated></entry>{% endfor %}
</feed>`,
  '_posts/2022-06-02-ett.md': post(
    'title: Ett\nlayout: post',
    'Se [två]({% post_url 2022-06-03-två %}#rubrik-åtta) och [ut](https://exempel.org/).\n\n![bild](/assets/a.jpg)',
  ),
  '_posts/2022-06-03-två.md': post('title: Två\nlayout: post', 'Text.\n\n## Rubrik åtta\n\nMer text.'),
  '_posts/2022-06-04-tre.md': post('title: Tre "notiser"\nlayout: notis', 'Text, och [ut](https://exempel.org/tre).'),
};

let site: TestSite;

const verify = async (...args: string[]): Promise<{ code: number | null; output: string }> =>
  run(cli, ['verify', ...args], { cwd: site.root });

async function report(...args: string[]): Promise<{ code: number | null; found: string[]; report: Report }> {
  const { code, output } = await verify(...args, '--json');
  const read = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)) as Report;
  return { code, found: read.findings.map(({ kind, address }) => `${kind} ${address}`), report: read };
}

/** Changes a file of the built site, runs, and puts it back. */
async function broken(path: string, change: (text: string) => string | null): Promise<string[]> {
  const file = join(site.root, 'dist', path);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === null) rmSync(file);
  else {
    expect(after).not.toBe(before);
    writeFileSync(file, after);
  }
  const { code, found } = await report('./_site');
  writeFileSync(file, before);
  expect(code).toBe(1);
  return found;
}

beforeAll(async () => {
  site = createTestSite({
    'astro.config.mjs': config("{ jekyll: './gammal', lang: 'en', title: 'Ny blogg' }"),
    'public/assets/a.jpg': 'x',
    ...Object.fromEntries(Object.entries(jekyll).map(([path, text]) => [`gammal/${path}`, text])),
    'gammal/assets/a.jpg': 'x',
  });
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
});

afterAll(removeTestSites);

describe('redaktion verify', () => {
  test('builds the source with Jekyll and finds nothing lost', async () => {
    const { code, output } = await verify('./gammal');
    expect(output).toContain('Nothing was lost');
    expect(output).toMatch(/addresses +3 +0 +0/);
    expect(output).toMatch(/feed ids +3 +0 +0/);
    expect(output).toMatch(/link targets +3 +0 +0/);
    expect(output).toMatch(/texts +3 +0 +0/);
    expect(output).toMatch(/titles +3 +0 +0/);
    expect(output).toMatch(/anchors that pages link to +1 +0 +0/);
    expect(output).toMatch(/lang +"en" from the option; _config.yml says "sv"/);
    expect(output).toMatch(/site +"https:\/\/exempel\.se\/?" from the option/);
    expect(code).toBe(0);
  });

  describe('against a site that was built before', () => {
    beforeAll(() => {
      buildWithJekyll(join(site.root, 'gammal'), join(site.root, '_site'));
    });

    test('finds a lost address, once', async () => {
      expect(await broken('2022/06/03/två.html', () => null)).toEqual(['address /2022/06/03/två.html']);
    });

    test('finds a lost anchor', async () => {
      const found = await broken('2022/06/03/två.html', (text) => text.replaceAll('"rubrik-åtta"', '"annat"'));
      expect(found).toEqual(['anchor /2022/06/03/två.html#rubrik-åtta', 'heading /2022/06/03/två.html#rubrik-åtta']);
    });

    test('finds a changed feed id', async () => {
      expect(await broken('feed.xml', (text) => text.replaceAll('2022/06/02/ett<', '2022/06/02/annat<'))).toEqual([
        'feed-id /feed.xml',
      ]);
    });

    test('finds the ids of the feed that the theme brings, and others where the option says so', async () => {
      const [feed, setup] = [site.source('gammal/feed.xml'), site.source('astro.config.mjs')];
      const found = async (): Promise<string[]> => {
        const { code, output } = await site.build();
        expect(code, output).toBe(0);
        return (await report('./gammal')).found;
      };
      site.write('gammal/feed.xml', feed.replace('{{ post.id | absolute_url', '{{ post.url | absolute_url'));
      expect(await found()).toEqual([]);
      site.write(
        'gammal/feed.xml',
        feed.replace('{{ post.id | absolute_url | xml_escape }}', '{{ site.url }}/{{ post.url }}'),
      );
      expect(await found()).toEqual([]);
      site.write('astro.config.mjs', setup.replace("lang: 'en'", "lang: 'en', feed: { ids: 'id' }"));
      expect(await found()).toEqual(Array<string>(3).fill('feed-id /feed.xml'));
      site.write('gammal/feed.xml', feed);
      site.write('astro.config.mjs', setup);
      expect(await found()).toEqual([]);
    });

    test('finds a lost link', async () => {
      expect(await broken('2022/06/02/ett.html', (text) => text.replace('https://exempel.org/', '#'))).toEqual([
        'link /2022/06/02/ett.html',
      ]);
    });

    test('finds a lost picture', async () => {
      expect(await broken('assets/a.jpg', () => null)).toEqual(['file /assets/a.jpg', 'picture /2022/06/02/ett.html']);
    });

    test('writes redirects for what moved', async () => {
      const file = join(site.root, 'dist/2022/06/03/två.html');
      const moved = join(site.root, 'dist/ny-adress.html');
      writeFileSync(moved, readFileSync(file));
      rmSync(file);
      const { report: told } = await report('./_site', '--map', 'redirects.txt');
      expect(told.moved).toEqual([{ from: '/2022/06/03/två.html', to: '/ny-adress.html', by: 'title' }]);
      expect(readFileSync(join(site.root, 'redirects.txt'), 'utf8')).toBe(
        '/2022/06/03/tv%C3%A5.html /ny-adress.html 301\n',
      );
      writeFileSync(file, readFileSync(moved));
      rmSync(moved);
    });

    test('reads a sitemap, whatever the spelling of its addresses', async () => {
      const locations = ['/2022/06/02/ett', '/2022/06/03/tv%C3%A5.html', '/2022/06/03/tva%CC%8A.html', '/borta/'];
      site.write(
        'old.xml',
        `<?xml version="1.0"?><urlset>${locations.map((path) => `<url><loc>https://exempel.se${path}</loc></url>`).join('')}</urlset>`,
      );
      const { code, found } = await report('old.xml');
      expect(found).toEqual(['address /borta/']);
      expect(code).toBe(1);
    });
  });

  test('says what it could not compare, with exit code 2', async () => {
    const missing = await verify('./ingen');
    expect(missing.code).toBe(2);
    expect(missing.output).toContain('There is no ./ingen.');
    const unbuilt = await verify('./gammal', '--dist', './tom');
    expect(unbuilt.code).toBe(2);
    expect(unbuilt.output).toContain('Run `astro build` first');
    expect((await run(cli, ['verfy'], { cwd: site.root })).code).toBe(2);
  });
});
