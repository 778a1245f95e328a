import { describe, expect, test } from 'vitest';
import { readLayout } from '../../../../packages/astro-redaktion/src/content/post-layout.ts';

function read(data: Record<string, unknown>, jekyll = false) {
  const problems: string[] = [];
  const { layout } = data;
  const choice = readLayout(
    { data, ...(typeof layout === 'string' || layout === false ? { layout } : {}) },
    { jekyll, problem: (key, message, fix) => problems.push(`${key}: ${message} ${fix}`) },
  );
  return { ...choice, problems };
}

describe('readLayout', () => {
  test.each([
    [{}, 'post'],
    [{ layout: false }, 'post'],
    [{ layout: 'post' }, 'post'],
    [{ layout: 'wide' }, 'wide'],
    [{ layout: 'note', link: 'https://a.se' }, 'note'],
  ])('%j is %s', (data, layout) => {
    expect(read(data)).toEqual({ layout, problems: [] });
  });

  test('a name that is not ours is told with those that are, and the nearest', () => {
    const { layout, problems } = read({ layout: 'wid' });
    expect(layout).toBe('post');
    expect(problems).toEqual([
      'layout: there is no layout “wid” for posts. Did you mean `wide`? The layouts are post, wide, note, link.',
    ]);
    expect(read({ layout: 'constructor' }).problems).toHaveLength(1);
  });

  test('a link leads somewhere on the web', () => {
    expect(read({ layout: 'link', link: 'https://exempel.se/å' })).toMatchObject({
      layout: 'link',
      link: 'https://exempel.se/%C3%A5',
    });
    for (const link of [undefined, '', '/har', 'javascript:alert(1)', 'mailto:a@b.se', 7, ['https://a.se']]) {
      const { layout, problems } = read({ layout: 'link', link });
      expect(layout).toBe('post');
      expect(problems[0]).toContain('Add the whole address');
    }
  });

  test('in a Jekyll site other names are its own layouts, and nothing stops the build', () => {
    expect(read({ layout: 'artikel' }, true)).toEqual({ layout: 'post', problems: [] });
    expect(read({ layout: 'link' }, true)).toEqual({ layout: 'post', problems: [] });
  });
});
