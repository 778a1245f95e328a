import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { config, createTestSite, post, removeTestSites, type TestSite } from '../helpers/site.ts';

const MDX = `import Ruta from '../src/Ruta.astro';

Ingress med [länk](/om/).

## Första

<Ruta text="I rutan & utanför" />

Summa {1 + 1}.`;

const RUTA = `---
const { text } = Astro.props;
const { page } = Astro.locals.redaktion;
---
<aside onclick="x()">{text} ({page.title})</aside>
<script is:inline>alert(1)</script>
<style>aside { color: red }</style>
<iframe src="https://annan.se" title="x"></iframe>`;

const OPTIONS = "{ title: 'Bladet', markdownFiles: true, llms: true, permalink: '/:title/' }";
let site: TestSite;

beforeAll(async () => {
  site = createTestSite({
    'astro.config.mjs': config(OPTIONS),
    'src/Ruta.astro': RUTA,
    '_posts/2022-06-02-a.md': post(
      'title: "A & B"\npermalink: /arkivet/a b.html',
      'Se [b](/b/).\n\n<!--more-->\n\n## Rubrik\n\nSlut.',
    ),
    '_posts/2022-06-03-c.mdx': post('title: C', MDX),
    '_posts/2022-06-04-gomd.md': post('title: Gömd\nunlisted: true'),
    '_posts/2099-01-01-sen.md': post('title: Sen'),
  });
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
});
afterAll(removeTestSites);

describe('twins in Markdown', () => {
  test('lie beside the pages of listed posts, which lead to them', () => {
    expect(site.read('arkivet/a b.md')).toMatch(
      /^# A \\& B\n\n(?:- .*\n)+\nSe \[b\]\(https:\/\/exempel\.se\/b\/\)\.\n\n## Rubrik\n\nSlut\.\n$/,
    );
    expect(site.read('arkivet/a b.html')).toContain(
      '<link rel="alternate" type="text/markdown" href="/arkivet/a%20b.md"',
    );
    expect(site.read('c/index.html')).toContain('<link rel="alternate" type="text/markdown" href="/c/index.md"');
    const files = Object.keys(site.snapshot());
    expect(files.filter((file) => file.endsWith('.md')).sort()).toEqual(['arkivet/a b.md', 'c/index.md']);
    expect(site.read('gomd/index.html')).not.toContain('text/markdown');
  });

  test('of MDX have its text without imports', () => {
    const twin = site.read('c/index.md');
    expect(twin).toContain('Ingress med [länk](https://exempel.se/om/).\n\n## Första\n\n');
    expect(twin).not.toMatch(/import|<Ruta/);
  });

  test('stand in llms.txt, and whole in llms-full.txt', () => {
    expect(site.read('llms.txt')).toContain('- [C](https://exempel.se/c/index.md)');
    expect(site.read('llms.txt')).toContain('(https://exempel.se/arkivet/a%20b.md)');
    const full = site.read('llms-full.txt');
    expect(full).toContain('# C\n');
    expect(full).toContain('## Rubrik\n\nSlut.');
    expect(site.read('llms.txt') + full).not.toMatch(/Gömd|Sen\b/);
  });
});

test('feeds have the whole of an MDX post, its components without scripts, styles and frames', () => {
  const feed = JSON.parse(site.read('feed.json')) as { items: { title: string; content_html: string }[] };
  const html = feed.items.find(({ title }) => title === 'C')?.content_html ?? '';
  expect(html).toContain('<p>Ingress med <a href="https://exempel.se/om/">länk</a>.</p>');
  expect(html).toContain('<h2 id="första">Första</h2>');
  expect(html).toContain('I rutan &amp; utanför (C)');
  expect(html).toContain('Summa 2.');
  expect(html).not.toMatch(/alert|<style|iframe|onclick/);
  expect(site.read('feed.xml')).toContain('I rutan');
  expect(site.read('atom.xml')).toContain('Summa 2.');
});
