import { describe, expect, test } from 'vitest';
import { listAddresses } from '../../../../../packages/astro-redaktion/src/content/jekyll/list-addresses.ts';

const given = (data: Record<string, unknown>, files = ['/index.html']): ReturnType<typeof listAddresses> =>
  listAddresses(data, (path) =>
    files.includes(path) ? '---\ntitle: A\npagination:\n  enabled: true\n---\n' : undefined,
  );

describe('pages of the post list', () => {
  test.each([
    [{ paginate: 5 }, { postsPerPage: 5, paginatePath: '/page:num/', firstPage: '/' }],
    [
      { paginate: 5, paginate_path: 'blog/page/:num' },
      { postsPerPage: 5, paginatePath: '/blog/page/:num/', firstPage: '/' },
    ],
    [{ pagination: { enabled: true, per_page: 3 } }, { postsPerPage: 3, paginatePath: '/page:num/', firstPage: '/' }],
    [
      { pagination: { enabled: true, permalink: '/s/:num/' } },
      { postsPerPage: 10, paginatePath: '/s/:num/', firstPage: '/' },
    ],
    [{ paginate: 5, paginate_path: '/%2e%2e/:num' }, { postsPerPage: 5 }],
    [{ paginate: 5, paginate_path: '/sida/' }, { postsPerPage: 5 }],
    [{ pagination: { enabled: false, per_page: 3 } }, {}],
    [{ paginate: '5' }, { postsPerPage: 5, paginatePath: '/page:num/', firstPage: '/' }],
    [{ paginate: Number.NaN }, {}],
    [{ paginate: 0 }, {}],
    [{ paginate: 'många' }, {}],
    [{}, {}],
  ])('%j', (data, expected) => {
    expect(given(data)).toEqual(expected);
  });

  test('go on from the nearest list above them, and are not made where there is none', () => {
    const data = { paginate: 5, paginate_path: '/a/b/page:num' };
    expect(given(data, ['/index.html', '/a/index.html']).firstPage).toBe('/a/');
    expect(given(data, ['/a/b/index.html', '/index.html']).firstPage).toBe('/a/b/');
    expect(given(data, ['/index.md'])).toEqual({ postsPerPage: 5 });
  });

  test('of jekyll-paginate-v2 lie below the page that asks for them', () => {
    const data = { pagination: { enabled: true, per_page: 4 } };
    expect(given(data, ['/blog/index.md'])).toEqual({
      ...{ postsPerPage: 4, paginatePath: '/blog/page:num/', firstPage: '/blog/' },
    });
    expect(
      listAddresses(data, (path) => (path === '/index.html' ? '---\ntitle: A\n---\npagination:\n' : undefined)),
    ).toEqual({ postsPerPage: 4 });
  });
});

describe('pages of terms and days', () => {
  test.each([
    [{ 'jekyll-archives': { enabled: ['tags'] } }, { tag: '/tag/:slug/', slugs: 'jekyll' }],
    [
      {
        'jekyll-archives': {
          enabled: ['categories', 'tags'],
          permalinks: { tag: 'blog/:type/:name/', category: '/:name' },
        },
      },
      { tag: '/blog/tag/:slug/', category: '/:slug', slugs: 'jekyll' },
    ],
    [
      { 'jekyll-archives': { enabled: 'all', permalinks: { month: '/arkiv/:year/:month/' } } },
      {
        tag: '/tag/:slug/',
        category: '/category/:slug/',
        slugs: 'jekyll',
        dated: { year: '/:year/', month: '/arkiv/:year/:month/', day: '/:year/:month/:day/' },
      },
    ],
    [{ 'jekyll-archives': { enabled: ['tags'], permalinks: { tag: '/alla/' } } }, {}],
    [{ 'jekyll-archives': { layout: 'x' } }, {}],
    [{ 'jekyll-archives': 'ja' }, {}],
    [
      { autopages: { enabled: true, tags: { permalink: '/t/:tag' }, categories: { enabled: false } } },
      { tag: '/t/:slug/', slugs: 'jekyll' },
    ],
    [{ autopages: { tags: { permalink: '/t/:tag' } } }, {}],
    [{ tag_page_dir: 'tagg' }, { tag: '/tagg/:slug.html' }],
    [{ tag_page_dir: '/tagg/', permalink: 'pretty' }, { tag: '/tagg/:slug/' }],
    [{ tag_page_dir: '/' }, {}],
    [{ category_dir: 'tags' }, { slugs: 'jekyll' }],
    [
      {
        'jekyll-archives': {
          enabled: 'all',
          permalinks: { tag: '/x/:name/', category: '/x/:name/', year: 1, month: 1, day: 1 },
        },
      },
      { tag: '/x/:slug/', slugs: 'jekyll' },
    ],
    [{ category_dir: 'blog/kategorier/' }, { category: '/blog/kategorier/:slug/', slugs: 'jekyll' }],
  ])('%j', (data, expected) => {
    expect(given(data)).toEqual(expected);
  });

  test('of a generator in `_plugins` that many sites have lie where it puts them', () => {
    expect(given({}, ['/_plugins/category_generator.rb'])).toMatchObject({ category: '/categories/:slug/' });
  });
});
