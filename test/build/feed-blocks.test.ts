import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
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

const VALUES =
  '::karta{title="Vårdplatser" unit="per tusen" values="Stockholm: 2.1; Uppsala: 2.4; Skåne: 7; Gotland: 9"}';
const POINTS = '::karta{title="Sjukhus" points="Karolinska: 59.35, 18.03, /om/; Sahlgrenska: 57.68, 11.96"}';
const MAPS = {
  'astro.config.mjs': config(
    "{ map: { files: { rutor: './rutor.topo.json' } }, locales: { ar: { label: 'العربية' } } }",
    "site: 'https://exempel.se', base: '/blogg',",
  ),
  'rutor.topo.json':
    '{"type":"Topology","arcs":[[[1,0],[1,1]],[[1,1],[0,1],[0,0],[1,0]],[[1,0],[2,0],[2,1],[1,1]]],"objects":{"rutor":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[-2,-1]],"properties":{"namn":"Väst"}},{"type":"Polygon","arcs":[[0,-3]],"properties":{"namn":"Öst"}}]}}}',
  'src/pages/om.astro': '<title>Om</title>',
  '_posts/2022-06-01-ett.md': post('title: Ett', `${VALUES}\n\n${POINTS}`),
  '_posts/2022-06-02-samma.md': post('title: Samma', VALUES),
  '_posts/2022-06-03-rutor.md': post('title: Rutor', '::karta{map=rutor values="Väst: 1; Öst: 9"}'),
  '_posts/2022-06-04-plan.md': post('title: Plan\nkarta: true'),
  '_posts/2022-06-05-arabiska.md': post('title: خريطة\nlang: ar', VALUES),
  '_posts/2022-06-06-utkast.md': post('title: Utkast\ndraft: true', '::karta{values="Dalarna: 1; Kalmar: 3"}'),
};

