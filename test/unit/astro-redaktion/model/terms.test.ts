import { describe, expect, test } from 'vitest';
import { pageAt, problemLines, type Row, tableSite } from '../../../helpers/table-site.ts';
import type { Term } from '../../../../packages/astro-redaktion/src/types.ts';

const labels = (terms: readonly Term[]): string[] => terms.map(({ label }) => label);
const summary = (terms: readonly Term[]): string[] =>
  terms.map(({ label, slug, posts }) => `${label} ${slug} ${posts.map(({ title }) => title).join('')}`);

describe('tags', () => {
  test('that differ in case, Unicode form, `_`, `-` or space are one', () => {
    const spellings = [
      'Digital_vård',
      'digital vård',
      'DIGITAL-VÅRD',
      'Digital  vård'.normalize('NFD'),
      ' digital\u2011vård ',
    ];
    const site = tableSite(Object.fromEntries(spellings.map((tag, index) => [`p${index}`, { tags: [tag] }])));
    expect(summary(site.tags)).toEqual(['Digital vård digital-vard p4p3p2p1p0']);
    expect(site.problems).toEqual([]);
  });

  test('keep the spellings of listed posts, and the registry’s key', () => {
    const rows: Record<string, Row> = {
      a: { tags: ['Digital_vård', 'E-tjänst'] },
      b: { tags: ['digital vård'], unlisted: true },
      c: { tags: ['DIGITAL-VÅRD', 'Digital_vård'] },
    };
    const registries = { tags: [{ key: 'etj', label: 'E-tjänster', aliases: ['e-tjänst'] }] };
    expect(tableSite(rows, {}, { registries }).tags.map(({ spellings }) => spellings)).toEqual([
      ['Digital_vård', 'DIGITAL-VÅRD'],
      ['E-tjänst', 'etj'],
    ]);
  });

  test('with different signs stay apart', () => {
    const site = tableSite({ a: { tags: ['e-post'] }, b: { tags: ['epost'] } });
    expect(labels(site.tags)).toEqual(['e-post', 'epost']);
  });

  test('are printed as most posts spell them; of equals as the oldest does', () => {
    expect(
      labels(tableSite({ a: { tags: ['ehälsa'] }, b: { tags: ['eHälsa'] }, c: { tags: ['eHälsa'] } }).tags),
    ).toEqual(['eHälsa']);
    expect(
      labels(
        tableSite({
          ny: { date: '2022-02-02', tags: ['EHÄLSA'] },
          gammal: { date: '2021-01-01', tags: ['ehälsa'] },
        }).tags,
      ),
    ).toEqual(['ehälsa']);
  });

  test('are not printed as a draft or an unlisted post spells them', () => {
    const rows: Record<string, Row> = {
      a: { tags: ['Ehälsa'] },
      b: { tags: ['eHälsa'], unlisted: true },
      c: { tags: ['eHälsa'], draft: true },
    };
    expect(labels(tableSite(rows, { publish: { preview: true } }).tags)).toEqual(['Ehälsa']);
  });

  test('named twice in a post are there once, in the order of the post', () => {
    const site = tableSite({ a: { tags: ['Örat', 'Ben', 'örat', 'BEN'] } });
    expect(labels(site.posts[0]?.tags ?? [])).toEqual(['Örat', 'Ben']);
    expect(site.tags.map(({ posts }) => posts.length)).toEqual([1, 1]);
  });

  test('stand in the order of the language: å ä ö last in Swedish, 9 before 10', () => {
    const tags = ['Öga', 'Zon', 'Ärr', 'Ånger', 'Apa', 'Del 10', 'Del 9', 'Éclair'];
    expect(labels(tableSite({ a: { tags } }).tags)).toEqual([
      'Apa',
      'Del 9',
      'Del 10',
      'Éclair',
      'Zon',
      'Ånger',
      'Ärr',
      'Öga',
    ]);
    expect(labels(tableSite({ a: { tags: ['Zon', 'Öga', 'Apa'] } }, { lang: 'de', locales: [] }).tags)).toEqual([
      'Apa',
      'Öga',
      'Zon',
    ]);
  });

  test('are grouped by first letter as the language counts letters, signs and digits first', () => {
    const site = tableSite({ a: { tags: ['Öga', 'éclair', 'Ek', '1177', 'ånger', 'apa', 'Ar', '中文'] } });
    const { groups, orders } = pageAt(site, 'tags', 'terms');
    expect(groups.map(({ letter, terms }) => `${letter}: ${labels(terms).join(' ')}`)).toEqual([
      '#: 1177',
      'A: apa Ar',
      'E: éclair Ek',
      'Å: ånger',
      'Ö: Öga',
      '中: 中文',
    ]);
    expect(orders).toEqual({ name: '/tags/', count: '/tags/efter-antal/' });
  });

  test('have an index by number of posts, too', () => {
    const site = tableSite({ a: { tags: ['B', 'A'] }, b: { tags: ['B'] } });
    expect(labels(pageAt(site, 'tags/efter-antal', 'terms').terms)).toEqual(['B', 'A']);
  });

  test('and categories are kept apart', () => {
    const site = tableSite({ a: { tags: 'Nytt', categories: 'Nytt' } });
    expect([labels(site.tags), labels(site.categories)]).toEqual([['Nytt'], ['Nytt']]);
    expect([
      pageAt(site, 'tags/nytt', 'term').term.taxonomy,
      pageAt(site, 'kategorier/nytt', 'term').term.taxonomy,
    ]).toEqual(['tag', 'category']);
  });

  test('of tags_extra make pages only when asked to', () => {
    const rows: Record<string, Row> = { a: { tagsExtra: ['HSA', 'Webb_cert'] } };
    const without = tableSite(rows);
    expect([without.keywords, without.posts[0]?.keywords, without.posts[0]?.keywordTerms]).toEqual([
      undefined,
      ['HSA', 'Webb cert'],
      undefined,
    ]);
    const site = tableSite(rows, { pages: { keyword: '/amne/:slug/' } });
    expect(labels(site.keywords ?? [])).toEqual(['HSA', 'Webb cert']);
    expect(pageAt(site, 'amne/webb-cert', 'term').posts).toHaveLength(1);
  });
});

