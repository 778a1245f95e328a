import { expect, test } from 'vitest';
import { authorsOf, correctionsOf } from '../../../../packages/astro-redaktion/src/content/fields.ts';

/** What front matter gives, and the keys that are wrong. */
function read(data: Record<string, unknown>) {
  const wrong: string[] = [];
  return { authors: authorsOf(data, (key) => wrong.push(key)), wrong };
}

test.each(['https://bo.se/', 'http://bo.se', 'mailto:bo@bo.se', '/om/bo/'])(
  'an author may have the address %s',
  (url) => {
    expect(read({ author: { name: 'Bo', url } })).toEqual({ authors: [{ name: 'Bo', url }], wrong: [] });
  },
);

test.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', '//annan.se/', 'bo.se'])(
  'an author is not led to by %s',
  (url) => {
    expect(read({ authors: [{ name: 'Bo', url }, 'Eva'] })).toEqual({
      authors: [{ name: 'Bo' }, { name: 'Eva' }],
      wrong: ['authors'],
    });
  },
);

test('corrections stand newest first, those of one day as written', () => {
  const value = ['a', 'b', 'c', 'd'].map((text) => ({ date: text === 'c' ? '2022-06-03' : '2022-06-02', text }));
  const date = (_: string, day: unknown) => ({ day: String(day), instant: 0, offset: 0 });
  expect(correctionsOf(value, { wrong: () => {}, date }).map(({ text }) => text)).toEqual(['c', 'a', 'b', 'd']);
});
