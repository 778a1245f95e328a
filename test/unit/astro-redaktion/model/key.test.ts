import { describe, expect, test } from 'vitest';
import type { SiteInput } from '../../../../packages/astro-redaktion/src/model/site.ts';
import type { Site } from '../../../../packages/astro-redaktion/src/types.ts';
import { type Row, tableSite } from '../../../helpers/table-site.ts';

const ROWS: Record<string, Row> = {
  a: { tags: 'X', authors: ['Bo'] },
  b: { tags: 'Y', authors: ['Bo'] },
  c: { tags: 'Y', authors: ['Eva'] },
  d: { tags: 'Z' },
  e: { tags: 'Z' },
};
const BEFORE = tableSite(ROWS);

/** Paths of the pages whose key is another one than before, or that are new. */
function changed(after: Site, before: Site = BEFORE): string[] {
  return [...after.pages.values()]
    .filter(({ path, key }) => before.pages.get(path)?.key !== key)
    .map(({ path }) => path)
    .sort();
}

function withRow(slug: string, row: Row): Record<string, Row> {
  return { ...ROWS, [slug]: { ...ROWS[slug], ...row } };
}

const post = (slug: string): string => `2022/01/0${'abcde'.indexOf(slug) + 1}/${slug}.html`;

describe('the key of a page', () => {
  test('is the same when nothing has changed, whatever time it is', () => {
    expect(changed(tableSite(ROWS))).toEqual([]);
    expect(changed(tableSite(ROWS, { publish: { now: Date.parse('2029-05-05T00:00:00Z') } }))).toEqual([]);
  });

  test('changes with a post’s text: its own, its lists, and the pages that name it', () => {
    expect(changed(tableSite(withRow('a', { digest: 'new' })))).toEqual(
      [
        '',
        '404',
        post('a'),
        post('b'),
        'arkiv',
        'arkiv/2022',
        'arkiv/2022/01',
        'artiklar',
        'av/bo',
        'sok',
        'tags/x',
      ].sort(),
    );
  });

  test('does not change with a post that the page has nothing to do with', () => {
    const after = changed(tableSite(withRow('e', { digest: 'new' })));
    for (const path of [post('a'), post('b'), post('c'), 'tags/x', 'tags/y', 'av/bo', 'tags'])
      expect(after).not.toContain(path);
    expect(after).toContain(post('d'));
  });

  test('of posts does not change when their tag gets one more post that is neither neighbour nor related', () => {
    const rows = {
      ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`q${index}`, { tags: 'X' }])),
      ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`r${index}`, { tags: 'Y' }])),
    };
    const after = changed(tableSite({ ...rows, ny: { tags: 'X' } }), tableSite(rows));
    expect(after).toContain('tags/x');
    expect(after.filter((path) => /q0/.test(path))).toEqual([]);
  });

  test('changes with the number of posts of a term in the indexes', () => {
    const after = changed(tableSite({ ...ROWS, f: { tags: 'X' } }));
    expect(after).toEqual(expect.arrayContaining(['tags', 'tags/efter-antal', 'tags/x', '', post('e')]));
    expect(after).not.toContain('tags/y');
  });

  const registries: SiteInput['registries'] = {
    tags: [{ key: 'x', label: 'X', colour: 'red', description: '<p>1</p>' }],
    authors: [
      { key: 'Bo', name: 'Bo', bio: '1' },
      { key: 'Eva', name: 'Eva' },
    ],
  };
  const before = tableSite(ROWS, {}, { registries });

  test('changes with a term’s colour or label wherever it is printed, with its description on its own page and where terms are listed', () => {
    const colour = changed(
      tableSite(
        ROWS,
        {},
        {
          registries: {
            ...registries,
            tags: [{ key: 'x', label: 'X', colour: 'blue', description: '<p>1</p>' }],
          },
        },
      ),
      before,
    );
    expect(colour).toEqual(expect.arrayContaining([post('a'), post('b'), 'tags', 'tags/x', '', 'av/bo']));
    const description = changed(
      tableSite(
        ROWS,
        {},
        {
          registries: {
            ...registries,
            tags: [{ key: 'x', label: 'X', colour: 'red', description: '<p>2</p>' }],
          },
        },
      ),
      before,
    );
    expect(description).toContain('tags/x');
    expect(description).not.toContain(post('a'));
  });

  test('changes with an author’s biography on the author’s pages and posts', () => {
    const after = changed(
      tableSite(
        ROWS,
        {},
        {
          registries: {
            ...registries,
            authors: [
              { key: 'Bo', name: 'Bo', bio: '2' },
              { key: 'Eva', name: 'Eva' },
            ],
          },
        },
      ),
      before,
    );
    expect(after).toEqual(['av', 'av/bo', post('a'), post('b')].sort());
  });

  test('changes everywhere with an option, a plugin’s version or the caller’s stamp', () => {
    const all = [...BEFORE.pages.keys()].sort();
    expect(changed(tableSite(ROWS, { strings: { sv: { readMore: 'Mer' } } }))).toEqual(all);
    expect(changed(tableSite(ROWS, { theme: { accentHue: 10, schemeSwitch: false } }))).toEqual(all);
    expect(changed(tableSite(ROWS, {}, { plugins: [{ name: 'p', version: '1' }] }))).toEqual(all);
    expect(changed(tableSite(ROWS, {}, { stamp: 'x' }))).toEqual(all);
  });

  test('changes everywhere when the header gets a link to what was empty', () => {
    const after = changed(tableSite({ ...ROWS, f: { categories: 'Ny', date: '2000-01-01' } }));
    expect(after).toEqual(expect.arrayContaining([...BEFORE.pages.keys()]));
  });

  test('differs between any two pages', () => {
    const keys = [...BEFORE.pages.values()].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
