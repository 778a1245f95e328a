import { describe, expect, it } from 'vitest';
import { frontMatterDefaults } from '../../../../../packages/astro-redaktion/src/content/jekyll/defaults.ts';
import {
  readRedirectFrom,
  readRedirectTo,
} from '../../../../../packages/astro-redaktion/src/content/jekyll/redirects.ts';
import { readPlural, readTags } from '../../../../../packages/astro-redaktion/src/content/jekyll/taxonomy.ts';

describe('tags', () => {
  it("are split at Ruby's white space only", () => {
    expect(readPlural(' Digital_vård  a\u00a0b\tc\n')).toEqual(['Digital_vård', 'a\u00a0b', 'c']);
  });

  it('are one tag in the singular, which wins', () => {
    expect(readTags({ tag: 'två ord', tags: 'a b' })).toEqual(['två ord']);
    expect(readTags({ tag: null, tags: 'a b' })).toEqual(['a', 'b']);
    expect(readTags({ tag: '', tags: 'a b' })).toEqual([]);
  });

  it('are flattened, without empty items and maps', () => {
    expect(readTags({ tags: ['a', ['b', ['c']], null, '', 1177, { 'C#': 'x' }] })).toEqual(['a', 'b', 'c', '1177']);
  });
});

describe('defaults', () => {
  it('do not let a key change the prototype of the data', () => {
    const values = JSON.parse('{"__proto__": {"polluted": true}, "a": 1}') as unknown;
    const defaults = frontMatterDefaults([
      { scope: { path: '' }, values: { b: 1 } },
      { scope: { path: '' }, values },
    ]);
    expect(defaults('_posts/x.md')).toEqual({ a: 1, b: 1 });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('are none when the config holds nonsense', () => {
    for (const sets of [undefined, null, 'x', { scope: {} }, [null, 1, { values: 3 }]])
      expect(frontMatterDefaults(sets)('_posts/x.md')).toEqual({});
  });

  it('are found for other collections and pages by their type', () => {
    const sets = [
      { scope: { type: 'pages' }, values: { a: 1 } },
      { scope: { type: 'recipes' }, values: { b: 1 } },
    ];
    expect(frontMatterDefaults(sets, { type: 'pages' })('about.md')).toEqual({ a: 1 });
    expect(frontMatterDefaults(sets, { type: 'recipes' })('_recipes/x.md')).toEqual({ b: 1 });
  });
});

describe('redirects', () => {
  const at = { file: 'a.md', lineOf: (): number => 3 };

  it('lead from every old address to the post, each once', () => {
    expect(readRedirectFrom({ redirect_from: ['/a', 'b/', null, '/a'], aliases: '/c' })).toEqual(['/a', '/b/', '/c']);
  });

  it('lead to web addresses and paths only', () => {
    expect(readRedirectTo({ redirect_to: [null, 'HTTPS://example.org/x'] }, at)).toEqual({
      to: 'HTTPS://example.org/x',
    });
    expect(readRedirectTo({ redirect_to: 'x/y' }, at)).toEqual({ to: '/x/y' });
    expect(readRedirectTo({ redirect_to: '//example.org/' }, at)).toEqual({ to: '/example.org/' });
    expect(readRedirectTo({ redirect_to: '/\\example.org/' }, at)).toEqual({ to: '/example.org/' });
    for (const bad of ['javascript:alert(1)', ' jAvA\nscript:x', 'data:text/html,x', 'vbscript:x']) {
      expect(readRedirectTo({ redirect_to: bad }, at).problem).toMatchObject({ code: 'redirect-scheme', line: 3 });
    }
    expect(readRedirectTo({ redirect_to: false }, at)).toEqual({});
  });
});
