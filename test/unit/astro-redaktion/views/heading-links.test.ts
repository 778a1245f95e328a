import { expect, test } from 'vitest';
import { withHeadingLinks } from '../../../../packages/astro-redaktion/src/views/heading-links.ts';

const link = (html: string): string => withHeadingLinks(html, (title) => `Till ”${title}”`);

test('a heading gets a link beside it, and stays as it is', () => {
  expect(link('<p>a</p>\n<h2 id="b">B &amp; <em>C</em></h2>\n<p>d</p>')).toBe(
    '<p>a</p>\n<div class="rd-head rd-head--2"><h2 id="b">B &amp; <em>C</em></h2><a class="rd-anchor" href="#b" aria-label="Till ”B &amp; C”"></a></div>\n<p>d</p>',
  );
});

test('classes before and after the id are kept', () => {
  expect(link('<h3 class="no_toc" id="x" lang="en">X</h3>')).toContain('<h3 class="no_toc" id="x" lang="en">X</h3><a');
});

test.each([
  '<h1 id="a">A</h1>',
  '<h5 id="a">A</h5>',
  '<h2>A</h2>',
  '<h2 id="a"><img src="/a.png" alt=""></h2>',
  '<h2 class="sr-only" id="footnote-label">Noter</h2>',
  '<pre>&lt;h2 id="a">A&lt;/h2></pre>',
  '<p id="a">A</p>',
])('%s stays', (html) => {
  expect(link(html)).toBe(html);
});

test('nothing in a heading ends the attribute', () => {
  expect(link('<h2 id="a">Säg "hej" <b onclick="x">nu</b></h2>')).toContain(
    'aria-label="Till ”Säg &quot;hej&quot; nu”"',
  );
});
