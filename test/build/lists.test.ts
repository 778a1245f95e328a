import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attribute, findAll, hasClass, textOf } from '../helpers/html.ts';
import { config, createTestSite, post, removeTestSites, type TestSite } from '../helpers/site.ts';

afterAll(removeTestSites);

const OPTIONS = `{ locales: { en: { label: 'English' } }, postsPerPage: 2, sort: 'updated', slugs: 'keep',
  paginatePath: '/blad/sida:num/', pages: { tag: '/kategori/:slug.html', keyword: '/amne/:slug/' } }`;
const TAGS = `teknik: Teknik
medtech: { label: Medicinteknik, parent: teknik, colour: '#0a7d57', locales: { en: { label: Medical devices } } }
`;

describe('lists of a real site', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = createTestSite({
      'astro.config.mjs': config(OPTIONS),
      '_data/tags.yml': TAGS,
      '_posts/2022-06-01-a.md': post(
        'title: A\ntags: medtech Ärenden Åka öl zon\ntags_extra: HSA\ncategories: Nytt\nseries: { name: Serien, part: 1 }\ntranslation_key: k\nupdated: 2023-01-01',
      ),
      '_posts/2022-06-02-b.md': post('title: B\ntags: medtech Ärenden\nseries: { name: Serien, part: 2 }'),
      '_posts/2022-06-03-c.md': post('title: C\ntags: Äpple\nseries: { name: Serien, part: 3 }'),
      '_posts/en/2022-06-03-d.md': post('title: D\ntags: medtech\ntranslation_key: k'),
      '_posts/en/2022-06-04-e.md': post('title: E\ntags: medtech'),
    });
    const { code, output } = await site.build({ REDAKTION_NOW: '2026-11-23T00:00:00Z' });
    expect(code, output).toBe(0);
  });
  const texts = (path: string, name: string): string[] =>
    findAll(site.read(path), (element) => hasClass(element, name)).map((element) => textOf(element).trim());

  test('put the latest changed first, at the owner’s paths', () => {
    expect(
      [...site.read('blad/sida1/index.html').matchAll(/<h2[^>]*>[\s\S]*?>([A-E])<\/a>/g)].map(([, title]) => title),
    ).toEqual(['A', 'C']);
    expect(site.read('blad/sida2/index.html')).toContain('>B</a>');
  });

  test('index tags by letter, å ä ö last, and by number of posts', () => {
    expect(texts('tags/index.html', 'rd-index__letter')).toEqual(['M', 'T', 'Z', 'Å', 'Ä', 'Ö']);
    const labels = (path: string) =>
      findAll(site.read(path), (element) => hasClass(element, 'rd-term')).map((element) => textOf(element).trim());
    expect(labels('tags/index.html')).toEqual(['Medicinteknik', 'Teknik', 'zon', 'Åka', 'Äpple', 'Ärenden', 'öl']);
    expect(labels('tags/efter-antal/index.html').slice(0, 2)).toEqual(['Medicinteknik', 'Ärenden']);
  });

  test('keep letters in addresses, and give tags a dot of their colour', () => {
    expect(site.exists('kategori/ärenden.html')).toBe(true);
    const page = site.read('2022/06/02/b.html');
    expect(page).toContain('href="/kategori/%C3%A4renden.html"');
    expect(page).toMatch(/<circle[^>]* fill="#0a7d57"/);
    expect(page).not.toMatch(/ style=/);
  });

  test('make pages of tags_extra when asked', () => {
    expect(site.read('amne/hsa/index.html')).toContain('>A</a>');
    expect(site.read('nytt/2022/06/01/a.html')).toMatch(/<meta name="keywords" content="[^"]*HSA/);
  });

  test('show a series in order with the part before and after, and say why posts are related', () => {
    const page = site.read('2022/06/02/b.html');
    expect(texts('2022/06/02/b.html', 'rd-parts__steps')).toEqual([
      expect.stringMatching(/Föregående del: A\s*Nästa del: C/),
    ]);
    expect(texts('2022/06/02/b.html', 'rd-parts')).toEqual([expect.stringMatching(/A\s*B \(den här delen\)\s*C/)]);
    expect(page).toContain('Delar Medicinteknik och Ärenden');
  });

  test('are each language’s own; the switch leads to a translation, else to the language’s home', () => {
    const a = site.read('nytt/2022/06/01/a.html');
    const link = (html: string, lang: string) =>
      findAll(html, (element) => element.tagName === 'a' && attribute(element, 'hreflang') === lang).map((element) =>
        attribute(element, 'href'),
      );
    expect(link(a, 'en')).toContain('/en/2022/06/03/d.html');
    expect(a).toContain('<link rel="alternate" hreflang="en" href="https://exempel.se/en/2022/06/03/d.html"');
    expect(link(site.read('2022/06/02/b.html'), 'en')).toEqual(['/en/']);
    expect(site.read('2022/06/02/b.html')).not.toContain('<link rel="alternate" hreflang');
    const tag = site.read('en/kategori/medical-devices.html');
    expect(tag).toContain('<html lang="en"');
    expect(tag).toContain('2 posts');
    expect(link(tag, 'sv')).toEqual(['/kategori/medicinteknik.html']);
    expect(site.read('en/feed.xml')).toContain('<title>E</title>');
    expect(site.read('en/feed.xml')).not.toContain('<title>A</title>');
    expect(site.read('feed.xml')).not.toContain('<title>D</title>');
  });
});

test('a site without posts says so', async () => {
  const site = createTestSite({ '_posts/README.md': 'Här läggs artiklar.' });
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  for (const path of ['index.html', 'artiklar/index.html', 'tags/index.html', 'arkiv/index.html'])
    expect(site.read(path), path).toContain('Här finns inga artiklar ännu.');
});
