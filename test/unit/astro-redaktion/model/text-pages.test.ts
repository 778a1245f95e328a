import { describe, expect, test } from 'vitest';
import type { TextPageData } from '../../../../packages/astro-redaktion/src/types.ts';
import { pageAt, problemLines, TWO_LANGUAGES, tableSite } from '../../../helpers/table-site.ts';

const text = { html: '<p>Text</p>', headings: [], images: [], excerpt: '', components: [], more: false };

function about(given: Partial<TextPageData> = {}): TextPageData {
  return {
    source: { file: 'about.md', bodyLine: 4 },
    title: 'Om oss',
    place: '/om/',
    bare: false,
    inSitemap: true,
    redirectFrom: [],
    text,
    digest: 'd',
    ...given,
  };
}

describe('a page that is no post', () => {
  test('stands at its own address, under the home page', () => {
    const site = tableSite({ a: {} }, { base: '/blogg/' }, { pages: [about({ place: '/på/plats.html' })] });
    const page = pageAt(site, 'på/plats.html', 'page');
    expect(page.url).toBe('/blogg/p%C3%A5/plats.html');
    expect(page.crumbs).toEqual([{ label: 'Start', url: '/blogg/' }, { label: 'Om oss' }]);
    expect(site.posts.map(({ title }) => title)).toEqual(['a']);
  });

  test('answers at its old addresses, and may only lead elsewhere', () => {
    const pages = [about({ redirectFrom: ['/gammal'] }), about({ place: '/ut/', redirectTo: '/om/' })];
    const site = tableSite({}, { base: '/blogg/' }, { pages });
    expect(pageAt(site, 'gammal', 'redirect').to).toBe('/blogg/om/');
    expect(pageAt(site, 'ut', 'redirect').to).toBe('/blogg/om/');
  });

  test('belongs to the language that it names, else to the main one', () => {
    const pages = [about({ lang: 'en' }), about({ place: '/sv/', lang: 'de' })];
    const site = tableSite({}, { locales: TWO_LANGUAGES }, { pages });
    expect(pageAt(site, 'om', 'page').lang).toBe('en');
    expect(pageAt(site, 'sv', 'page').lang).toBe('sv');
  });

  test('has a key that changes with its text, as no other page has', () => {
    const keys = (digest: string): string[] =>
      ['om', ''].map((path) => tableSite({ a: {} }, {}, { pages: [about({ digest })] }).pages.get(path)?.key ?? '');
    const [before, after] = [keys('1'), keys('2')];
    expect(before[0]).not.toBe(after[0]);
    expect(before[1]).toBe(after[1]);
  });

  test('gives way to an index of ours at its address, with a warning', () => {
    const site = tableSite({ a: { tags: 'x' } }, {}, { pages: [about({ place: '/tags/', redirectFrom: ['/t/'] })] });
    expect(problemLines(site)).toEqual([
      'warning page-gave-way about.md: about.md is not published: at its address /tags/ there is the index of tags (`pages`).',
    ]);
    expect([pageAt(site, 'tags', 'terms').kind, pageAt(site, 't', 'redirect').to]).toEqual(['terms', '/tags/']);
  });

  test('leaves a redirect at its file where that is beside the folder of ours', () => {
    const page = about({ place: '/tags', source: { file: 'tags.html', bodyLine: 1 } });
    const site = tableSite({ a: { tags: 'x' } }, { base: '/b/' }, { pages: [page] });
    expect(pageAt(site, 'tags.html', 'redirect')).toMatchObject({ url: '/b/tags.html', to: '/b/tags/' });
    const taken = tableSite({ a: { tags: 'x', redirectFrom: ['/tags.html'] } }, {}, { pages: [page] });
    expect(pageAt(taken, 'tags.html', 'redirect').to).not.toBe('/tags/');
    expect([...site.problems, ...taken.problems].map(({ code }) => code)).toEqual(['page-gave-way', 'page-gave-way']);
  });

  test('gives way so where it only leads elsewhere; an old address that it names may not be one of ours', () => {
    const gone = about({ place: '/tags/', redirectTo: '/tag/' });
    const old = about({ source: { file: 'tag.md', bodyLine: 4 }, place: '/tag/', redirectFrom: ['/arkiv/'] });
    expect(problemLines(tableSite({ a: { tags: 'x' } }, {}, { pages: [gone, old] }))).toEqual([
      expect.stringContaining('warning page-gave-way about.md: about.md is not published'),
      expect.stringContaining('error pages-same-address tag.md: the address /arkiv/ is wanted'),
    ]);
  });

  test('has one redirect from an old address in two spellings, and none from its own', () => {
    const redirectFrom = ['/g', '/g/', '/h', '/h.html', '/om', '/i%20j/', '/i j/'];
    const site = tableSite({ a: {} }, {}, { pages: [about({ place: '/om/', redirectFrom })] });
    const redirects = [...site.pages.values()].filter(({ kind }) => kind === 'redirect').map(({ url }) => url);
    expect([redirects, site.problems]).toEqual([['/g/', '/h', '/i%20j/'], []]);
  });

  test('keeps an old address that another asks for, too, if its name is the last, as in Jekyll', () => {
    const pages = ['b/a.md', 'a/c.md', 'c/b.md'].map((file) =>
      about({ place: `/${file}/`, redirectFrom: ['/x/'], source: { file, bodyLine: 1 } }),
    );
    const site = tableSite({ a: {} }, {}, { pages });
    expect(pageAt(site, 'x', 'redirect').to).toBe('/a/c.md/');
    expect(problemLines(site)).toEqual([
      'error redirects-same-address b/a.md: the address /x/ is wanted by the redirect from it in a/c.md and by the redirect from it in b/a.md.',
      'error redirects-same-address c/b.md: the address /x/ is wanted by the redirect from it in a/c.md and by the redirect from it in c/b.md.',
    ]);
  });

  test('may not take the address of a post or of another such page', () => {
    const places = ['/2022/01/01/a.html', '/om/', '/om/'];
    expect(problemLines(tableSite({ a: {} }, {}, { pages: places.map((place) => about({ place })) }))).toEqual([
      'error posts-same-address about.md: the address /2022/01/01/a.html is wanted by _posts/2022-01-01-a.md and by about.md.',
      'error posts-same-address about.md: the address /om/ is wanted by about.md and by about.md.',
    ]);
  });
});