/** Pictures of an item, as the feed has them. */
function picturesOf(html: string): { path: string; alt: string; width: number; height: number }[] {
  const img = /<img src="https:\/\/exempel\.se\/blogg\/(maps\/[^"]+)" alt="([^"]*)" width="(\d+)" height="(\d+)">/g;
  return [...html.matchAll(img)].map(([, path = '', alt = '', width, height]) => {
    return { path, alt, width: Number(width), height: Number(height) };
  });
}

/** A pixel of a PNG of the site, as `#rrggbb`. */
function pixel(site: TestSite, path: string, [x, y]: [number, number]): string {
  const { data, width } = PNG.sync.read(readFileSync(join(site.root, 'dist', path)));
  return `#${data.toString('hex', (y * width + x) * 4, (y * width + x) * 4 + 3)}`;
}

describe('maps in feeds', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = createTestSite(MAPS);
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
  });
  const made = (): string[] => Object.keys(site.snapshot()).filter((path) => path.startsWith('maps/'));

  test('are pictures that are there, of the size that is told, and links to the map', async () => {
    const html = feedText(site, 'Ett');
    const [values, points] = picturesOf(html);
    expect(picturesOf(html)).toHaveLength(2);
    expect([values?.alt, points?.alt]).toEqual(['Karta – Vårdplatser (per tusen)', 'Karta – Sjukhus']);
    for (const title of ['Ett', 'Samma', 'Rutor', 'Plan']) {
      for (const { path, width, height } of picturesOf(feedText(site, title))) {
        const png = PNG.sync.read(readFileSync(join(site.root, 'dist', path)));
        expect([png.width, png.height], path).toEqual([width * 2, height * 2]);
      }
    }
    expect(html).toMatch(/<a href="https:\/\/exempel\.se\/blogg\/2022\/06\/01\/ett\.html#karta-bild"><img /);
    // For those who do not see it.
    expect(html).toContain('<tr><th>Skåne</th><td>7</td></tr>');
    expect(html).toContain('<li><a href="https://exempel.se/blogg/om/">Karolinska</a></li><li>Sahlgrenska</li>');
    for (const file of ['feed.xml', 'atom.xml', 'feed.json', 'ar/feed.xml', 'ar/atom.xml', 'ar/feed.json'])
      expect(await feedFaults(site.read(file), `https://exempel.se/blogg/${file}`), file).toEqual([]);
    for (const file of ['feed.xml', 'atom.xml'])
      expect(site.read(file).match(/https:\/\/exempel\.se\/blogg\/maps\//g), file).toHaveLength(5);
  });

  test('are drawn in the colours of their classes, on paper', () => {
    const [squares] = picturesOf(feedText(site, 'Rutor'));
    const at = (x: number, y: number): string => pixel(site, squares?.path ?? '', [x, y]);
    expect([at(2, 2), at(170, 171)]).toEqual(['#ffffff', '#dcebf3']);
    expect(at(470, 171)).not.toMatch(/#ffffff|#dcebf3/);
  });

  test('share a file where they are the same drawing, and have another in another language', () => {
    const [ett] = picturesOf(feedText(site, 'Ett'));
    expect(picturesOf(feedText(site, 'Samma'))).toEqual([ett]);
    const arabic = /blogg\/(maps\/[^"\\]+)/.exec(site.read('ar/feed.json'))?.[1];
    expect(made()).toContain(arabic);
    expect(arabic).not.toBe(ett?.path);
  });

  test('have no file for a draft, nor a place in the sitemap, where they are on no page', () => {
    // Ett 2, Samma as Ett, Rutor, Plan, the Arabic one.
    expect(made()).toHaveLength(5);
    expect(site.read('sitemap-0.xml')).toContain('/2022/06/01/ett');
    expect(site.read('sitemap-0.xml')).not.toContain('maps/');
    expect(site.read('2022/06/01/ett.html')).not.toContain('maps/');
  });

  test('are there again after the next build, drawn only where they are missing', async () => {
    const before = site.snapshot();
    const cache = join(site.root, 'node_modules/.astro/redaktion/files/maps');
    const [first = '', ...others] = readdirSync(cache);
    expect(others).toHaveLength(5);
    const written = others.map((file) => statSync(join(cache, file)).mtimeMs);
    rmSync(join(cache, first));
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    expect(site.snapshot()).toEqual(before);
    expect(others.map((file) => statSync(join(cache, file)).mtimeMs)).toEqual(written);
  });

  test('go when nobody shows them any more, and come with their data', async () => {
    site.write('_data/platser.csv', 'Län;Platser\nStockholm;2\nSkåne;12\n');
    site.write('_posts/2022-06-01-ett.md', post('title: Ett', '::karta{data="platser.csv"}'));
    expect((await site.build()).code).toBe(0);
    const [before] = picturesOf(feedText(site, 'Ett'));
    expect(made()).toHaveLength(5);
    expect(made()).toContain(before?.path);
    site.write('_data/platser.csv', 'Län;Platser\nStockholm;12\nSkåne;2\n');
    expect((await site.build()).code).toBe(0);
    const [after] = picturesOf(feedText(site, 'Ett'));
    expect(made()).toContain(after?.path);
    expect(made()).not.toContain(before?.path);
  });
});

describe('files of blocks', () => {
  const BLOCK = (path: string): string => `import { z } from 'astro/zod';
import { defineBlock } from 'astro-redaktion/block';
export default defineBlock({
  name: 'ljud',
  props: z.strictObject({ ord: z.string() }),
  feed: ({ ord }, { site }) => '<p><a href="' + site.base + 'ljud/' + ord + '.txt">' + ord + '</a></p>',
  files: ({ ord }) => [{ path: ${path}, make: async () => 'Ljudet av ' + ord }],
  text: ({ ord }) => ord,
});
`;
  const files = (path: string, options = ''): Record<string, string> => ({
    'ljud.mjs': BLOCK(path),
    'astro.config.mjs': config(`{ blocks: [ljud]${options} }`, undefined, "import ljud from './ljud.mjs';"),
    '_posts/2022-06-01-a.md': post('title: A', 'Ingress.\n\n::ljud{ord=regn}'),
    '_posts/2022-06-02-b.md': post('title: B', '::ljud{ord=vind}\n\nRest.'),
  });

  test('lie in the site where the form for feeds points', async () => {
    const site = createTestSite(files("'ljud/' + ord + '.txt'"));
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    expect(feedText(site, 'A')).toContain('<a href="https://exempel.se/ljud/regn.txt">');
    expect(site.read('ljud/regn.txt')).toBe('Ljudet av regn');
    expect(site.read('ljud/vind.txt')).toBe('Ljudet av vind');
  });

  test('are those of the excerpt where feeds hold no more', async () => {
    const site = createTestSite(files("'ljud/' + ord + '.txt'", ", feed: { content: 'excerpt' }"));
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    expect([site.exists('ljud/regn.txt'), site.exists('ljud/vind.txt')]).toEqual([false, true]);
  });
});
