import { describe, expect, it } from 'vitest';
import { explainIgnored, parsePostPath } from '../../../../../packages/astro-redaktion/src/content/jekyll/file-name.ts';

describe("a post's path", () => {
  it('gives date, slug, extension and the folders above _posts as categories', () => {
    expect(parsePostPath('News Å/Local/_posts/sub/2022-6-2-A.b..md')).toEqual({
      date: '2022-6-2',
      slug: 'A.b',
      ext: '.md',
      basename: '2022-6-2-A.b.',
      path: 'News Å/Local//sub/2022-6-2-A.b',
      categories: ['News Å', 'Local'],
      draft: false,
    });
  });

  it('needs no date below _drafts', () => {
    expect(parsePostPath('cat/_drafts/idea.md')).toMatchObject({ slug: 'idea', categories: ['cat'], draft: true });
    expect(parsePostPath('_drafts/2019-05-06-old.md')).toMatchObject({ slug: 'old', date: '2019-05-06' });
  });

  it.each([
    '_posts/no-date.md',
    '_posts/2022-06-02.md',
    '_posts/2022-06-02-.md',
    '_posts/2022-06-02-x',
    'about.md',
    'posts/2022-06-02-x.md',
    '_posts/',
  ])('is none: %s', (path) => expect(parsePostPath(path)).toBeNull());

  it('says why a file is no post, but not of files hidden on purpose', () => {
    expect(explainIgnored('_posts/no-date.md')).toBe('its name does not begin with a date');
    expect(explainIgnored('_posts/2022-06-02.md')).toBe('its name has a date but no title');
    expect(explainIgnored('_posts/2022-06-02-x')).toBe('its name has no extension');
    expect(explainIgnored('_posts/.DS_Store')).toBeUndefined();
    expect(explainIgnored('_posts/2022-06-02-x.md')).toBeUndefined();
  });
});
