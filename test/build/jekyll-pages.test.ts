import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWithJekyll } from '../../packages/astro-redaktion/src/cli/verify/jekyll-build.ts';
import { attribute, findAll, hasClass, textOf } from '../helpers/html.ts';
import { config, createTestSite, hashes, post, removeTestSites, type TestSite } from '../helpers/site.ts';

const PAGES: Record<string, string> = {
  'about.md': post(
    'title: Om oss\nlayout: page',
    'Vi *skriver*. {% include namn.html %}\n\n## Var {#här}\n\nP\n{: .klass}',
  ),
  'kontakt/index.html': post('title: Kontakt', '<p>{{ site.posts.size }} inlägg</p>'),
  'djup/Mapp/sida.markdown': post('title: Djup', '![bild](bild.jpg)'),
  'egen.md': post('title: Egen\npermalink: /på/egen-plats/\nredirect_from: /gammal-sida/\nsitemap: false', 'Text.'),
  'b.md': post('title: B\nredirect_from: /allas/', 'B.'),
  'mapp/c.md': post('title: C\nredirect_from: /allas/', 'C.'),
  'index.html': post('title: Hem', '{% include paginering.html %}'),
  '404.html': post('title: Borta', 'Borta.'),
  'gömd.md': post('title: Gömd\npublished: false', 'x'),
  'hel.html': post('layout: null', '<!doctype html><html lang="sv"><title>Hel</title><p>Egen mall</p></html>'),
  'rss.xml': post('layout: null', '<rss version="2.0">{{ site.posts.first.id }}</rss>'),
  'robots.txt': post('layout: null', 'Den egna.'),
  'sok.json': post('layout: null', '["{{ site.posts.first.title }}"]'),
  'data/a b.qmd': post('title: Q', '# {{ page.title }}'),
  '_recept/bröd.md': post('title: Bröd', 'Degen. [Om]({% link about.md %})'),
  '_recept/djupt/kaka.md': post('', 'Kaka.'),
  'utan_titel.md': post('layout: page', '# Våra *tjänster*\n\nText.'),
  'mapp/not.md': post('', '# Fot[^1]\n\n[^1]: Not.'),
  'mapp/utan-titel/index.html': post(
    'layout: page',
    '<!-- <h1>Gammal</h1> --><div>{% assign namn = "tjänster" %}<h1 class="a">Våra {{ namn }} &amp; <em>mer</em></h1></div>',
  ),
  'mapp/e-hälsa/index.md': post('layout: page', 'Text.'),
  '_recept/mall.liquid': post('title: Mall\npermalink: /av/liquid/', '<p>Av {{ page.title }}.</p>'),
  '_amnen/sv/2020-01-02-vård.md': post('title: Vård', 'Den {{ page.date | date: "%Y-%m-%d" }}.'),
  '_amnen/e_hälsa.md': post('title: E-hälsa\ndate: 2021-03-04 23:30:00 -0500\nslug: digital-hälsa', 'Text.'),
  '_inte/a.md': post('title: A', 'x'),
};
const FOLDER: Record<string, string> = {
  '_config.yml':
    'title: Gammal\ntimezone: Europe/Stockholm\ncollections: { recept: { output: true }, amnen: { output: true }, inte: { output: false }, ord: { output: true, permalink: /:path/ } }\ndefaults:\n- { scope: { path: _amnen }, values: { permalink: /amne/:year/:month/:day/:title/ } }\n',
  '_includes/namn.html': '<b>Redaktionen</b>',
  '_posts/2022-06-02-ett.md': post('title: Ett', 'Se [om]({% link about.md %}).'),
  'djup/Mapp/bild.jpg': 'bild',
  // Old tools wrote the names of files as addresses.
  'djup/Mapp/bild%20tv%C3%A5%5B1%5D.jpg': 'bild',
  'djup/%2e%2e%2f%2e%2e%2f%2e%2e%2futanför.txt': 'inne',
  '_recept/djupt/degen.txt': 'Degen.',
  '_ord/sv/README.md': '# Ord',
  ...PAGES,
};