describe('addresses of tags', () => {
  test('follow the owner’s pattern, its own ending included', () => {
    const rows: Record<string, Row> = Object.fromEntries(
      Array.from({ length: 3 }, (_, index) => [`p${index}`, { tags: ['Å'] }]),
    );
    const site = tableSite(rows, { postsPerPage: 2, pages: { tag: '/amnen/:slug.html', tags: '/amnen/' } });
    expect(pageAt(site, 'amnen/a.html', 'term')).toMatchObject({
      url: '/amnen/a.html',
      feed: '/amnen/a/feed.xml',
      pager: { next: '/amnen/a/2.html' },
    });
    expect(pageAt(site, 'amnen/a/2.html', 'term').pager.previous).toBe('/amnen/a.html');
  });

  test('two on one address are an error that names both and proposes another', () => {
    const site = tableSite({ a: { tags: ['C++'] }, b: { tags: ['C#', 'C'] } });
    expect(site.problems.map(({ code, message, fix }) => [code, message, fix])).toEqual([
      [
        'tag-same-slug',
        'the tag names “C++” (_posts/2022-01-01-a.md) and “C#” (_posts/2022-01-02-b.md) would both have the address of `c`.',
        'Give it a slug of its own in _data/tags.yml, such as `c-sharp`.',
      ],
      [
        'tag-same-slug',
        'the tag names “C++” (_posts/2022-01-01-a.md) and “C” (_posts/2022-01-02-b.md) would both have the address of `c`.',
        'Give it a slug of its own in _data/tags.yml, such as `c-2`.',
      ],
    ]);
  });

  test('a slug in the registry settles it', () => {
    const registries = {
      tags: [
        { key: 'C++', label: 'C++', slug: 'c-plus-plus' },
        { key: 'C#', label: 'C#', slug: 'c-sharp' },
      ],
    };
    const site = tableSite({ a: { tags: ['C++'] }, b: { tags: ['C#', 'C'] } }, {}, { registries });
    expect(site.problems).toEqual([]);
    expect(site.tags.map(({ path }) => path).sort()).toEqual(['tags/c', 'tags/c-plus-plus', 'tags/c-sharp']);
  });

  test('a tag without letters or digits is an error with a slug to write', () => {
    const site = tableSite({ a: { tags: ['🙂', '_'] } });
    expect(problemLines(site)).toEqual([
      'error tag-without-slug _posts/2022-01-01-a.md: the tag “_” has neither letter nor digit, so it can have no address.',
      'error tag-without-slug _posts/2022-01-01-a.md: the tag “🙂” has neither letter nor digit, so it can have no address.',
    ]);
    expect(site.problems[1]?.fix).toContain('`u1f642`');
  });

  test('a slug that would leave the folder is an error', () => {
    const site = tableSite(
      { a: { tags: ['Ond'] } },
      {},
      { registries: { tags: [{ key: 'ond', label: 'Ond', slug: '../..', line: 7 }] } },
    );
    expect(site.problems).toMatchObject([{ code: 'tag-bad-slug', severity: 'error', file: '_data/tags.yml', line: 7 }]);
    expect([...site.pages.keys()].filter((path) => path.includes('..'))).toEqual([]);
  });
});

describe('related tags', () => {
  test('are those that meet more often than chance would have it, best first', () => {
    const rows: Record<string, Row> = {};
    // A and B always meet; A and C once in many; D is everywhere.
    for (let index = 0; index < 40; index++) {
      const tags = ['D', ...(index < 6 ? ['A', 'B'] : []), ...(index % 5 === 0 ? ['C'] : [])];
      rows[`p${index}`] = { tags };
    }
    const site = tableSite(rows);
    const related = (label: string): string[] => labels(site.tags.find((term) => term.label === label)?.related ?? []);
    expect(related('A')).toEqual(['B', 'C']);
    expect(related('B')).toEqual(['A', 'C']);
    expect(related('D')).toEqual([]);
  });
});

test('the index of categories lies where it is told to, apart from their pages', () => {
  const site = tableSite(
    { a: { categories: ['Å'] } },
    {
      pages: { category: '/blogg/:slug/', categories: '/kategorier/' },
      paginatePath: '/blogg/:num/',
      termSlugs: 'jekyll',
    },
  );
  expect(problemLines(site)).toEqual([]);
  expect(['blogg', 'kategorier', 'blogg/å'].map((path) => site.pages.get(path)?.kind)).toEqual([
    'list',
    'terms',
    'term',
  ]);
});
