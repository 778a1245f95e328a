import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byDateThenPath,
  collisions,
  compareCodePoints,
  heldReason,
  partPosts,
} from '../../../../../packages/astro-redaktion/src/content/jekyll/publication.ts';

const now = Date.UTC(2022, 5, 2, 12);
const options = { now, future: false, drafts: false, unpublished: false };
const post = (
  path: string,
  more: { instant?: number; draft?: boolean; inDrafts?: boolean; published?: boolean } = {},
) => {
  const { instant = now, draft = false, inDrafts = false, published = true } = more;
  return { path, date: { instant, day: '2022-06-02', offset: 0 }, draft, inDrafts, published };
};

describe('publication', () => {
  it.each([
    [{}, undefined],
    [{ draft: true }, 'draft'],
    [{ draft: true, inDrafts: true }, 'draft'],
    [{ published: false }, 'unpublished'],
    [{ instant: now + 1000 }, 'future'],
    [{ instant: now + 999 }, undefined],
    [{ instant: now + 1000, published: false, draft: true }, 'draft'],
  ])('of a post with %j is held back for: %s', (more, reason) => {
    expect(heldReason(post('a', more), options)).toBe(reason);
  });

  it('lets each reason be lifted alone', () => {
    expect(heldReason(post('a', { draft: true }), { ...options, draftFlag: 'publish' })).toBeUndefined();
    expect(heldReason(post('a', { draft: true, inDrafts: true }), { ...options, draftFlag: 'publish' })).toBe('draft');
    expect(heldReason(post('a', { draft: true, inDrafts: true }), { ...options, drafts: true })).toBeUndefined();
    expect(heldReason(post('a', { published: false }), { ...options, unpublished: true })).toBeUndefined();
    expect(heldReason(post('a', { instant: now + 9999 }), { ...options, future: true })).toBeUndefined();
  });

  it('keeps the newest posts within a limit and loses none', () => {
    const posts = [
      post('c', { instant: 3 }),
      post('a', { instant: 1 }),
      post('b', { instant: 2, draft: true }),
      post('d', { instant: 4 }),
    ];
    const { published, held } = partPosts(posts, { ...options, limit: 2 });
    expect(published.map(({ path }) => path)).toEqual(['c', 'd']);
    expect(held.map(({ post, reason }) => `${post.path} ${reason}`)).toEqual(['b draft', 'a limit']);
  });

  it('orders paths as their UTF-8 bytes are ordered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
    expect(byDateThenPath(post('\uff5e'), post('😀'))).toBeLessThan(0);
  });

  it('names both posts that share an address', () => {
    const place = { url: '/a/', path: 'a', file: 'a/index.html', id: '/a' };
    expect(
      collisions(
        [
          { path: 'x.md', permalink: place },
          { path: 'y.md', permalink: place },
          { path: 'z.md', permalink: { ...place, file: 'b' } },
        ],
        'blog/',
      ),
    ).toMatchObject([
      { code: 'same-address', severity: 'error', file: 'blog/y.md', message: expect.stringContaining('blog/x.md') },
    ]);
  });
});
