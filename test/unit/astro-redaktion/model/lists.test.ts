import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSite } from '../../../../packages/astro-redaktion/src/model/site.ts';
import { paginate } from '../../../../packages/astro-redaktion/src/model/paginate.ts';
import type { Post, Site } from '../../../../packages/astro-redaktion/src/types.ts';
import { pageAt, problemLines, type Row, tableEntries, tableOptions, tableSite } from '../../../helpers/table-site.ts';

const titles = (list: readonly { title: string }[]): string => list.map(({ title }) => title).join('');
const rows = (names: string): Record<string, Row> => Object.fromEntries([...names].map((name) => [name, {}]));

describe('the post list', () => {
  const site = tableSite(rows('abcde'), { postsPerPage: 2 });

  test('goes on from the home page under Jekyll’s path', () => {
    expect(titles(pageAt(site, '', 'home').posts)).toBe('ed');
    expect(pageAt(site, '', 'home').pager).toEqual({
      number: 1,
      count: 3,
      total: 5,
      next: '/artiklar/2/',
      last: '/artiklar/3/',
      urls: ['/artiklar/', '/artiklar/2/', '/artiklar/3/'],
    });
    expect(titles(pageAt(site, 'artiklar/2', 'list').posts)).toBe('cb');
    expect(pageAt(site, 'artiklar/3', 'list')).toMatchObject({
      title: 'Artiklar, sida 3',
      pager: { first: '/artiklar/', previous: '/artiklar/2/' },
    });
    expect(site.locale('sv').links.posts).toBe('/artiklar/');
  });

  test('keeps a number that is part of a step, and lets home be page 1 where there is no other room', () => {
    expect([...tableSite(rows('ab'), { postsPerPage: 1, paginatePath: '/page:num/' }).pages.keys()]).toEqual(
      expect.arrayContaining(['page1', 'page2']),
    );
    const bare = tableSite(rows('ab'), { postsPerPage: 1, paginatePath: '/:num/' });
    expect(pageAt(bare, '2', 'list').pager).toMatchObject({ previous: '/', urls: ['/', '/2/'] });
    expect(bare.locale('sv').links.posts).toBeUndefined();
    expect(problemLines(bare)).toEqual([]);
  });

  test('begins where it did on a Jekyll site', () => {
    const given = { postsPerPage: 1, paginatePath: '/blogg/sida:num/' };
    const below = tableSite(rows('ab'), { ...given, firstPage: '/blogg/' });
    expect(pageAt(below, 'blogg/sida2', 'list').pager).toMatchObject({ previous: '/blogg/' });
    expect(below.locale('sv').links.posts).toBe('/blogg/');
    const home = tableSite(rows('ab'), { ...given, firstPage: '/' });
    expect(pageAt(home, 'blogg/sida2', 'list').pager).toMatchObject({ previous: '/' });
    expect(pageAt(home, '', 'home').pager).toMatchObject({ next: '/blogg/sida2/' });
    expect(home.locale('sv').links.posts).toBeUndefined();
    expect(home.pages.has('blogg/sida1')).toBe(false);
  });

  test('of a site without posts is one empty page, as are home, archive and tag index', () => {
    const empty = tableSite({});
    expect(pageAt(empty, 'artiklar', 'list')).toMatchObject({
      posts: [],
      pager: { number: 1, count: 1, total: 0 },
    });
    expect([
      pageAt(empty, '', 'home').posts,
      pageAt(empty, 'arkiv', 'archive').years,
      pageAt(empty, 'tags', 'terms').terms,
    ]).toEqual([[], [], []]);
    expect(empty.locale('sv').links).toEqual({ posts: '/artiklar/', search: '/sok/', feed: '/feed.xml' });
  });

  test('is sorted by date, then by path, and by `updated` when asked', () => {
    const same: Record<string, Row> = {
      b: { date: '2022-01-01' },
      a: { date: '2022-01-01', updated: '2023-01-01' },
      c: { date: '2022-01-02' },
    };
    expect(titles(tableSite(same).posts)).toBe('cba');
    expect(titles(tableSite(same, { sort: 'updated' }).posts)).toBe('acb');
  });

  test('loses and repeats no post, whatever its length and the size of a page', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 9 }), (length, size) => {
        const posts = Array.from({ length }, (_, index) => ({ id: String(index) }) as Post);
        const slices = paginate(posts, { size, place: (number) => `/${number}/`, url: (place) => place });
        expect(slices.flatMap((slice) => slice.posts)).toEqual(posts);
        expect(slices.every((slice) => slice.posts.length <= size && (slice.posts.length > 0 || length === 0))).toBe(
          true,
        );
        expect(slices.map(({ pager }) => pager.previous)).toEqual([
          undefined,
          ...slices.slice(1).map((_, index) => `/${index + 1}/`),
        ]);
      }),
    );
  });
});

