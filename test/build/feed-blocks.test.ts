import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { config, createTestSite, post, removeTestSites, type TestSite } from '../helpers/site.ts';
import { feedFaults } from '../helpers/feed-rules.ts';

const ADDRESSES = `Ingress.

::video{src="/film.mp4" title="Egen film" captions="/film.vtt" poster="/bilder/ett.svg"}

::video{src="dQw4w9WgXcQ" title="Film" poster="/blogg/bilder/ett.svg"}

::karta{points="Hos oss: 59.35, 18.03, /om/; Där: 57.68, 11.96, https://annan.se/"}

::figure{src="/bilder/ett.svg" alt="Ett hus" large="/bilder/ett.svg"}

:::factbox{title="Fakta" source="Om oss" sourceUrl="/om/"}
Text.
:::

::pullquote{text="Ord" source="Om oss" sourceUrl="/om/"}
`;

const FILES = {
  'public/bilder/ett.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"></svg>',
  'public/film.mp4': 'film',
  'public/film.vtt': 'WEBVTT\n',
};

afterAll(removeTestSites);

/** The text of a post in the site's JSON feed. */
function feedText(site: TestSite, title: string): string {
  const feed = JSON.parse(site.read('feed.json')) as { items: { title: string; content_html: string }[] };
  return feed.items.find((item) => item.title === title)?.content_html ?? '';
}

describe('addresses that blocks are given from the root', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = createTestSite({
      ...FILES,
      'astro.config.mjs': config('{ markdownFiles: true }', "site: 'https://exempel.se', base: '/blogg',"),
      '_posts/2022-06-02-med.md': post('title: Med block', ADDRESSES),
      'src/pages/om.astro': '<title>Om</title>',
    });
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
  });

  test('have the base of the site in feeds, once', async () => {
    const html = feedText(site, 'Med block');
    expect(html).toContain('<img src="https://exempel.se/blogg/bilder/ett.svg" alt="">');
    expect(html).toContain('<a href="https://exempel.se/blogg/film.mp4">');
    expect(html.match(/https:\/\/exempel\.se\/blogg\/om\//g)).toHaveLength(3);
    expect(html).toContain('<a href="https://annan.se/">Där</a>');
    const addresses = [...html.matchAll(/(?:href|src)="(https:\/\/exempel\.se[^"#]*)/g)].map(([, url = '']) => url);
    expect(addresses.length).toBeGreaterThan(7);
    expect(addresses.filter((url) => !/^https:\/\/exempel\.se\/blogg\/(?!blogg)/.test(url))).toEqual([]);
    for (const file of ['feed.xml', 'atom.xml', 'feed.json'])
      expect(await feedFaults(site.read(file), `https://exempel.se/blogg/${file}`), file).toEqual([]);
  });

  test('have it on the page and in the twin as well', () => {
    const page = site.read('2022/06/02/med.html');
    for (const written of [
      'poster="/blogg/bilder/ett.svg"',
      'src="/blogg/film.mp4"',
      'src="/blogg/film.vtt"',
      '<a href="/blogg/bilder/ett.svg"',
    ])
      expect(page).toContain(written);
    expect(page.match(/href="\/blogg\/om\/"/g)?.length).toBeGreaterThanOrEqual(4);
    expect(page).not.toMatch(/(?:href|src|poster)="\/(?!blogg\/|\/)[^"]/);
    expect(page).not.toContain('/blogg/blogg/');
    const twin = site.read('2022/06/02/med.md');
    expect(twin.match(/https:\/\/exempel\.se\/blogg\/om\//g)).toHaveLength(3);
    expect(twin).not.toMatch(/https:\/\/exempel\.se\/(?!blogg\/)/);
  });
});

describe('feeds of excerpts', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = createTestSite({
      ...FILES,
      'astro.config.mjs': config("{ feed: { content: 'excerpt' } }"),
      '_includes/hej.md': '{{ include.ord }}',
      '_posts/2022-06-01-mer.md': post(
        'title: Med märke',
        'Ingress.\n\n::video{src="76979871" title="Överst"}\n\n{% include chart.html title="I ingressen" labels="A, B" series="1, 2" %}\n\n<!--more-->\n\n::chart{title="Efter" labels="A, B" series="7, 8"}\n\nRest.',
      ),
      '_posts/2022-06-02-hel.md': post('title: Hel', ':::notice{kind=tip}\nHela inlägget.\n:::'),
      '_posts/2022-06-03-skuren.md': post('title: Skuren', ':::notice{kind=tip}\nFörsta.\n\nAndra.\n:::\n\nRest.'),
      '_posts/2022-06-04-utan.md': post('title: Utan', 'Bara text.\n\nRest.'),
    });
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
  });

  test('hold the blocks that stand in the excerpt, and no others', async () => {
    const marked = feedText(site, 'Med märke');
    expect(marked).toContain('<a href="https://vimeo.com/76979871">Se videon: Överst</a>');
    expect(marked).toContain('<strong>I ingressen</strong>');
    expect(marked).toContain('<tr><th>B</th><td>2</td></tr>');
    expect(marked).not.toMatch(/Efter|Rest/);
    expect(feedText(site, 'Hel')).toMatch(/^<aside><p><strong>Tips<\/strong><\/p><p>Hela inlägget\.<\/p>\s*<\/aside>/);
    expect(feedText(site, 'Skuren')).toMatch(/^<aside><p><strong>Tips<\/strong><\/p><p>Första\.<\/p>\s*<\/aside>/);
    expect(feedText(site, 'Skuren')).not.toContain('Andra');
    expect(feedText(site, 'Utan')).toMatch(/^<p>Bara text\.<\/p>/);
    for (const file of ['feed.xml', 'atom.xml', 'feed.json'])
      expect(await feedFaults(site.read(file), `https://exempel.se/${file}`), file).toEqual([]);
  });

  test('leave lists as they were: without blocks', () => {
    const home = site.read('index.html');
    expect(home).toContain('Ingress.');
    expect(home).not.toMatch(/Överst|<aside|redaktion:/);
  });
});
