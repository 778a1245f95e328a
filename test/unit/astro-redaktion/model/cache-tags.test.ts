import { describe, expect, test } from 'vitest';
import { cacheTags } from '../../../../packages/astro-redaktion/src/model/cache-tags.ts';
import { tableSite } from '../../../helpers/table-site.ts';

const site = tableSite({
  a: { tags: 'vård', permalink: '/a, b/' },
  b: { tags: 'vård' },
  c: { tags: 'annat' },
});
const tagsOf = (path: string): string[] => {
  const page = site.pages.get(path);
  if (!page) throw new Error(`No page ${path}: ${[...site.pages.keys()].join(' ')}`);
  return cacheTags(page);
};

describe('cache tags', () => {
  test('of a list name every post on it, once', () => {
    const [first, second, ...posts] = tagsOf('');
    expect([first, second]).toEqual(['site', 'lists']);
    expect(posts.sort()).toEqual(site.posts.map(({ url }) => `post:${url.replaceAll(',', '%2C')}`).sort());
    expect(tagsOf('tags/annat')).toHaveLength(3);
  });

  test('of a post name it and its neighbours, and not the lists', () => {
    const post = site.posts.find(({ id }) => id.includes('c'));
    const tags = tagsOf(post?.path ?? '');
    expect(tags).toContain(`post:${post?.url}`);
    expect(tags).toContain(`post:${site.posts.find(({ id }) => id.includes('b'))?.url}`);
    expect(tags).not.toContain('lists');
  });

  test('hold no comma: they travel in one header', () => {
    expect(tagsOf('').filter((tag) => tag.includes(','))).toEqual([]);
  });

  test('of indexes are few, whatever the number of posts', () => {
    expect(tagsOf('tags')).toEqual(['site', 'lists']);
    expect(tagsOf('arkiv')).toEqual(['site', 'lists']);
  });
});