describe('neighbours', () => {
  test('are the older and the newer post by date, also where lists are sorted by update', () => {
    const site = tableSite({ a: { updated: '2025-01-01' }, b: {}, c: {} }, { sort: 'updated' });
    const page = pageAt(site, '2022/01/02/b.html', 'post');
    expect([page.previous?.title, page.next?.title]).toEqual(['a', 'c']);
    expect(pageAt(site, '2022/01/01/a.html', 'post').previous).toBeUndefined();
    expect(pageAt(site, '2022/01/03/c.html', 'post').next).toBeUndefined();
  });

  test('pass over unlisted posts, which have none of their own', () => {
    const site = tableSite({ a: {}, b: { unlisted: true }, c: {} });
    expect(pageAt(site, '2022/01/03/c.html', 'post').previous?.title).toBe('a');
    expect(pageAt(site, '2022/01/02/b.html', 'post')).not.toHaveProperty('previous');
  });
});

describe('addresses that a Jekyll site had for years, months and days', () => {
  const oldArchive = { year: '/:year/', month: '/:year/:month/', day: '/d/:year-:month-:day.html' };
  const redirects = (site: Site): [string, string][] =>
    [...site.pages.values()].flatMap((page) => (page.kind === 'redirect' ? [[page.url, page.to]] : []));
  const posts: Record<string, Row> = {
    a: { date: '2022-03-04' },
    b: { date: '2022-03-04' },
    c: { date: '2021-12-31' },
  };

  test('lead to the archive', () => {
    const site = tableSite(posts, { oldArchive, base: '/x/' });
    expect(redirects(site).sort()).toEqual([
      ['/x/2021/', '/x/arkiv/2021/'],
      ['/x/2021/12/', '/x/arkiv/2021/12/'],
      ['/x/2022/', '/x/arkiv/2022/'],
      ['/x/2022/03/', '/x/arkiv/2022/03/'],
      ['/x/d/2021-12-31.html', '/x/arkiv/2021/12/'],
      ['/x/d/2022-03-04.html', '/x/arkiv/2022/03/'],
    ]);
    expect(problemLines(site)).toEqual([]);
  });

  test('give way to all else, and to one another', () => {
    const site = tableSite(
      { ...posts, d: { date: '2020-01-01', redirectFrom: ['/2022/'] } },
      { oldArchive: { year: '/:year/', month: '/:year/' } },
    );
    expect(
      redirects(site)
        .map(([from]) => from)
        .sort(),
    ).toEqual(['/2020/', '/2021/', '/2022/']);
    expect(problemLines(site)).toEqual([]);
    expect(redirects(tableSite(posts, { oldArchive, pages: { archive: false } }))).toEqual([]);
    const same = tableSite(posts, { oldArchive: { year: '/arkiv/:year' } });
    expect([redirects(same), problemLines(same)]).toEqual([[], []]);
    const out = tableSite(posts, { oldArchive: { year: '/../:year/', month: '/a//:year', day: '/\\:day/' } });
    expect([redirects(out), problemLines(out)]).toEqual([[], []]);
    const filed = createSite({
      entries: tableEntries(posts),
      options: tableOptions({ oldArchive: { year: '/:year/', month: '/:year-:month' } }),
      hasFile: (file) => file === '2022/index.html' || file === '2021-12.html',
    });
    expect(
      redirects(filed)
        .map(([from]) => from)
        .sort(),
    ).toEqual(['/2021/', '/2022-03']);
  });
});

describe('the archive', () => {
  const site = tableSite({
    a: { date: '2021-12-31T23:30:00Z' },
    b: { date: '2022-03-01' },
    c: { date: '2022-03-02' },
    d: { date: '2022-05-01' },
  });

  test('has the posts by year and month, newest first', () => {
    const { years } = pageAt(site, 'arkiv', 'archive');
    expect(
      years.map(({ year, url, count, months }) => [
        year,
        url,
        count,
        months.map(({ month, url: own, posts }) => `${month} ${own} ${titles(posts)}`),
      ]),
    ).toEqual([
      [2022, '/arkiv/2022/', 3, ['5 /arkiv/2022/05/ d', '3 /arkiv/2022/03/ cb']],
      [2021, '/arkiv/2021/', 1, ['12 /arkiv/2021/12/ a']],
    ]);
  });

  test('has a page for each year and month', () => {
    expect(pageAt(site, 'arkiv/2022', 'archive')).toMatchObject({
      title: 'Arkiv för 2022',
      year: 2022,
      years: [{ count: 3 }],
    });
    const march = pageAt(site, 'arkiv/2022/03', 'archive');
    expect(march).toMatchObject({
      title: 'mars 2022',
      year: 2022,
      month: 3,
      years: [{ count: 2, months: [{ month: 3 }] }],
    });
    expect(march.crumbs.map(({ label }) => label)).toEqual(['Start', 'Arkiv', '2022', 'mars 2022']);
  });

  test('goes by the day that the post has in the site’s zone, not by that in UTC', () => {
    const [entry] = tableEntries({ a: {} });
    const date = { instant: Date.parse('2021-12-31T23:30:00Z'), day: '2022-01-01', offset: 60 };
    const zoned = createSite({
      entries: entry ? [{ ...entry, data: { ...entry.data, date } }] : [],
      options: tableOptions({ timezone: 'Europe/Stockholm' }),
    });
    expect(pageAt(zoned, 'arkiv', 'archive').years.map(({ year, months }) => [year, months[0]?.month])).toEqual([
      [2022, 1],
    ]);
    expect(zoned.posts[0]?.url).toBe('/2022/01/01/a.html');
  });

  test('can be switched off', () => {
    const off = tableSite(rows('a'), { pages: { archive: false } });
    expect([...off.pages.values()].filter(({ kind }) => kind === 'archive')).toEqual([]);
    expect(off.locale('sv').links.archive).toBeUndefined();
  });
});

