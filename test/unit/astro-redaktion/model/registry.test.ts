import { describe, expect, test } from 'vitest';
import type { Registries } from '../../../../packages/astro-redaktion/src/model/site.ts';
import { pageAt, problemLines, tableSite, TWO_LANGUAGES } from '../../../helpers/table-site.ts';

const TAGS: Registries['tags'] = [
  { key: 'teknik', label: 'Teknik', description: '<p>Om teknik.</p>', summary: 'Om teknik.' },
  {
    key: 'medtech',
    label: 'Medicinteknik',
    aliases: ['Medicinsk teknik', 'MT'],
    parent: 'Teknik',
    colour: '#0a0',
    locales: { en: { label: 'Medical devices', slug: 'devices' } },
  },
  { key: 'oanvänd', label: 'Oanvänd' },
];

describe('the tag registry', () => {
  const site = tableSite(
    { a: { tags: ['mt'] }, b: { tags: ['Medicinsk_teknik'] }, c: { tags: ['MEDTECH', 'Medical devices'] } },
    {},
    { registries: { tags: TAGS } },
  );

  test('gives label, colour and description, and takes aliases and keys for the tag', () => {
    expect(site.problems).toEqual([]);
    expect(pageAt(site, 'tags/medicinteknik', 'term').term).toMatchObject({
      label: 'Medicinteknik',
      colour: '#0a0',
    });
    expect(pageAt(site, 'tags/medicinteknik', 'term').posts).toHaveLength(3);
  });

  test('a tag above a used one has a page with its texts and those below', () => {
    const page = pageAt(site, 'tags/teknik', 'term');
    expect(page).toMatchObject({
      description: 'Om teknik.',
      posts: [],
      noindex: false,
      term: { description: '<p>Om teknik.</p>' },
    });
    expect(page.term.children.map(({ label }) => label)).toEqual(['Medicinteknik']);
    expect(pageAt(site, 'tags/medicinteknik', 'term').crumbs.map(({ label }) => label)).toEqual([
      'Start',
      'Taggar',
      'Teknik',
      'Medicinteknik',
    ]);
  });

  test('a tag that no post carries has no page', () => {
    expect(site.tags.map(({ label }) => label)).toEqual(['Medicinteknik', 'Teknik']);
    expect(site.pages.has('tags/oanvand')).toBe(false);
  });

  test('has labels and slugs in other languages', () => {
    const two = tableSite(
      { a: { tags: ['mt'] }, b: { tags: ['Medical devices'], lang: 'en' } },
      { locales: TWO_LANGUAGES },
      { registries: { tags: TAGS } },
    );
    expect(pageAt(two, 'en/tags/devices', 'term').term.label).toBe('Medical devices');
    expect(pageAt(two, 'tags/medicinteknik', 'term').alternates).toEqual([{ lang: 'en', url: '/en/tags/devices/' }]);
  });

  test.each([
    ['strict', 'error'],
    ['suggest', 'warning'],
  ] as const)(
    'under `%s` an unknown tag is one %s a post, with the nearest known one and its line',
    (tags, severity) => {
      const locate = ({ value }: { value?: string }) => (value === 'Medicinteknk' ? { line: 4 } : undefined);
      const wrong = tableSite(
        { a: { tags: ['Medicinteknk', 'Teknik'] }, b: { tags: ['Zebra'] }, c: { tags: ['medicinteknk'] } },
        { tags },
        { registries: { tags: TAGS }, locate },
      );
      expect(wrong.problems).toEqual([
        {
          code: 'tag-unknown',
          severity,
          file: '_posts/2022-01-01-a.md',
          line: 4,
          message: 'the tag “Medicinteknk” is not in _data/tags.yml.',
          fix: 'Did you mean “Medicinteknik”? Else add it to _data/tags.yml.',
        },
        {
          code: 'tag-unknown',
          severity,
          file: '_posts/2022-01-02-b.md',
          message: 'the tag “Zebra” is not in _data/tags.yml.',
          fix: 'Add it to _data/tags.yml, or use one that is there.',
        },
        {
          code: 'tag-unknown',
          severity,
          file: '_posts/2022-01-03-c.md',
          message: 'the tag “medicinteknk” is not in _data/tags.yml.',
          fix: 'Did you mean “Medicinteknik”? Else add it to _data/tags.yml.',
        },
      ]);
    },
  );

  test('that does not exist is one problem under `strict`, not one a tag', () => {
    const wrong = tableSite({ a: { tags: ['X', 'Y'] } }, { tags: 'strict' });
    expect(wrong.problems).toMatchObject([{ code: 'tag-registry-missing', severity: 'error', file: '_data/tags.yml' }]);
  });

  test('reports unknown parents, circles and names claimed twice together', () => {
    const tags = [
      { key: 'a', label: 'A', parent: 'b', line: 1 },
      { key: 'b', label: 'B', parent: 'c', line: 2 },
      { key: 'c', label: 'C', parent: 'a', line: 3 },
      { key: 'd', label: 'D', parent: 'd', line: 4 },
      { key: 'e', label: 'Egenvård', parent: 'Egenvrd', line: 5 },
      { key: 'f', label: 'F', aliases: ['A'], line: 6 },
      { key: 'g', label: 'G', parent: 'c', line: 7 },
    ];
    const wrong = tableSite({ p: { tags: ['A', 'B', 'C', 'D', 'Egenvård', 'F', 'G'] } }, {}, { registries: { tags } });
    expect(wrong.problems.map(({ line, code, message, fix }) => [line, code, message, fix])).toEqual([
      [1, 'registry-circle', 'the parents go in a circle: a → b → c → a.', 'Leave `parent` out of one of them.'],
      [4, 'registry-circle', 'the parents go in a circle: d → d.', 'Leave `parent` out of one of them.'],
      [5, 'registry-unknown-parent', 'the parent “Egenvrd” of `e` is not in this file.', 'Did you mean “Egenvård”?'],
      [
        6,
        'registry-name-twice',
        'the name “A” belongs to both `a` (line 1) and `f`.',
        'Take it away from one of them.',
      ],
    ]);
    expect(pageAt(wrong, 'tags/g', 'term').term.parent?.label).toBe('C');
  });
});

