import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSite } from '../../../../packages/astro-redaktion/src/model/site.ts';
import { nameKey } from '../../../../packages/astro-redaktion/src/model/spelling.ts';
import type { Page, Post, Site } from '../../../../packages/astro-redaktion/src/types.ts';
import { type Row, tableEntries, tableOptions, tableSite, TWO_LANGUAGES } from '../../../helpers/table-site.ts';

const TAGS = ['Vård', 'vård', 'E-hälsa', 'e_hälsa', 'Ärenden', 'Region Skåne', '1177', '中文'];
const day = fc
  .integer({ min: 0, max: 6000 })
  .map((days) => new Date(Date.UTC(2015, 0, 1 + days)).toISOString().slice(0, 10));
const row: fc.Arbitrary<Row> = fc
  .record({
    date: day,
    tags: fc.subarray(TAGS, { maxLength: 4 }),
    categories: fc.subarray(['Nytt', 'Teknik & liv', 'nytt']),
    tagsExtra: fc.subarray(['HSA', 'SITHS']),
    authors: fc.subarray(['Bo', 'Eva Ek', 'eva ek']),
    draft: fc.boolean(),
    published: fc.boolean(),
    unlisted: fc.boolean(),
    lang: fc.constantFrom('sv', 'sv', 'en'),
    expires: fc.option(day),
    series: fc.option(fc.constantFrom({ name: 'Serien' }, { name: 'Följetong' })),
  })
  .map(({ expires, series, ...fixed }) => ({
    ...fixed,
    ...(expires !== null && expires > fixed.date ? { expires } : {}),
    ...(series ? { series } : {}),
  }));
const rows = fc
  .array(row, { maxLength: 25 })
  .map((list) => Object.fromEntries(list.map((given, index) => [`p${index}`, given])));
const options = fc
  .record({
    postsPerPage: fc.integer({ min: 1, max: 5 }),
    base: fc.constantFrom('/', '/blogg/'),
    ending: fc.constantFrom('/' as const, '' as const, '.html' as const),
    slugs: fc.constantFrom('ascii' as const, 'keep' as const),
    sort: fc.constantFrom('date' as const, 'updated' as const),
    keyword: fc.constantFrom(false as const, '/amne/:slug/'),
    preview: fc.boolean(),
  })
  .map(({ keyword, preview, ...given }) => ({
    ...given,
    locales: TWO_LANGUAGES,
    pages: { keyword },
    publish: { now: Date.parse('2027-01-01T00:00:00Z'), preview },
  }));

/** Every address that a page links to, as the model knows. */
function links(page: Page, site: Site): string[] {
  const {
    links: { feed: _feed, ...locale },
    home,
  } = site.locale(page.lang);
  return [
    home,
    ...Object.values(locale),
    ...page.crumbs.flatMap(({ url }) => url ?? []),
    ...page.alternates.map(({ url }) => url),
    ...('pager' in page ? page.pager.urls : []),
    ...('posts' in page ? page.posts.flatMap(postLinks) : []),
    ...own(page),
  ];
}

function own(page: Page): string[] {
  switch (page.kind) {
    case 'post':
      return [
        ...postLinks(page.post),
        ...[page.previous, page.next, ...page.related.map(({ post }) => post)].flatMap((post) => post?.url ?? []),
        ...page.related.flatMap(({ shares }) => shares.map(({ url }) => url)),
      ];
    case 'term':
      return [page.term.parent, ...page.term.children, ...page.term.related].flatMap((term) => term?.url ?? []);
    case 'terms':
      return [...page.terms.map(({ url }) => url), page.orders.name, page.orders.count];
    case 'archive':
      return page.years.flatMap(({ url, months }) => [
        url,
        ...months.flatMap((month) => [month.url, ...month.posts.map((post) => post.url)]),
      ]);
    case 'authors':
      return page.authors.map(({ url }) => url);
    case 'series':
      return page.series.parts.map(({ post }) => post.url);
    case 'redirect':
      return [page.to];
    default:
      return [];
  }
}

function postLinks(post: Post): string[] {
  return [
    post.url,
    ...[...post.tags, ...post.categories, ...(post.keywordTerms ?? []), ...post.authors].map(({ url }) => url),
    ...(post.series ? [post.series.series.url] : []),
    ...post.translations.map(({ url }) => url),
  ];
}

