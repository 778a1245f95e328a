import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWithJekyll } from '../../packages/astro-redaktion/src/cli/verify/jekyll-build.ts';
import { findAll, hasClass, textOf } from '../helpers/html.ts';
import { config, createTestSite, post, removeTestSites, type TestSite } from '../helpers/site.ts';

/** What a template shows, in blocks that both sites print. */
const shown = (...templates: string[]): string =>
  templates.map((text) => `<div class="visat">${text}</div>`).join('\n\n');

const FACTS =
  '{{ page.categories | jsonify }} {{ page.tags | jsonify }} {{ page.title }}|{{ page.slug }}|{{ page.ext }}|{{ page.category }}|{{ page.draft }}|{{ page.id }}|{{ page.url }}';
const LISTS = [
  '{% for t in site.lag %}{{ t.namn }}|{{ t.title }}|{{ t.content | strip_newlines }}|{{ t.excerpt | strip_newlines }}|{{ t.url }}|{{ t.path }}|{{ t.collection }};{% endfor %}',
  '{% for l in site.collections %}{{ l.label }} {{ l.output }} {{ l.titel }} {{ l.docs.size }} {{ l.relative_directory }};{% endfor %}',
  '{% for l in site.fragor %}{{ l.slug }}{% endfor %} {% for l in site.ordnat %}{{ l.slug }}{% endfor %} {% for l in site.moten %}{{ l.slug }}{% endfor %} {{ site.tomt.size }}',
  '{% for d in site.documents %}{{ d.path }} {% endfor %}',
  '{% for d in site.docs %}{{ d.categories | jsonify }} {{ d.tags | jsonify }} {{ d.url }} {{ d.id }} {% endfor %}',
  '{% for d in site.blandat %}{{ d.slug }} {{ d.url }} {{ d.previous.slug }}{% endfor %} {% for d in site.tider %}{{ d.slug }}{% endfor %} {% for d in site.tal %}{{ d.title }} {% endfor %}',
  '{% for p in site.pages %}{% unless p.name contains "feed" %}{{ p.path }} {% endunless %}{% endfor %} {% for t in site.tags %}{{ t.title }}{% endfor %} {% for f in site.folk %}{{ f.namn }}{{ f.content }}{% endfor %}',
  '{% assign bo = site.lag | where: "namn", "Bo" | first %}{{ bo.title }} {% link _fragor/x.md %}',
];