describe('authors', () => {
  test('of front matter are one by any spelling, printed as most posts, or the oldest, have it', () => {
    const site = tableSite({ a: { authors: ['Eva Ek'] }, b: { authors: ['eva_ek', 'Bo Å'] } });
    expect(site.authors.map(({ name, path, posts }) => `${name} ${path} ${posts.length}`)).toEqual([
      'Bo Å av/bo-a 1',
      'Eva Ek av/eva-ek 2',
    ]);
    expect(pageAt(site, 'av', 'authors').authors).toEqual(site.authors);
  });

  test('of the registry have biography, link and other names', () => {
    const authors = [
      {
        key: 'eva',
        name: 'Eva Ek',
        aliases: ['E. Ek'],
        bio: '<p>Läkare.</p>',
        description: 'Läkare',
        link: 'https://eva.example',
      },
    ];
    const site = tableSite({ a: { authors: ['eva'] }, b: { authors: ['E. Ek'] } }, {}, { registries: { authors } });
    expect(site.authors).toMatchObject([
      { name: 'Eva Ek', bio: '<p>Läkare.</p>', link: 'https://eva.example', slug: 'eva-ek' },
    ]);
    expect(pageAt(site, 'av/eva-ek', 'author')).toMatchObject({
      description: 'Läkare',
      feed: '/av/eva-ek/feed.xml',
      pager: { total: 2 },
    });
  });

  test('that the registry lacks are errors, with the nearest', () => {
    const site = tableSite(
      { a: { authors: ['Eva Eck'] } },
      {},
      { registries: { authors: [{ key: 'eva', name: 'Eva Ek' }] } },
    );
    expect(site.problems).toMatchObject([
      {
        code: 'author-unknown',
        file: '_posts/2022-01-01-a.md',
        fix: 'Did you mean “Eva Ek”? Else add the name to _data/authors.yml.',
      },
    ]);
  });

  test('posts without one get the site’s', () => {
    expect(
      tableSite({ a: {}, b: { authors: ['Bo'] } }, { author: 'Redaktionen' }).posts.map(
        ({ authors }) => authors[0]?.name,
      ),
    ).toEqual(['Bo', 'Redaktionen']);
  });

  test('have no pages and no addresses when switched off', () => {
    const site = tableSite({ a: { authors: ['Bo'] } }, { pages: { author: false } });
    expect(site.authors[0]).toMatchObject({ name: 'Bo', url: '' });
    expect(site.pages.has(site.authors[0]?.path ?? '')).toBe(false);
    expect(problemLines(site)).toEqual([]);
  });

  test('two on one address are an error', () => {
    expect(problemLines(tableSite({ a: { authors: ['Bo Å', 'Bo Ä'] } }))).toEqual([
      'error author-same-slug _posts/2022-01-01-a.md: the authors “Bo Ä” and “Bo Å” would both have the address of `bo-a`.',
    ]);
  });
});
