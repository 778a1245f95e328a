import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseOptions } from '../../../../../packages/astro-redaktion/src/config/parse.ts';
import { POST_LAYOUTS } from '../../../../../packages/astro-redaktion/src/config/post-layouts.ts';
import { readLayoutChain } from '../../../../../packages/astro-redaktion/src/content/jekyll/layout-chain.ts';
import { writeFolder } from '../../../../jekyll/liquid/folder.ts';

const root = writeFolder({
  '_layouts/default.html': '<html>{{ content }}',
  '_layouts/longread.html': '---\nlayout: bred\n---\n{{ content }}',
  '_layouts/bred.html': '---\nlayout: default\n---\n',
  '_layouts/gallery.html': '---\nlayout: wide\n---\n',
  '_layouts/runt.html': '---\nlayout: varv\n---\n',
  '_layouts/varv.html': '---\nlayout: runt\n---\n',
  '_layouts/blogg/inlagg.md': '---\nlayout: longread\n---\n',
  '_layouts/trasig.html': '---\nlayout: [a\n---\n',
});
afterAll(() => rmSync(root, { recursive: true }));

const ours = (name: string, map: Record<string, string> = {}): string | undefined =>
  readLayoutChain(join(root, '_layouts'), { map, known: POST_LAYOUTS }).ours(name);

describe('the layout of ours for one of the site', () => {
  test.each([
    ['longread', { longread: 'note' }, 'note'],
    ['longread', { bred: 'wide' }, 'wide'],
    ['blogg/inlagg', { default: 'note' }, 'note'],
    ['gallery', {}, 'wide'],
    ['gallery', { gallery: 'post' }, 'post'],
    ['post', {}, 'post'],
    ['longread', {}, undefined],
    ['runt', {}, undefined],
    ['trasig', {}, undefined],
    ['finns-inte', {}, undefined],
    ['constructor', {}, undefined],
  ])('%s with %j is %s', (name, map, expected) => {
    expect(ours(name, map)).toBe(expected);
  });

  test('a folder that does not exist has none', () => {
    expect(readLayoutChain(join(root, 'nix'), { map: {}, known: POST_LAYOUTS }).parents.size).toBe(0);
  });
});

test('a map to a layout that does not exist is an error with the nearest name', () => {
  expect(() => parseOptions({ layouts: { post: 'wid' } })).toThrow(
    /`layouts\.post`: must be a layout of ours \(post, wide, note, link, page\); did you mean `wide`\?; it is "wid"/,
  );
  expect(parseOptions({ layouts: { post: 'wide', page: 'page' } }).layouts).toEqual({ post: 'wide', page: 'page' });
});
