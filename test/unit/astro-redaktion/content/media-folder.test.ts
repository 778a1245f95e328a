import { expect, test } from 'vitest';
import {
  inMediaFolder,
  mediaFolder,
  picturesInMediaFolder,
} from '../../../../packages/astro-redaktion/src/content/media-folder.ts';

test('a post names the folder of its pictures by either key, the new one first', () => {
  expect(mediaFolder({ media_subpath: ' /a/ ', img_path: '/b' })).toBe('/a/');
  expect([{ img_path: '/b' }, { media_subpath: 1 }, {}].map(mediaFolder)).toEqual(['/b', '', '']);
});

test.each([
  ['x.png', '/a/b/', '/a/b/x.png'],
  ['/x.png', 'a', '/a/x.png'],
  ['https://exempel.se/x.png', '/a', 'https://exempel.se/x.png'],
  ['//exempel.se/x.png', '/a', '//exempel.se/x.png'],
  ['data:image/png;base64,x', '/a', 'data:image/png;base64,x'],
  ['x.png', '', 'x.png'],
  ['/a/x.png', '/a/', '/a/x.png'],
  ['a/x.png', 'a', 'a/x.png'],
  ['/ab/x.png', '/a', '/a/ab/x.png'],
])('the address %s in the folder "%s" is %s', (src, folder, expected) =>
  expect(inMediaFolder(src, folder)).toBe(expected),
);

test('pictures of a text are looked for there, with all else that their tags say', () => {
  const html = `<p><img alt="src='x'" src='å & "b".png' width=1> <img src=x.png><img src="https://e.se/y.png"></p>`;
  expect(picturesInMediaFolder(html, '/a')).toBe(
    `<p><img alt="src='x'" src="/a/å &amp; &quot;b&quot;.png" width=1> <img src="/a/x.png"><img src="https://e.se/y.png"></p>`,
  );
  expect(picturesInMediaFolder(html, '')).toBe(html);
});