const FOLDER: Record<string, string> = {
  '_config.yml': `title: Gammal
url: https://exempel.se
timezone: Europe/Stockholm
collections:
  docs: { output: true, permalink: '/:collection/:categories/:title:output_ext' }
  lag: {}
  fragor: { output: true, sort_by: nr, titel: Frågor }
  ordnat: { order: [c.md, a.md] }
  moten: { output: true, sort_by: title }
  tomt: {}
  blandat: { permalink: '/:collection:path/' }
  tider: { sort_by: date }
  tal: { output: true, sort_by: title }
  tags: { output: true }
  folk: {}
defaults:
  - { scope: { path: '', type: docs }, values: { categories: [Vanlig Kat] } }
  - { scope: { path: _docs/under }, values: { tags: [x] } }
`,
  '_includes/i.html': '<i>inkl</i>',
  '_docs/a.md': post('category: Foo Bar\ntags: a b', shown(FACTS)),
  '_docs/2020-01-02-b-fil.md': post('categories: c1 C2\ntag: en tagg', shown(FACTS)),
  '_docs/under/c.md': post('title: T', shown(FACTS)),
  '_docs/under/d.html': post('permalink: /:categories/x/:title.html\ncategories: [q]', shown(FACTS)),
  '_lag/anna.md': post('namn: Anna', '*Anna* är {{ page.namn }}. [Länk](/x)\n\nAndra stycket.'),
  '_lag/bo.md': post('namn: Bo\nexcerpt: "Kort *text*"', '# Rubrik\n\nText {% include i.html %}'),
  '_lag/cara.html': post('namn: Cara', '<b>*rå*</b> {{ page.slug }}'),
  ...Object.fromEntries(
    [
      ['x', '3'],
      ['y', '1'],
      ['z', 'null'],
    ].map(([name, number]) => [
      `_fragor/${name}.md`,
      post(
        `nr: ${number}`,
        `F\n\n${shown('{{ page.previous.slug }} {{ page.next.slug }} {{ page.excerpt | strip_html | strip }}')}`,
      ),
    ]),
  ),
  ...Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`_ordnat/${name}.md`, post('', name)])),
  '_moten/2020-05-05-b.md': post(
    'title: Åsa',
    `*b*\n\n${shown('{% for t in site.lag %}{{ t.content | strip_newlines }};{% endfor %}')}`,
  ),
  '_moten/a.md': post(
    'title: Zeta\ndate: 2021-01-01',
    `*a*\n\n${shown('{% for t in site.moten %}{{ t.content | truncate: 4, "" }};{% endfor %}')}`,
  ),
  '_moten/2099-01-01-sen.md': post('title: Sen', 'Inte än.'),
  '_blandat/a.md': post('', 'a'),
  '_blandat/b.md': post('date: 2020-01-01', 'b'),
  '_blandat/c.md': post('date: 2019-01-01', 'c'),
  '_blandat/d..md': post('', 'd'),
  '_blandat/e.md': post('date: 2018-01-01', 'e'),
  '_tider/2019-01-01-a.md': post('', 'a'),
  '_tider/b.md': post('date: 2018-01-01', 'b'),
  '_tider/c.md': post('date: 2021-01-01', 'c'),
  '_tal/a.md': post('title: 10', 'a'),
  '_tal/b.md': post('title: 9', 'b'),
  // Rendered before anything lists it.
  '_tal/c.md': post('', shown('{{ page.title }} {{ page.excerpt | strip_html | truncate: 5 }}')),
  '_tags/t.md': post('title: Tagg', 't'),
  '_folk/jana.yml': '---\nnamn: Jana\n',
  'z/a.md': post('', 'a'),
  'z/index.md': post('', 'a'),
  'z/y/index.md': post('', 'a'),
  'sida.html': post('', shown(...LISTS)),
  'egen.md': post('categories: [a, b]\npermalink: /:categories/y.html', shown(FACTS)),
  '_posts/2020-01-01-p.md': post('title: P', shown(...LISTS)),
};

const PAGES = [
  '2020/01/01/p.html',
  'sida.html',
  'tal/c.html',
  ':categories/y.html',
  'docs/vanlig kat/foo bar/a.html',
  'docs/vanlig kat/c1/c2/b-fil.html',
  'docs/vanlig kat/c.html',
  'vanlig kat/q/x/d.html',
  'fragor/x.html',
  'fragor/y.html',
  'fragor/z.html',
  'moten/2020-05-05-b.html',
  'moten/a.html',
];

describe('collections of a Jekyll folder', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = createTestSite({
      'astro.config.mjs': config("{ jekyll: './gammal', jekyllPages: true }"),
      ...Object.fromEntries(Object.entries(FOLDER).map(([path, text]) => [`gammal/${path}`, text])),
    });
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    buildWithJekyll(join(site.root, 'gammal'), join(site.root, '_site'));
  });
  afterAll(removeTestSites);

  test.each(PAGES)('show templates what Jekyll shows them: %s', (path) => {
    const blocks = (html: string): string[] => findAll(html, (element) => hasClass(element, 'visat')).map(textOf);
    const theirs = blocks(readFileSync(join(site.root, '_site', path), 'utf8'));
    expect(theirs.length).toBeGreaterThan(0);
    expect(blocks(site.read(path))).toEqual(theirs);
  });

  test('have no pages without `output`, or before their date', () => {
    for (const path of ['lag/anna.html', 'ordnat/a.html', 'moten/2099-01-01-sen.html'])
      expect(site.exists(path)).toBe(false);
  });

  test('cannot be linked to without it', async () => {
    site.write('gammal/sida.html', post('', '{% link _lag/anna.md %}'));
    const { code, output } = await site.build();
    expect(code).toBe(1);
    expect(output).toMatch(/sida\.html\n +5:1 error .*_lag\/anna\.md/);
  });
});
