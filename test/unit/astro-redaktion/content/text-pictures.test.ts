import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import {
  withFoundPictures,
  withPlainPictures,
} from '../../../../packages/astro-redaktion/src/content/text-pictures.ts';

const root = mkdtempSync(join(tmpdir(), 'redaktion-pictures-'));
mkdirSync(join(root, '_posts'));
writeFileSync(join(root, '_posts/bild å.png'), '');
afterAll(() => rmSync(root, { recursive: true }));

const post = pathToFileURL(join(root, '_posts/2022-06-02-a.md'));
const marked = (attributes: object): string =>
  `<p><img __ASTRO_IMAGE_="${JSON.stringify(attributes).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></p>`;

test('only files beside the text are left to Astro; other addresses are the page’s own, as Jekyll has them', () => {
  const lost = { alt: 'En "bild" <b> & mer', src: '../../ci/images/a.png', className: ['x', 'y'], index: 0 };
  const found = marked({ alt: 'Å', src: 'bild å.png', index: 0 });
  const remote = marked({ alt: '', src: 'https://a.se/b.png', index: 0, inferSize: true });
  const images = ['../../ci/images/a.png', 'bild å.png', 'https://a.se/b.png'];
  const made = withFoundPictures({ html: marked(lost) + found + remote, images, headings: [] }, post);
  expect(made).toEqual({
    html: `<p><img alt="En &quot;bild&quot; <b> &amp; mer" src="../../ci/images/a.png" class="x y"></p>${found}${remote}`,
    images: ['bild å.png', 'https://a.se/b.png'],
    headings: [],
  });
});

test('a page of a Jekyll site keeps every picture as written, with its alt text', () => {
  expect(withPlainPictures(marked({ alt: 'Å', src: 'b.png', index: 1 }))).toBe('<p><img alt="Å" src="b.png"></p>');
});
