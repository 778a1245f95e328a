import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { postImages } from '../../../../packages/astro-redaktion/src/build/post-images.ts';
import { searchRecords } from '../../../../packages/astro-redaktion/src/build/search-records.ts';
import { openTextFile } from '../../../../packages/astro-redaktion/src/content/text-file.ts';
import type { Page, Post, PostData, RenderedPost } from '../../../../packages/astro-redaktion/src/types.ts';
import { makePost, options, site } from '../outputs/sample-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'redaktion-texts-'));
const store = pathToFileURL(`${folder}/store/`);
const dir = pathToFileURL(`${folder}/dist/`);
afterAll(() => rmSync(folder, { recursive: true }));

const texts = openTextFile(join(folder, 'store'), true);

function postWith(text: Partial<RenderedPost>, data: Partial<PostData> = {}): Post {
  const empty = { html: '', excerpt: '', headings: [], images: [], components: [], more: false };
  const slug = data.slug ?? `p${texts.size()}`;
  return makePost({ data: { slug, rendered: texts.append({ ...empty, ...text }), ...data } });
}

const chart = postWith({
  html: '<p>Före <!--redaktion:include 0--> efter.</p>',
  components: [
    { name: 'chart', props: {}, block: true, feed: '<table><tr><td>Väntetid 42</td></tr></table>', text: '| 42 |' },
  ],
});
const pictures = postWith({
  html:
    '<img src="/a b.png?x=1&amp;y=2"><p><img alt="" src=\'bild.jpg\' width="2"><img src="https://annan.se/c.svg">' +
    '<img src="data:image/png;base64,AA"><img alt="utan"></p>',
});
const { rendered: _none, ...unrendered } = makePost({ data: { slug: 'mdx', ext: '.mdx' } }).data;
const mdx = { ...makePost({ data: { slug: 'mdx' } }), data: unrendered } as Post;
const beside = postWith(
  { html: '<p><img src="./ful.jpg"></p>' },
  { slug: 'beside', pictures: ['./ful.jpg'], image: { path: 'omslag.jpg' } },
);
texts.close();

function write(path: string, html: string): void {
  mkdirSync(dirname(join(folder, 'dist', path)), { recursive: true });
  writeFileSync(join(folder, 'dist', path), html);
}
const page = (text: string, head = '') =>
  `<head>${head}</head><main><div class="e-content">${text}</div><footer class="rd-post__footer"><img src="/x.png"></footer></main>`;
write('2022/06/02/mdx.html', page('<p>Av en komponent <img src="/_astro/m.webp"></p>'));
write(
  '2022/06/02/beside.html',
  page('<img src="/_astro/ful.webp">', '<meta property="og:image" content="https://example.se/_astro/o.jpg"/>'),
);
write('om.html', '<main><h1>Om</h1></main>');
write('dold.html', '<meta name="robots" content="noindex"><main></main>');

const posts = [chart, pictures, mdx, beside];
const made = {
  ...site,
  posts,
  pages: new Map(posts.map((post) => [post.path, { path: post.path, url: post.url } as Page])),
};

describe('the search index', () => {
  const records = searchRecords({ site: made, options }, { dir, store, own: ['om', 'dold'] });
  const of = (url: string): string => records.find((record) => record.url === url)?.html ?? '';

  test('holds what the blocks of a post tell', () => {
    expect(of(chart.url)).toContain('<p>Före <table><tr><td>Väntetid 42</td></tr></table> efter.</p>');
    expect(of(chart.url)).not.toContain('redaktion:include');
  });

  test('holds MDX as it was printed, and pages of the owner that may be found', () => {
    expect(of(mdx.url)).toContain('Av en komponent');
    expect(of(mdx.url)).not.toContain('rd-post__footer');
    expect(of('/om')).toContain('<main data-pagefind-body><h1>Om</h1>');
    expect(records).toHaveLength(posts.length + 1);
  });
});

describe('the pictures of a post, for the sitemap', () => {
  const images = postImages(made, options, { dir, store });

  test('are those in its text, as addresses from the root of the site', () => {
    expect(images(pictures)).toEqual(['/a%20b.png?x=1&y=2', '/2022/06/02/bild.jpg', 'https://annan.se/c.svg']);
    expect(images(chart)).toEqual([]);
  });

  test('are taken from the finished page where Astro has made them', () => {
    expect(images(mdx)).toEqual(['/_astro/m.webp']);
    expect(images(beside)).toEqual(['https://example.se/_astro/o.jpg', '/_astro/ful.webp']);
  });
});
