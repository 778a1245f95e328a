import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { feedIdOf } from '../../../../../packages/astro-redaktion/src/content/feed-id.ts';
import { feedIdTemplate } from '../../../../../packages/astro-redaktion/src/content/jekyll/feed-ids.ts';
import { createLiquid } from '../../../../../packages/astro-redaktion/src/content/jekyll/liquid/renderer.ts';
import { temporaryFolder } from '../../../../helpers/temporary-folder.ts';
import { testPost, testSite, writeFolder } from '../../../../jekyll/liquid/folder.ts';

/** Jekyll's own template, until themes took jekyll-feed. */
const ADDRESS = feed('{{ post.url | prepend: site.baseurl | prepend: site.url }}');
const ID = feed('{{ site.url }}{{ post.id }}');

function feed(guid: string, begin = '---\nlayout: null\n---\n'): string {
  return `${begin}<rss><channel><link>{{ site.url }}/</link>{% for post in site.posts limit:10 %}<item>
<guid isPermaLink="true">${guid}</guid></item>{% endfor %}</channel></rss>
`;
}

function template(files: Record<string, string>, plugins: string[] = []): string | undefined {
  const root = temporaryFolder('feed-ids');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return feedIdTemplate(root, plugins)?.replace('{% assign post = page %}', '');
}

describe('the feeds of a folder', () => {
  test.each([
    ['by address', ADDRESS, '{{ post.url | prepend: site.baseurl | prepend: site.url }}'],
    ["by Jekyll's id", ID, '{{ site.url }}{{ post.id }}'],
    ['in CDATA', feed('<![CDATA[{{ post.url }}]]>'), '{{ post.url }}'],
    ['with tags', feed('{% if post.guid %}{{ post.guid }}{% else %}{{ post.id }}{% endif %}'), /^\{% if .*endif %\}$/],
    [
      'by another name',
      feed('{{ entry.id }}').replaceAll('guid', 'id').replace('<item>', '<item><id>{{ site.url }}</id>'),
      '{% assign entry = page %}{{ entry.id }}',
    ],
  ])('say how they know posts: %s', (_, text, expected) => {
    expect(template({ 'feed.xml': text })).toEqual(
      expected instanceof RegExp ? expect.stringMatching(expected) : expected,
    );
  });

  test('of several, the one that readers find first', () => {
    const [address, id] = [template({ 'feed.xml': ADDRESS }), template({ 'feed.xml': ID })];
    expect(template({ 'feed.xml': ID, 'atom.xml': ADDRESS, 'a.xml': ADDRESS })).toBe(id);
    expect(template({ 'a.xml': ID, 'rss.xml': ADDRESS, 'blog/feed.xml': ID })).toBe(address);
    expect(template({ 'z/feed.xml': ADDRESS, 'b/feed.xml': ID })).toBe(id);
  });

  test('are those of a plugin where it makes one, and no other files', () => {
    expect(template({ 'rss.xml': ADDRESS }, ['jekyll-feed'])).toBeUndefined();
    expect(template({ 'feed.xml': ADDRESS }, ['jekyll-feed'])).toBeDefined();
    expect(
      template({ '_site/feed.xml': ADDRESS, 'node_modules/x.xml': ADDRESS, 'feed.xml': feed('{{ post.id }}', '') }),
    ).toBeUndefined();
    expect(template({ 'feed.xml': feed('{{ site.url }}') })).toBeUndefined();
    expect(template({})).toBeUndefined();
  });
});

describe('the id of a post in the feed of a folder', () => {
  const site = { url: 'https://exempel.se/', baseurl: '/b' };
  const liquid = createLiquid(testSite({ root: writeFolder({ '_includes/a.html': 'a' }), config: site }));
  const idOf = (text: string, data: Record<string, unknown> = {}): string | undefined =>
    feedIdOf(
      { ...testPost('Text', { path: `_posts/${Object.keys(data).join('-')}.md`, data }), url: '/å&.html', id: '/å&' },
      { template: `{% assign post = page %}${text}`, site: 'https://exempel.se' },
      liquid,
    );

  test.each([
    ['{{ site.url }}/{{ post.url }}', 'https://exempel.se///å&.html'],
    ['{{ site.url }}{{ site.baseurl }}{{ post.id | xml_escape }}', 'https://exempel.se//b/å&'],
    ['tag:exempel.se,{{ post.date | date: "%Y-%m-%d" }}:{{ post.id }}', 'tag:exempel.se,2022-06-02:/å&'],
    ['{{ post.url }}', 'https://exempel.se/å&.html'],
    ['{{ post.id | remove_first: "/" }}', 'https://exempel.se/å&'],
  ])('%s', (text, expected) => expect(idOf(text)).toBe(expected));

  test('is its own, where front matter has one', () => {
    const text = '{% if post.guid %}{{ post.guid }}{% else %}{{ post.id }}{% endif %}';
    expect(idOf(text, { guid: 'urn:uuid:1', render_with_liquid: false })).toBe('urn:uuid:1');
  });

  test.each([
    '{{ post.nothing }}',
    '{{ post.id | nofilter }}',
    '{{ post.id }}{{ site.posts.size }}',
    '{% include a.html %}',
  ])('%s: as jekyll-feed has it', (text) => expect(idOf(text)).toBeUndefined());
});
