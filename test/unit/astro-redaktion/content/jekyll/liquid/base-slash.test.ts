import { expect, test } from 'vitest';
import { createLiquid } from '../../../../../../packages/astro-redaktion/src/content/jekyll/liquid/renderer.ts';
import { testPost, testSite, writeFolder } from '../../../../../jekyll/liquid/folder.ts';

const root = writeFolder({ '_includes/path.html': '{{ include.x }}{{ include.y }}' });

function render(body: string, baseurl: string, oneSlash = true): string {
  return createLiquid(testSite({ root, config: { baseurl, url: 'https://exempel.se' }, oneSlash })).render(
    testPost(body),
  ).text;
}

test.each([
  ['{{ site.baseurl }}a', '/a', '/b/a'],
  ['{{ site.baseurl }}/a', '/a', '/b/a'],
  ['{{ site.baseurl }}{{ page.url }}', '/2022/06/02/a.html', '/b/2022/06/02/a.html'],
  ['{{ "/a" | prepend: site.baseurl | prepend: site.url }}', 'https://exempel.se/a', 'https://exempel.se/b/a'],
  ['{{ "a" | prepend: site.baseurl }}', '/a', '/b/a'],
  ['{{ site.baseurl | append: "/a" }}', '/a', '/b/a'],
  ['{% assign x = site.baseurl %}{{ x }}/a', '/a', '/b/a'],
  ['{% include path.html x=site.baseurl y="/a" %}', '/a', '/b/a'],
  ['{{ site.baseurl }} /a', '/ /a', '/b/ /a'],
  ['{{ site.baseurl }}', '/', '/b/'],
])('one slash joins a baseurl that ends in one to a path: %s', (body, atRoot, below) => {
  expect(render(body, '/')).toBe(atRoot);
  expect(render(body, '/b/')).toBe(below);
});

test('others are joined as in Jekyll', () => {
  expect(render('{{ site.baseurl }}/a {{ "/" }}/a', '')).toBe('/a //a');
  expect(render('{{ site.baseurl }}/a', '/b')).toBe('/b/a');
  expect(render('{{ site.baseurl }}/a {{ "/a" | prepend: site.baseurl }}', '/', false)).toBe('//a //a');
});