describe('a series', () => {
  const parts = (site: ReturnType<typeof tableSite>): string =>
    site.series
      .map(({ name, parts: list }) => `${name}: ${list.map(({ part, post }) => part + post.title).join(' ')}`)
      .join('; ');

  test('is in the order of its parts', () => {
    const site = tableSite({
      a: { series: { name: 'Om NPÖ', part: 3 } },
      b: { series: { name: 'om_npö', part: 1 } },
      c: { series: { name: 'Om NPÖ', part: 2 } },
    });
    expect(parts(site)).toBe('Om NPÖ: 1b 2c 3a');
    expect(site.posts.map(({ series }) => series?.part)).toEqual([2, 1, 3]);
    expect(pageAt(site, 'serier/om-npo', 'series').series).toBe(site.series[0]);
    expect(site.problems).toEqual([]);
  });

  test('without numbers goes by date', () => {
    expect(
      parts(
        tableSite({
          a: { date: '2022-02-02', series: { name: 'S' } },
          b: { date: '2022-01-01', series: { name: 'S' } },
        }),
      ),
    ).toBe('S: 1b 2a');
  });

  test('a part without number among numbered ones gets the first free one, and a warning', () => {
    const site = tableSite({
      a: { series: { name: 'S', part: 1 } },
      b: { series: { name: 'S' } },
      c: { series: { name: 'S', part: 3 } },
    });
    expect(parts(site)).toBe('S: 1a 2b 3c');
    expect(site.problems).toMatchObject([
      { code: 'series-without-part', severity: 'warning', file: '_posts/2022-01-02-b.md' },
    ]);
  });

  test('two posts with one number are an error that names both', () => {
    expect(
      problemLines(tableSite({ a: { series: { name: 'S', part: 3 } }, b: { series: { name: 'S', part: 3 } } })),
    ).toEqual([
      'error series-same-part _posts/2022-01-02-b.md: part 3 of the series “S” is also _posts/2022-01-01-a.md.',
    ]);
  });

  test('shows itself on an unlisted part, which it does not list', () => {
    const site = tableSite({
      a: { series: { name: 'S', part: 1 } },
      b: { unlisted: true, series: { name: 'S', part: 2 } },
    });
    expect(parts(site)).toBe('S: 1a');
    expect(pageAt(site, '2022/01/02/b.html', 'post').post.series).toEqual({
      series: site.series[0],
      part: 2,
    });
  });
});

describe('related posts', () => {
  const related = (site: ReturnType<typeof tableSite>, path: string): string[] =>
    pageAt(site, path, 'post').related.map(
      ({ post, shares }) => `${post.title}: ${shares.map(({ label }) => label).join(' ')}`,
    );

  test('share tags, rare ones before common ones, and say which', () => {
    const site = tableSite({
      x: { tags: 'Vanlig Ovanlig' },
      a: { tags: 'Vanlig' },
      b: { tags: 'Ovanlig' },
      c: { tags: 'Vanlig Ovanlig' },
      d: { tags: 'Vanlig' },
      e: { tags: 'Annan' },
    });
    expect(related(site, '2022/01/01/x.html')).toEqual(['c: Ovanlig Vanlig', 'b: Ovanlig', 'a: Vanlig']);
    expect(related(site, '2022/01/06/e.html')).toEqual([]);
  });

  test('in a tie are of the same series, then by the same author, then the nearest in time', () => {
    const site = tableSite({
      far: { tags: 'T', date: '2020-01-01', series: { name: 'S' } },
      author: { tags: 'T', date: '2021-01-01', authors: ['Bo'] },
      near: { tags: 'T', date: '2022-01-03' },
      x: { tags: 'T', date: '2022-01-01', authors: ['Bo'], series: { name: 'S' } },
      also: { tags: 'T', date: '2022-06-01' },
    });
    expect(related(site, '2022/01/01/x.html')).toEqual(['far: T', 'author: T', 'near: T']);
  });

  test('find a post that shares a rare tag however many share the common one', () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`p${index}`, { tags: 'Alla' }]));
    const site = tableSite({ x: { tags: 'Alla Rar' }, ...many, y: { tags: 'Rar Alla' } });
    expect(related(site, '2022/01/01/x.html')).toEqual(['y: Rar Alla', 'p0: Alla', 'p1: Alla']);
  });

  test('are listed posts alone', () => {
    const site = tableSite(
      { x: { tags: 'T' }, b: { tags: 'T', unlisted: true }, c: { tags: 'T', draft: true } },
      { publish: { preview: true } },
    );
    expect(related(site, '2022/01/01/x.html')).toEqual([]);
  });
});
