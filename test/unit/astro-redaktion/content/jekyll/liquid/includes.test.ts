import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { splitAtMarkers } from '../../../../../../packages/astro-redaktion/src/content/blocks/marker.ts';
import { createLiquid } from '../../../../../../packages/astro-redaktion/src/content/jekyll/liquid/renderer.ts';
import { testPost, testSite, writeFolder } from '../../../../../jekyll/liquid/folder.ts';

describe('files', () => {
  const outside = writeFolder({ 'secret.html': 'secret' });
  const root = writeFolder({
    '_includes/a.html': 'a',
    'private.html': 'private',
    '_posts/part.md': 'part',
    '_data/people.yml': 'anna: {name: Anna}\n',
  });
  mkdirSync(join(root, '_includes/real'));
  writeFileSync(join(root, '_includes/real/b.html'), 'b');
  symlinkSync(join(outside, 'secret.html'), join(root, '_includes/link.html'));
  symlinkSync(outside, join(root, '_includes/folder'));
  symlinkSync(join(root, 'private.html'), join(root, '_includes/near.html'));
  symlinkSync(join(root, '_includes/real'), join(root, '_includes/inner'));
  symlinkSync(join(outside, 'secret.html'), join(root, '_posts/link.md'));
  symlinkSync(join(outside, 'secret.html'), join(root, '_data/link.yml'));
  symlinkSync('loop.html', join(root, '_includes/loop.html'));
  const liquid = createLiquid(testSite({ root }));

  test.each([
    '{% include link.html %}',
    '{% include folder/secret.html %}',
    '{% include near.html %}',
    '{% include_relative link.md %}',
    '{% include_relative ../private.html %}',
    '{% include /../private.html %}',
    '{% assign p = "../private.html" %}{% include {{ p }} %}',
    '{% assign p = "folder" %}{% include {{ p }}/secret.html %}',
    '{% include loop.html %}',
    '{% include real %}',
    '{% include .. %}',
    '{% include a.html%00 %}',
    '{% include_cached near.html %}',
  ])('%s reads nothing outside its folder and is a problem', (body) => {
    const { text, problems } = liquid.render(testPost(body));
    expect(text).toBe('');
    expect(problems).toMatchObject([{ severity: 'error', line: 4 }]);
  });

  test('a link to a folder inside is followed', () => {
    expect(liquid.render(testPost('{% include inner/b.html %}')).text).toBe('b');
  });

  test('linked data files are passed over, as in Jekyll', () => {
    expect(liquid.render(testPost('[{{ site.data.link }}]')).text).toBe('[]');
  });

  test('all that was read is named, and what would be read if it were there', () => {
    const { includes, site } = liquid.render(
      testPost(
        '{% include a.html %}{% include_relative part.md %}{{ site.data.people.anna.name }}{% include no.html %}',
      ),
    );
    expect(includes).toEqual(['_includes/a.html', '_posts/part.md', '_data/', '_data/people.yml', '_includes/no.html']);
    expect(site).toBe(false);
  });

  test.each([
    '{{ site.posts.size }}',
    '{{ site.tags.size }}',
    '{{ page.previous.url }}',
    '{{ site.related_posts.size }}',
  ])('%s depends on other posts', (body) => {
    expect(liquid.render(testPost(body)).site).toBe(true);
  });
});

describe('components', () => {
  const root = writeFolder({
    '_includes/map.html': 'a map',
    '_includes/wrap.html': '<div>\n{% include map.html id=include.id %}\n</div>',
  });
  const liquid = createLiquid(testSite({ root, includes: { 'map.html': 'Map' } }));

  test('an include that is mapped leaves a marker and its parameters', () => {
    const { text, components } = liquid.render(
      testPost('Before\n\n{% include map.html id="x" days=page.days %}\n\nAfter', { data: { days: [1, 2] } }),
    );
    expect(text).toBe('Before\n\n<!--redaktion:include 0-->\n\nAfter');
    expect(components).toEqual([{ index: 0, name: 'Map', props: { id: 'x', days: [1, 2] }, block: true, line: 6 }]);
  });

  test('inside a line the marker is an element, so that the line stays Markdown', () => {
    const { text, components } = liquid.render(testPost('{% include map.html %} and *more*'));
    expect(text).toBe('<span data-redaktion-include="0"></span> and *more*');
    expect(components).toMatchObject([{ block: false }]);
  });

  test('in a list the marker keeps its indentation', () => {
    expect(liquid.render(testPost('- a\n\n  {% include map.html %}\n- b')).text).toBe(
      '- a\n\n  <!--redaktion:include 0-->\n- b',
    );
  });

  test('includes may hold components, and several are numbered', () => {
    const { text, components } = liquid.render(testPost('{% include wrap.html id=1 %}\n{% include wrap.html id=2 %}'));
    expect(text).toBe('<div>\n<!--redaktion:include 0-->\n</div>\n<div>\n<!--redaktion:include 1-->\n</div>');
    expect(components.map(({ props }) => props)).toEqual([{ id: 1 }, { id: 2 }]);
  });

  test('a post given as a parameter becomes its plain fields', () => {
    const post = testPost('x', {
      path: '_posts/2022-01-01-b.md',
      url: '/b/',
      data: { title: 'B' },
      excerpt: () => 'long',
    });
    const site = createLiquid(testSite({ root, includes: { 'map.html': 'Map' }, posts: () => [post] }));
    const { components } = site.render(testPost('{% assign p = site.posts | first %}{% include map.html post=p %}'));
    expect(JSON.parse(JSON.stringify(components[0]?.props))).toMatchObject({
      post: { title: 'B', url: '/b/', date: '2022-06-02 00:00:00 +0000' },
    });
  });

  test('toc.md is the table of contents, unless the site has its own', () => {
    expect(liquid.render(testPost('{% include toc.md %}')).components).toMatchObject([{ name: 'toc', block: true }]);
    const own = createLiquid(testSite({ root: writeFolder({ '_includes/toc.md': '* TOC\n{:toc}\n' }) }));
    expect(own.render(testPost('{% include toc.md %}'))).toMatchObject({
      text: '* TOC\n{:toc}\n',
      components: [],
    });
  });

  test('HTML is cut at its markers; a marker that an author typed is taken away', () => {
    const html =
      '<p>a</p>\n<!--redaktion:include 0-->\n<p>b <span data-redaktion-include="1"></span><!--redaktion:include 7--> c</p>';
    expect(splitAtMarkers(html, 2)).toEqual([
      '<p>a</p>\n',
      { index: 0, children: [] },
      '\n<p>b ',
      { index: 1, children: [] },
      ' c</p>',
    ]);
  });
});
