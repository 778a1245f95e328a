import { expect, test } from 'vitest';
import { answerFor, isAsNamed } from '../../../../packages/astro-redaktion/src/views/on-demand.ts';
import { tableOptions, tableSite } from '../../../helpers/table-site.ts';

const onDemand = { maxAge: 60, swr: 600, memory: 64 };
const site = tableSite({ a: { tags: 'vård' } });

/** Asks for an address without a route cache: what a CDN sees. */
function ask(path: string, address: string) {
  const headers = new Headers();
  const locals = {
    redaktion: { page: site.pages.get(path) ?? { kind: 'custom' }, options: tableOptions({ onDemand }) },
  };
  const context = { url: new URL(address, 'https://exempel.se'), locals, cache: { enabled: false } };
  return { headers, answer: answerFor(context as unknown as Parameters<typeof answerFor>[0], headers) };
}

test('a page has the times and tags of its posts for caches on the way', () => {
  const { headers, answer } = ask('tags/vard', '/tags/vard/');
  expect(answer).toBeUndefined();
  expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=60, stale-while-revalidate=600');
  expect(headers.get('cache-tag')).toBe(`site, lists, post:${site.posts[0]?.url}`);
});

test('another spelling of an address leads to the page, with what was asked', () => {
  const { answer } = ask('tags/vard', '/tags/vard?sida=1');
  expect([answer?.status, answer?.headers.get('location')]).toEqual([301, '/tags/vard/?sida=1']);
  expect(answer?.headers.get('cache-control')).toContain('s-maxage=60');
});

test('nothing is cached of an address that nothing is at', () => {
  const { headers, answer } = ask('ingenting', '/ingenting/');
  expect([answer?.status, [...headers]]).toEqual([404, []]);
});

test('an asker has a page when it names its bytes, in any of the ways that HTTP knows', () => {
  for (const names of ['"a"', 'W/"a"', '"x", "a"', '*']) expect(isAsNamed('"a"', names), names).toBe(true);
  for (const names of [null, '', '"b"', 'a', '"a']) expect(isAsNamed('"a"', names), String(names)).toBe(false);
});
