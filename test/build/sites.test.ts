import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { config, createTestSite, post, removeTestSites, type TestSite } from '../helpers/site.ts';

afterAll(removeTestSites);

const three = {
  '_posts/2022-06-02-a.md': post(
    'title: Första\ntags: Hälsa_vård b',
    'Utdrag *ett*.\n\n<!--more-->\n\n## Rubrik\n\nMer.',
  ),
  '_posts/2022-06-03-b.md': post('title: Andra\ntags: b\nauthor: Åsa', 'Två.'),
  '_posts/2022-06-04-c.md': post('title: Tredje\ndate: 2022-06-04 00:30:00 +0200', 'Tre.'),
};

describe('a site', () => {
  let plain: TestSite;
  beforeAll(async () => {
    plain = createTestSite(three);
    const { code, output } = await plain.build();
    expect(code, output).toBe(0);
  });

  test('is the same, byte for byte, under any time zone and language of the machine', async () => {
    const environments = [
      { TZ: 'Pacific/Kiritimati', LANG: 'sv_SE.UTF-8' },
      { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' },
    ];
    const site = createTestSite(three);
    const snapshots = [];
    for (const environment of environments) {
      const { code, output } = await site.build({ REDAKTION_NOW: '2026-11-23T00:00:00Z', ...environment });
      expect(code, output).toBe(0);
      snapshots.push(site.snapshot());
      site.remove('node_modules');
    }
    expect(snapshots[1]).toEqual(snapshots[0]);
    expect(site.exists('2022/06/04/c.html')).toBe(true);
  });

  test('in English has no Swedish text', async () => {
    const site = createTestSite({
      'astro.config.mjs': config("{ lang: 'en', title: 'Site', postsPerPage: 1 }"),
      '_posts/2022-06-02-a.md': post(
        'title: One\ntags: x',
        'Text.\n\n<!--more-->\n\n## A\n\n{% include toc.md %}\n\n## B',
      ),
      '_posts/2022-06-03-b.md': post('title: Two\ntags: x\nauthor: Ann'),
    });
    expect((await site.build()).code).toBe(0);
    const pages = Object.keys(site.snapshot()).filter((path) => path.endsWith('.html'));
    expect(pages).toContain('posts/2/index.html');
    for (const path of pages)
      expect(site.read(path).replace(/<style[\s\S]*?<\/style>/g, ''), path).not.toMatch(
        /[åäöÅÄÖ]|Läs|Sida|Taggar|Hoppa|Senaste/,
      );
    expect(site.read('2022/06/02/a.html')).toContain('<html lang="en"');
  });

  test("keeps the addresses of a style of Jekyll's, or of a pattern", async () => {
    const expected: Record<string, string> = {
      pretty: '2022/06/02/a/index.html',
      '/blogg/:year/:title/': 'blogg/2022/a/index.html',
    };
    for (const [permalink, file] of Object.entries(expected)) {
      const site = createTestSite({
        'astro.config.mjs': config(`{ permalink: '${permalink}' }`),
        '_posts/2022-06-02-a.md': post('title: A'),
      });
      expect((await site.build()).code).toBe(0);
      expect(Object.keys(site.snapshot())).toContain(file);
    }
  });

  test('honours base, trailingSlash and build.format', async () => {
    const settings: [string, string, string][] = [
      ["base: '/blogg', trailingSlash: 'always',", '/blogg/tags/b/', 'tags/b/index.html'],
      ["trailingSlash: 'never',", '/tags/b', 'tags/b.html'],
      ["build: { format: 'file' },", '/tags/b.html', 'tags/b.html'],
      ["build: { format: 'preserve' },", '/tags/b.html', 'tags/b.html'],
    ];
    for (const [setting, href, file] of settings) {
      const site = createTestSite({
        ...three,
        'astro.config.mjs': config('{}', `site: 'https://exempel.se', ${setting}`),
      });
      const { code, output } = await site.build();
      expect(code, output).toBe(0);
      const base = setting.startsWith('base') ? '/blogg' : '';
      expect(Object.keys(site.snapshot()), setting).toContain(file);
      const page = site.read('2022/06/02/a.html');
      expect(page, setting).toContain(`href="${href}"`);
      expect(page).toContain(`<link rel="canonical" href="https://exempel.se${base}/2022/06/02/a.html"`);
    }
  });

  test("gives way to a page of the owner's own, quietly", async () => {
    const site = createTestSite({
      ...three,
      'src/pages/index.astro': '<p>Min egen startsida</p>',
      'src/pages/tags/index.astro': '<p>Mina taggar</p>',
    });
    const { code, output } = await site.build();
    expect(code).toBe(0);
    expect(site.read('index.html')).toContain('Min egen startsida');
    expect(site.read('tags/index.html')).toContain('Mina taggar');
    expect(output).not.toContain('[WARN]');
  });

  test('lets a slot be replaced, and the default be wrapped', async () => {
    const site = createTestSite({
      ...three,
      'astro.config.mjs': config("{ components: { Footer: './src/Footer.astro', PostCard: './src/Card.astro' } }"),
      'src/Footer.astro':
        '---\nimport Footer from \'astro-redaktion/components/Footer.astro\';\n---\n<div id="mine"><Footer /></div>',
      'src/Card.astro': '---\nconst { post } = Astro.props;\n---\n<p class="own-card">{post.title}</p>',
    });
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    expect(site.read('index.html')).toMatch(/<div id="mine">\s*<footer/);
    expect(site.read('index.html')).toContain('<p class="own-card">Tredje</p>');
  });

  test('marks posts up with microformats, the content class round the body alone', async () => {
    const page = plain.read('2022/06/02/a.html');
    for (const name of ['h-entry', 'p-name', 'e-content', 'dt-published', 'p-category']) expect(page).toContain(name);
    const content = /<div class="[^"]*e-content[^"]*"[^>]*>([\s\S]*?)<\/div>/.exec(page)?.[1] ?? '';
    expect(content).toContain('Utdrag <em>ett</em>.');
    expect(content).not.toContain('p-category');
    expect(plain.read('tags/halsa-vard/index.html')).toContain('Hälsa vård');
  });

  test('renders anew what a change touches: text, option, plugin', async () => {
    const site = plain;
    expect(site.read('2022/06/02/a.html')).toContain('Mer.');
    site.write('_posts/2022-06-02-a.md', three['_posts/2022-06-02-a.md'].replace('Mer.', 'Ändrat.'));
    await site.build();
    expect(site.read('2022/06/02/a.html')).toContain('Ändrat.');
    const plugin = (word: string, version: string): string =>
      config(
        `{ plugins: [{ name: 'p', version: '${version}', markdown: { key: '${version}', html: (html) => html.replace('Ändrat', '${word}') } }] }`,
      );
    site.write('astro.config.mjs', plugin('Ett', '1'));
    await site.build();
    expect(site.read('2022/06/02/a.html')).toContain('Ett.');
    site.write('astro.config.mjs', plugin('Två', '2'));
    await site.build();
    expect(site.read('2022/06/02/a.html')).toContain('Två.');
    site.remove('_posts/2022-06-03-b.md');
    await site.build();
    expect(site.exists('2022/06/03/b.html')).toBe(false);
  });

  const DEEP = 'Ingress.\n\n## Ett\n\n#### Djup\n\n## Två\n\n## Tre\n\nText.';
  test.each([
    ['satteri', '', ''],
    ['unified', 'markdown: { processor: unified() },', "import { unified } from '@astrojs/markdown-remark';"],
  ])('puts tables of contents where the author wants them, with %s', async (_name, setting, imports) => {
    const site = createTestSite({
      'astro.config.mjs': config('{ toc: { from: 2, to: 3 } }', `site: 'https://exempel.se', ${setting}`, imports),
      '_posts/2022-06-02-a.md': post('title: A', 'Ingress.\n\n{% include toc.md %}\n\n## Ett\n\n### Ett ett\n\n## Två'),
      '_posts/2022-06-03-b.md': post('title: B', 'Ingress.\n\n## Innehåll\n\n## Första\n\nText.\n\n## Andra'),
      '_posts/2022-06-05-d.md': post('title: D\ntoc: {to: 4, exclude: Två}', DEEP),
      '_posts/2022-06-06-e.md': post('title: E\ntoc: false', DEEP),
      '_posts/2022-06-07-f.md': post('title: F', DEEP),
      '_posts/2022-06-04-c.mdx': post('title: C', 'Ingress.\n\n## Innehåll\n\n## Första\n\nText {1 + 1}.\n\n## Andra'),
    });
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    expect(site.read('2022/06/02/a.html')).toMatch(
      /e-content[\s\S]*rd-toc[\s\S]*href="#ett"[\s\S]*href="#ett-ett"[\s\S]*href="#två"/,
    );
    for (const file of ['2022/06/03/b.html', '2022/06/04/c.html']) {
      expect(site.read(file), file).toMatch(
        /id="innehåll"[\s\S]*<a href="#f[^"]*rsta">Första<\/a>[\s\S]*<a href="#andra">Andra<\/a>[\s\S]*id="första"/,
      );
    }
    const listed = (file: string) => site.read(file).match(/(?<=<li><a href="#)[^"]+/g) ?? [];
    expect(listed('2022/06/05/d.html')).toEqual(['ett', 'djup', 'tre']);
    expect(listed('2022/06/06/e.html')).toEqual([]);
    expect(listed('2022/06/07/f.html')).toEqual(['ett', 'två', 'tre']);
    expect(site.read('2022/06/04/c.html')).toContain('Text 2.');
    expect(site.read('2022/06/04/c.html')).toMatch(/<nav class="[^"]*rd-toc[\s\S]*href="#andra"/);
  });

  test('sets titles and texts of all posts as a printer would, and leaves them to machines as they were written', async () => {
    const title = `title: '"Tio år" - 10 % mer'\ndescription: "Den 1 juni - i dag"`;
    const site = createTestSite({
      'astro.config.mjs': config("{ footnotes: 'popover' }"),
      '_posts/2022-06-02-a.md': post(title, 'Ingress.\n\n## Den 1 juni\n\nTio “kr” är 10 %.[^1]\n\n[^1]: Not 5 kr.'),
      '_posts/2022-06-03-b.mdx': post(
        title,
        'Ingress {1 + 1}.\n\n## Den 1 juni\n\nTio “kr” är 10 %.[^1]\n\n<astro-island>10 %<astro-island>5 kr</astro-island>1 juni</astro-island>\n\n[^1]: Not 5 kr.',
      ),
    });
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    for (const file of ['2022/06/02/a.html', '2022/06/03/b.html']) {
      const page = site.read(file);
      expect(page).toContain('p-name">”Tio år”\u00a0– 10\u00a0% mer</h1>');
      expect(page).toContain('p-summary">Den 1\u00a0juni\u00a0– i dag</p>');
      expect(page).toContain('<title>&quot;Tio år&quot; - 10 % mer – ');
      expect(page).toContain('"headline":"\\"Tio år\\" - 10 % mer"');
      expect(page).toMatch(
        /<h2 id="den-1-juni">Den 1\u00a0juni<\/h2><a class="rd-anchor" href="#den-1-juni" aria-label="[^"]+">/,
      );
      expect(page).toContain('Tio ”kr” är 10\u00a0%.');
      expect(page).toContain('Not 5\u00a0kr.');
      expect(page).toContain('popovertarget="rd-note-1"');
    }
    expect(site.read('2022/06/03/b.html')).toContain('>10 %<astro-island>5 kr</astro-island>1 juni</');
    const { items } = JSON.parse(site.read('feed.json')) as { items: { title: string; content_html: string }[] };
    for (const item of items) {
      expect(item.title).toBe('"Tio år" - 10 % mer');
      expect(item.content_html).toContain('är 10\u00a0%.');
    }
  });

  test('publishes a Jekyll folder as it stands', async () => {
    const site = createTestSite({
      'astro.config.mjs': config("{ jekyll: './gammal' }"),
      'gammal/_config.yml': 'title: Gammal blogg\ntimezone: Europe/Stockholm\npermalink: pretty\n',
      'gammal/_includes/ruta.html': '<div class="ruta">{{ include.text }}</div>',
      'gammal/nyheter/_posts/2022-06-02-ett.markdown': post(
        'title: Ett\ntags: x',
        'Text {: inte}\n\n* TOC\n{:toc}\n\n## A {#egen}\n\nP\n{: .klass}\n\n{% include ruta.html text="Hej" %}',
      ),
    });
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    const page = site.read('nyheter/2022/06/02/ett/index.html');
    expect(page).toContain('id="egen"');
    expect(page).toContain('<p class="klass">P</p>');
    expect(page).toContain('<div class="ruta">Hej</div>');
    expect(page).toContain('Gammal blogg');
    expect(page).toContain('id="markdown-toc"');
  });
});

describe('a post', () => {
  test('has footnotes in the language of the site, which stand in no table of contents', async () => {
    const site = createTestSite({
      '_posts/2022-06-02-a.md': post(
        'title: A',
        'Ett[^1].\n\n{% include toc.md %}\n\n## Två\n\n## Tre\n\n```js\nlet a;\n```\n\n[^1]: Not.',
      ),
    });
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    const page = site.read('2022/06/02/a.html');
    expect(page).toContain('>Fotnoter</h2>');
    expect(page).not.toContain('href="#footnote-label"');
    expect(page).not.toMatch(/Footnotes|Back to/);
    expect(page).toContain('<pre tabindex="0"');
  });
});
