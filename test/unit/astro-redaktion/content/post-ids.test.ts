import fc from 'fast-check';
import { expect, test } from 'vitest';
import { postIds } from '../../../../packages/astro-redaktion/src/content/post-ids.ts';

const idsOf = (...paths: string[]) => Object.fromEntries(postIds(paths.map((path) => ({ path }))));

test('an id is the path without folder and extension', () => {
  expect(idsOf('_posts/2022-06-02-a.md', '_posts/en/2022-06-02-a.md', 'nytt/_posts/2022-06-02-a.md')).toEqual({
    '_posts/2022-06-02-a.md': '2022-06-02-a',
    '_posts/en/2022-06-02-a.md': 'en/2022-06-02-a',
    'nytt/_posts/2022-06-02-a.md': 'nytt/2022-06-02-a',
  });
});

test('a draft of a post’s name does not take its id, nor does another extension', () => {
  expect(idsOf('_drafts/2022-06-02-a.md', '_posts/2022-06-02-a.markdown', '_posts/2022-06-02-a.md')).toEqual({
    '_drafts/2022-06-02-a.md': 'drafts/2022-06-02-a',
    '_posts/2022-06-02-a.markdown': '2022-06-02-a',
    '_posts/2022-06-02-a.md': 'posts/2022-06-02-a',
  });
});

test('no two files have one id', () => {
  const part = fc.constantFrom('a', 'posts', 'drafts', 'a.b', '_posts');
  const path = fc
    .tuple(fc.constantFrom('_posts/', '_drafts/', 'x/_posts/'), part, part, fc.constantFrom('.md', '.html'))
    .map(([folder, one, other, ending]) => `${folder}${one}/${other}${ending}`);
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 30 }), (paths) => {
      const ids = postIds(paths.map((each) => ({ path: each })));
      expect(ids.size).toBe(paths.length);
      expect(new Set(ids.values()).size).toBe(paths.length);
    }),
  );
});