describe('any site', () => {
  test('has a page at every address that it links to, and each page under its own path', () => {
    fc.assert(
      fc.property(rows, options, (table, given) => {
        const site = tableSite(table, given);
        expect(site.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        const urls = new Set([...site.pages.values()].map(({ url }) => url));
        for (const [path, page] of site.pages) {
          expect(page.path).toBe(path);
          expect(decodeURIComponent(page.url).slice(given.base.length).replace(/\/$/, '')).toBe(
            page.kind === 'notFound' ? '404.html' : path,
          );
          for (const url of links(page, site))
            if (!urls.has(url)) throw new Error(`${page.kind} ${page.url} links to ${url}, where there is no page`);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('shows each listed post in exactly the lists that it should be in, once, and no other post in any', () => {
    fc.assert(
      fc.property(rows, options, (table, given) => {
        const site = tableSite(table, given);
        const seen = new Map<string, Post[]>();
        for (const page of site.pages.values()) {
          const name =
            page.kind === 'term'
              ? `${page.term.taxonomy} ${page.lang} ${nameKey(page.term.label)}`
              : page.kind === 'author'
                ? `author ${page.lang} ${nameKey(page.author.name)}`
                : page.kind === 'list'
                  ? `list ${page.lang}`
                  : '';
          if (name && 'posts' in page) seen.set(name, [...(seen.get(name) ?? []), ...page.posts]);
          if (page.kind === 'archive' && page.month !== undefined)
            seen.set(
              `archive ${page.lang} ${page.year}-${page.month}`,
              page.years.flatMap(({ months }) => months.flatMap(({ posts }) => posts)),
            );
          if (page.kind === 'series')
            seen.set(
              `series ${page.lang} ${nameKey(page.series.name)}`,
              page.series.parts.map(({ post }) => post),
            );
        }
        const expected = new Map<string, Set<string>>();
        const expect1 = (name: string, id: string): void =>
          void expected.set(name, (expected.get(name) ?? new Set()).add(id));
        for (const { id, data } of tableEntries(table)) {
          const out =
            data.draft ||
            !data.published ||
            data.unlisted ||
            data.date.instant > given.publish.now ||
            (data.expires && data.expires.instant <= given.publish.now);
          if (out) continue;
          const lang = data.lang ?? 'sv';
          expect1(`list ${lang}`, id);
          for (const tag of data.tags) expect1(`tag ${lang} ${nameKey(tag)}`, id);
          for (const category of data.categories) expect1(`category ${lang} ${nameKey(category)}`, id);
          for (const author of data.authors) expect1(`author ${lang} ${nameKey(author.name)}`, id);
          if (given.pages.keyword) for (const word of data.tagsExtra) expect1(`keyword ${lang} ${nameKey(word)}`, id);
          if (data.series) expect1(`series ${lang} ${nameKey(data.series.name)}`, id);
          expect1(`archive ${lang} ${Number(data.date.day.slice(0, 4))}-${Number(data.date.day.slice(5, 7))}`, id);
        }
        for (const [name, posts] of seen)
          expect([name, posts.map(({ id }) => id).sort()]).toEqual([name, [...(expected.get(name) ?? [])].sort()]);
        for (const name of expected.keys()) expect([name, seen.has(name)]).toEqual([name, true]);
      }),
      { numRuns: 150 },
    );
  });

  test('is the same in any order of its entries', () => {
    fc.assert(
      fc.property(rows, options, fc.infiniteStream(fc.nat()), (table, given, random) => {
        const entries = tableEntries(table);
        const shuffled = entries
          .map((entry) => ({ entry, rank: random.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ entry }) => entry);
        const [one, other] = [entries, shuffled].map((list) =>
          createSite({ entries: list, options: tableOptions(given) }),
        );
        expect(picture(other)).toEqual(picture(one));
      }),
      { numRuns: 100 },
    );
  });

  test('gives any Unicode tag a page of its own or a problem that names it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc
            .oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string())
            .filter((tag) => nameKey(tag) !== ''),
          { maxLength: 6 },
        ),
        fc.constantFrom('ascii' as const, 'keep' as const),
        (tags, slugs) => {
          const site = tableSite({ a: { tags } }, { slugs });
          const terms = site.posts[0]?.tags ?? [];
          expect(terms).toHaveLength(new Set(tags.map(nameKey)).size);
          expect(new Set(terms.map(({ path }) => path)).size).toBe(terms.length);
          for (const term of terms) {
            const named = site.problems.some(({ message }) => message.includes(`“${term.label}”`));
            const page = site.pages.get(term.path);
            expect(page?.kind === 'term' && page.term === term).toBe(true);
            expect(named || /^[\p{L}\p{M}\p{Nd}-]+$/u.test(term.slug)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** All that is told of a site, without its circles: keys hold what the pages show. */
function picture(site: Site | undefined): unknown {
  return (
    site && {
      pages: [...site.pages].map(([path, { key, url, title }]) => [path, key, url, title]).sort(),
      order: [...site.pages.keys()],
      held: site.held,
      problems: site.problems,
      posts: site.posts.map(({ id }) => id),
      all: site.allPosts.map(({ id }) => id),
      tags: site.tags.map(({ label, related }) => [label, related.map((term) => term.label)]),
    }
  );
}
