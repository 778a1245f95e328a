import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createFeedIds } from '../../../../../packages/astro-redaktion/src/content/feed-id.ts';
import { feedTemplate } from '../../../../../packages/astro-redaktion/src/content/jekyll/feed-ids.ts';
import { readJekyllSite } from '../../../../../packages/astro-redaktion/src/content/jekyll-site.ts';
import { temporaryFolder } from '../../../../helpers/temporary-folder.ts';
import { testPost } from '../../../../jekyll/liquid/folder.ts';

/** Jekyll's own template, until themes took jekyll-feed. */
const ADDRESS = feed('{{ post.url | prepend: site.baseurl | prepend: site.url }}');
const ID = feed('{{ site.url }}{{ post.id }}');

function feed(guid: string, { begin = '---\nlayout: null\n---\n', before = '' } = {}): string {
  return `${begin}<rss><channel><link>{{ site.url }}/</link>${before}{% for post in site.posts limit:10 %}<item>
<guid isPermaLink="true">${guid}</guid></item>{% endfor %}</channel></rss>
`;
}

function folderOf(files: Record<string, string>): string {
  const root = temporaryFolder('feed-ids');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function template(files: Record<string, string>, plugins: string[] = []): string | undefined {
  return feedTemplate(folderOf(files), plugins)?.id.replace('{% assign post = page %}', '');
}

describe('the feeds of a folder', () => {
  test.each([
    ['by address', ADDRESS, '{{ post.url | prepend: site.baseurl | prepend: site.url }}'],
    ["by Jekyll's id", ID, '{{ site.url }}{{ post.id }}'],
    ['in CDATA', feed('<![CDATA[{{ post.url }}]]>'), '{{ post.url }}'],
    ['with tags', feed('{% if post.guid and true %}{{ post.guid }}{% else %}{{ post.id }}{% endif %}'), /endif %\}$/],
    [
      'by another name',
      feed('{{ entry.id }}').replaceAll('guid', 'id').replace('<item>', '<item><id>{{ site.url }}</id>'),
      '{% assign entry = page %}{{ entry.id }}',
    ],
    [
      'below others that count no more',
      feed('{{ post.id }}', {
        before: '<!-- <guid>{{ post.url }}</guid> -->{% comment %}<id>{{ a.url }}</id>{% endcomment %}',
      }),
      '{{ post.id }}',
    ],
  ])('say how they know posts: %s', (_, text, expected) => {
    expect(template({ 'feed.xml': text })).toEqual(
      expected instanceof RegExp ? expect.stringMatching(expected) : expected,
    );
  });

  test('know them by their links where RSS has no `guid`', () => {
    const linked = feed('{{ post.url }}').replace(/guid[^>]*>/g, 'link>');
    expect(template({ 'feed.xml': linked })).toBe('{{ post.url }}');
    expect(feedTemplate(folderOf({ 'feed.xml': linked }), [])?.whole).toBe(true);
    expect(
      template({ 'feed.xml': linked.replace('</item>', '<guid>{{ forloop.index }}</guid></item>') }),
    ).toBeUndefined();
  });

  test.each([
    '{{ base }}{{ post.url }}',
    '{{ post.id }}-{{ forloop.index }}',
    '{{ page.url }}{{ post.url }}',
    '{{ post.id | append: suffix }}',
    '{{ site.time | date: "%s" }}{{ post.id }}',
    '{% if last %}x{% endif %}{{ post.id }}',
  ])('say nothing of use where they speak of more than the post and the site: %s', (id) => {
    expect(template({ 'feed.xml': feed(id) })).toBeUndefined();
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
    const index = '---\n---\n<search>{% for p in site.posts %}<id>{{ p.id | slugify }}</id>{% endfor %}</search>';
    const plain = feed('{{ post.id }}', { begin: '' });
    const others = { '_site/feed.xml': ADDRESS, 'node_modules/x.xml': ADDRESS, 'search.xml': index, 'feed.xml': plain };
    expect(template(others)).toBeUndefined();
    expect(template({ 'feed.xml': feed('{{ site.url }}') })).toBeUndefined();
    expect(template({})).toBeUndefined();
  });
});

describe('the id of a post in the feed of a folder', () => {
  function idOf(
    id: string,
    { data = {}, settings = 'url: https://gammal.se/\nbaseurl: /b/\n' } = {},
  ): string | undefined {
    const root = folderOf({ 'feed.xml': feed(id), '_config.yml': settings, '_posts/a.md': '' });
    const site = readJekyllSite({ jekyll: root } as Parameters<typeof readJekyllSite>[0], pathToFileURL(`${root}/`));
    const ids = createFeedIds(site, { site: 'https://exempel.se', timeZone: 'Europe/Stockholm', time: 0 });
    return ids?.({ ...testPost('Text', { data }), url: '/å&.html', id: '/å&' });
  }

  test.each([
    ['{{ site.url }}/{{ post.url }}', 'https://gammal.se///å&.html'],
    ['{{ site.url }}{{ site.baseurl }}{{ post.id | xml_escape }}', 'https://gammal.se//b//å&'],
    ['tag:exempel.se,{{ post.date | date: "%Y-%m-%d" }}:{{ post.id }}', 'tag:exempel.se,2022-06-02:/å&'],
    ['{{ post.id }}', '/å&'],
    ['{{ post.id | remove_first: "/" }}', 'å&'],
  ])('%s', (text, expected) => expect(idOf(text)).toBe(expected));

  test('has the new site before it, where the old one was told its address', () => {
    const settings = 'title: Gammal\n';
    expect(idOf('{{ site.url }}{{ post.id }}', { settings })).toBe('https://exempel.se/å&');
    expect(idOf('{{ post.url | absolute_url }}', { settings })).toMatch(/^https:\/\/exempel\.se\/.*\.html$/);
    expect(idOf('{{ post.id }}', { settings })).toBe('/å&');
  });

  test('is its own, where front matter has one', () => {
    const text = '{% if post.guid %}{{ post.guid }}{% else %}{{ post.id }}{% endif %}';
    expect(idOf(text, { data: { guid: '1234', render_with_liquid: false } })).toBe('1234');
    expect(idOf(text)).toBe('/å&');
  });

  test.each([
    '{% if post.nothing %}{{ post.id }}{% endif %}',
    '{{ post.id | nofilter }}',
    '{{ post.id }}{{ site.posts.size }}',
  ])('%s: as jekyll-feed has it', (text) => expect(idOf(text)).toBeUndefined());
});
