import { describe, expect, test } from 'vitest';
import { pageToc, tocTree } from '../../../../packages/astro-redaktion/src/model/toc.ts';
import type { Heading, TocItem } from '../../../../packages/astro-redaktion/src/types.ts';
import { tableSite } from '../../../helpers/table-site.ts';

/** `2a 3b` → headings; a `!` leaves one out. */
function headings(text: string): Heading[] {
  return text.split(' ').map((word) => ({
    depth: Number(word[0]),
    slug: word.slice(1).replace('!', ''),
    text: word.slice(1),
    ...(word.endsWith('!') ? { noToc: true } : {}),
  }));
}

/** `a(b c)` */
function written(items: TocItem[]): string {
  return items.map(({ slug, children }) => slug + (children.length > 0 ? `(${written(children)})` : '')).join(' ');
}

describe('a table of contents', () => {
  test.each([
    ['2a 3b 3c 2d', 'a(b c) d'],
    ['2a 4b 3c 2d', 'a(b c) d'],
    ['3a 2b 3c', 'a b(c)'],
    ['2a 6b 6c 5d', 'a(b c d)'],
    ['1a 2b 1c', 'a(b) c'],
    ['2a 3b! 4c 2d!', 'a(c)'],
  ])('of %s is %s', (given, tree) => {
    expect(written(tocTree(headings(given)))).toBe(tree);
  });

  test('holds the levels that are asked for', () => {
    expect(written(tocTree(headings('1a 2b 3c 4d 2e'), { from: 2, to: 3 }))).toBe('b(c) e');
  });

  test('leaves out headings by id or text', () => {
    const given = [...headings('2a 3b 2c'), { depth: 2, slug: 'd', text: 'Slutord' }];
    expect(written(tocTree(given, { exclude: ['a', 'Slutord'] }))).toBe('b c');
  });

  test("follows the site's rules, and a post's own before them", () => {
    const site = tableSite({ a: {}, b: { toc: { to: 4, exclude: ['b'] } }, c: { toc: false } });
    const tree = (slug: string): string => {
      const page = [...site.pages.values()].find((each) => each.kind === 'post' && each.post.data.slug === slug);
      return page ? written(pageToc(page, headings('1a 2b 3c 4d'), { from: 2, to: 3 })) : 'no page';
    };
    expect([tree('a'), tree('b'), tree('c')]).toEqual(['b(c)', 'c(d)', '']);
  });

  test('leaves out a heading without id, since nothing can lead there', () => {
    expect(tocTree([{ depth: 2, slug: '', text: '!!!' }])).toEqual([]);
  });
});

test('200 headings with skipped levels stay in order, each under the nearest one above it', () => {
  const depths = [2, 4, 4, 3, 2, 6, 3, 5];
  const headings = Array.from({ length: 200 }, (_, index) => ({
    depth: depths[index % depths.length] ?? 2,
    slug: `h${index}`,
    text: `H ${index}`,
  }));
  const tree = tocTree(headings);
  const flat = (items: typeof tree): string[] => items.flatMap(({ slug, children }) => [slug, ...flat(children)]);
  expect(flat(tree)).toEqual(headings.map(({ slug }) => slug));
  expect(tree).toHaveLength(50);
  // An h4 right under an h2 is its child, as is the h3 after it.
  expect(tree[0]?.children.map(({ slug }) => slug)).toEqual(['h1', 'h2', 'h3']);
});