const gammal = (folder: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(folder).map(([path, text]) => [`gammal/${path}`, text]));

/** What Jekyll writes of the same folder, the broken home page left out. */
function withJekyll(site: TestSite): string[] {
  const old = join(site.root, '_site');
  site.write('gammal/_includes/paginering.html', '');
  buildWithJekyll(join(site.root, 'gammal'), old);
  site.remove('gammal/_includes/paginering.html');
  return Object.keys(hashes(old)).map((path) => path.normalize('NFC'));
}

describe('pages of a Jekyll folder', () => {
  let site: TestSite;
  let output: string;

  beforeAll(async () => {
    site = createTestSite({
      'astro.config.mjs': config("{ jekyll: './gammal', jekyllPages: true }"),
      ...gammal(FOLDER),
    });
    const built = await site.build();
    expect(built.code, built.output).toBe(0);
    output = built.output;
  });
  afterAll(removeTestSites);

  test('have the files that Jekyll gives them', () => {
    const theirs = withJekyll(site);
    expect(theirs).toEqual(
      expect.arrayContaining([
        'about.html',
        'sok.json',
        'data/a b.qmd',
        'djup/Mapp/bild två[1].jpg',
        'utanför.txt',
        'recept/djupt/degen.txt',
        'sv/README.md',
        'recept/djupt/kaka.html',
        'av/liquid/index.html',
        'på/egen-plats/index.html',
        'djup/Mapp/sida.html',
        'amne/2020/01/02/vård/index.html',
        'amne/2021/03/05/digital-hälsa/index.html',
      ]),
    );
    expect(Object.keys(site.snapshot())).toEqual(expect.arrayContaining(theirs));
    for (const path of ['gömd.html', 'inte/a.html']) expect(site.exists(path), path).toBe(false);
  });

  test('know the date of a document from its front matter or its name', () => {
    expect(site.read('amne/2020/01/02/vård/index.html')).toContain('Den 2020-01-02.');
  });

  test('go through Liquid and kramdown, in our layout', () => {
    const page = site.read('about.html');
    const [content] = findAll(page, (element) => hasClass(element, 'e-content'));
    expect(content && textOf(content)).toContain('Vi skriver. Redaktionen');
    expect(findAll(page, ({ tagName }) => tagName === 'h1').map(textOf)).toEqual(['Om oss']);
    expect(page).toContain('<h2 id="här">');
    expect(page).toContain('<p class="klass">P</p>');
    expect(page).toContain('<title>Om oss');
    expect(site.read('kontakt/index.html')).toContain('<p>1 inlägg</p>');
    expect(site.read('recept/djupt/kaka.html')).toContain('>Kaka</h1>');
    expect(site.read('av/liquid/index.html')).toMatch(/>Mall<\/h1>[^]*<p>Av Mall\.<\/p>/);
  });

  test('are called what they call themselves, where front matter gives no title', () => {
    expect(site.read('utan_titel.html')).toContain('<title>Våra tjänster – ');
    expect(site.read('recept/djupt/kaka.html')).toContain('<title>Kaka – ');
    expect(site.read('mapp/utan-titel/index.html')).toContain('<title>Våra tjänster &amp; mer – ');
    expect(site.read('mapp/not.html')).toContain('<title>Fot – ');
    expect(site.read('mapp/e-hälsa/index.html')).toContain('<title>E Hälsa – ');
  });

  test('keep the addresses of pictures as written', () => {
    const [image] = findAll(site.read('djup/Mapp/sida.html'), ({ tagName }) => tagName === 'img');
    expect(image && attribute(image, 'src')).toBe('bild.jpg');
    expect(site.exists('djup/Mapp/bild.jpg')).toBe(true);
  });

  test('can be linked to by posts and by each other', () => {
    expect(site.read('2022/06/02/ett.html')).toContain('href="/about.html"');
    expect(site.read('recept/bröd.html')).toContain('href="/about.html"');
  });

  test('stand in the sitemap unless they say no, and answer at their old addresses', () => {
    const sitemap = decodeURI(site.read('sitemap-0.xml'));
    expect(sitemap).toContain('<loc>https://exempel.se/about.html</loc>');
    expect(sitemap).toContain('<loc>https://exempel.se/recept/bröd.html</loc>');
    expect(sitemap).not.toContain('egen-plats');
    expect(site.read('gammal-sida/index.html')).toContain('url=https://exempel.se/p%C3%A5/egen-plats/');
  });

  test('that want the same old address do not stop a build: Jekyll’s last has it, and the owner is told', () => {
    expect(site.read('allas/index.html')).toContain('/mapp/c.html">');
    expect(output).toMatch(/gammal\/b\.md\s+3:1 warning the address \/allas\/ is wanted by/);
  });

  test('print a whole document as it is', () => {
    const page = site.read('hel.html');
    expect(page).toContain('<p>Egen mall</p>');
    expect(findAll(page, (element) => hasClass(element, 'rd-header'))).toEqual([]);
  });

  test('leave home and 404 to us', () => {
    expect(site.read('index.html')).toContain('Ett');
    expect(site.read('404.html')).not.toContain('>Borta.<');
  });

  test('that are no HTML become files, by Liquid alone', () => {
    expect(JSON.parse(site.read('sok.json'))).toEqual(['Ett']);
    expect(site.read('data/a b.qmd')).toContain('# Q\n');
    expect(site.read('rss.xml')).toBe('<rss version="2.0">/2022/06/02/ett</rss>\n');
    expect(site.read('robots.txt')).not.toContain('Den egna.');
    expect(output).not.toContain('template-file');
  });

  test('that are no HTML and were not asked for, or stop Liquid, are told of and left out', async () => {
    const some = createTestSite({
      'astro.config.mjs': config("{ jekyll: './gammal', jekyllPages: ['about.md', 'trasig.txt'] }"),
      ...gammal({
        ...FOLDER,
        'trasig.txt': post('layout: null', 'x\n{% finns_inte %}'),
        'mall.liquid': post('permalink: /mall/', 'x'),
      }),
    });
    const { code, output: said } = await some.build();
    expect(code, said).toBe(0);
    expect(said).toMatch(/gammal\/sok\.json\n +1:1 warning \/sok\.json is made by Liquid/);
    expect(said).toMatch(
      /gammal\/trasig\.txt\n +6:1 warning \/trasig\.txt is made by Liquid.*: {% finns_inte %} is a tag/,
    );
    expect(said).toContain('Give the file the ending .html: Jekyll writes it as /mall/index.liquid');
    for (const path of ['sok.json', 'trasig.txt']) expect(some.exists(path), path).toBe(false);
  });

  test.each([
    ['pretty', ['about/index.html', 'recept/bröd/index.html', 'kontakt/index.html']],
    ['/:year/:title/', ['about/index.html', 'recept/bröd/index.html']],
    ['weekdate', ['about.html', 'recept/bröd.html']],
    ['/:title:output_ext', ['about.html']],
  ])("follow the site's permalink %s as Jekyll lets them", async (permalink, expected) => {
    const styled = createTestSite({
      'astro.config.mjs': config("{ jekyll: './gammal', jekyllPages: ['about.md', 'kontakt/**', '_recept/bröd.md'] }"),
      ...gammal({ ...FOLDER, '_config.yml': `${FOLDER['_config.yml']}permalink: ${permalink}\n` }),
    });
    const { code, output: said } = await styled.build();
    expect(code, said).toBe(0);
    const ours = Object.keys(styled.snapshot());
    expect(withJekyll(styled)).toEqual(expect.arrayContaining(expected));
    expect(ours).toEqual(expect.arrayContaining(expected));
    expect(ours.some((path) => path.includes('egen-plats'))).toBe(false);
  });

  test('without a text of their own show what their layout makes, without the theme’s scripts', async () => {
    const lists = createTestSite({
      'astro.config.mjs': config("{ jekyll: './gammal', jekyllPages: true }"),
      ...gammal({
        '_config.yml': 'title: Gammal\n',
        '_data/projekt.yml': '- Ett\n- Två\n',
        '_layouts/default.html': '<!doctype html><html><body>{{ content }}</body></html>',
        '_layouts/listor/projekt.html':
          '---\nlayout: default\n---\n{{ content }}<link rel="stylesheet" href="a.css">{% include skript.html %}\n{% for namn in site.data.projekt %}<h2 id="{{ page.title }}-{{ namn }}">{{ namn }}</h2>{% endfor %}',
        '_layouts/trasig.html': '---\nlayout: default\n---\n<style>\na{}\n</style>\n{% finns_inte %}',
        '_posts/2022-06-02-ett.md': post('title: Ett'),
        'projekt.md': post('title: Projekt\nlayout: listor/projekt', '<!-- inget -->\n'),
        'mer.html': post('title: Mer\nlayout: listor/projekt', '\n'),
        'egen.md': post('title: Egen\nlayout: listor/projekt', 'Egen text.'),
        'tom.md': post('title: Tom\nlayout: default', ''),
        'trasig.md': post('title: Trasig\nlayout: trasig', ''),
        'temats.md': post('title: Temats\nlayout: finns-inte', ''),
        'temat.md': post('title: Temat\nlayout: finns-inte', ''),
        '_includes/huvud.html': '<!doctype html><html><script src="https://a.se/x.js"></script><body>',
        '_layouts/delad.html': '---\n---\n{% include huvud.html %}{{ content }}</body></html>',
        'delad.md': post('title: Delad\nlayout: delad', ''),
        '_includes/skript.html': '<script src="https://a.se/x.js"></script>',
      }),
    });
    const { code, output: said } = await lists.build();
    expect(code, said).toBe(0);
    const texts = Object.fromEntries(
      ['projekt', 'mer', 'egen', 'tom', 'trasig', 'temats', 'delad'].map((name) => {
        const [content] = findAll(lists.read(`${name}.html`), (element) => hasClass(element, 'e-content'));
        return [name, content ? textOf(content).replace(/\s+/g, ' ').trim() : undefined];
      }),
    );
    expect(texts).toEqual({
      projekt: 'EttTvå',
      mer: 'EttTvå',
      egen: 'Egen text.',
      tom: '',
      trasig: '',
      temats: '',
      delad: '',
    });
    expect(lists.read('projekt.html')).toContain('<h2 id="Projekt-Två">');
    expect(lists.read('projekt.html')).not.toMatch(/a\.se|a\.css/);
    expect(lists.read('delad.html')).not.toContain('a.se');
    expect(said).toMatch(
      /gammal\/_layouts\/trasig\.html\n +7:1 warning gammal\/trasig\.md has no text of its own, and its layout `trasig` cannot be used here: \{% finns_inte %\} is a tag/,
    );
    expect(said).toMatch(
      /gammal\/_layouts\n +warning gammal\/temat\.md has no text of its own \(and 1 more with this layout\), and its layout `finns-inte` is not in this folder/,
    );
    expect(said.match(/\[page-empty\]/g)).toHaveLength(2);
  });

  test('that cannot be rendered stop the build with file and line', async () => {
    const broken = createTestSite({
      'astro.config.mjs': config("{ jekyll: './gammal', jekyllPages: true }"),
      ...gammal({ ...FOLDER, 'about.md': post('title: Om', 'Rad\n\n{% finns_inte %}') }),
    });
    const { code, output: said } = await broken.build();
    expect(code).toBe(1);
    expect(said).toMatch(/gammal\/about\.md\n +7:1 error \{% finns_inte %\} is a tag that does not exist/);
  });
});
