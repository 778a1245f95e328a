import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { feedsKnowAddresses } from '../../../../../packages/astro-redaktion/src/content/jekyll/feed-ids.ts';
import { temporaryFolder } from '../../../../helpers/temporary-folder.ts';

/** Jekyll's own template, until themes took jekyll-feed. */
const ADDRESS = `---
layout: null
---
<rss><channel><link>{{ site.url }}/</link>{% for post in site.posts limit:10 %}<item>
<guid isPermaLink="true">{{ post.url | prepend: site.baseurl | prepend: site.url }}</guid></item>{% endfor %}</channel></rss>
`;
const ID = ADDRESS.replace('{{ post.url | prepend: site.baseurl | prepend: site.url }}', '{{ site.url }}{{ post.id }}');

function known(files: Record<string, string>, plugins: string[] = []): boolean {
  const root = temporaryFolder('feed-ids');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return feedsKnowAddresses(root, plugins);
}

describe('the feeds of a folder', () => {
  test('know posts by their address where their templates say so', () => {
    expect(known({ 'feed.xml': ADDRESS })).toBe(true);
    expect(known({ 'blog/atom.xml': ADDRESS.replace(/guid[^>]*>/g, 'id>') })).toBe(true);
    expect(known({ 'feed.xml': ADDRESS.replace('{{ post.url', '{{ site.url }}{{entry.url') })).toBe(true);
  });

  test("know them by Jekyll's id where they say that, or do not agree", () => {
    expect(known({ 'feed.xml': ID })).toBe(false);
    expect(known({ 'feed.xml': ID, 'rss.xml': ADDRESS })).toBe(false);
    expect(known({ 'feed.xml': ID.replace('{{ site.url }}', "{{ '' | prepend: site.url }}") })).toBe(false);
  });

  test('are those of a plugin where it makes one, and no other files', () => {
    expect(known({ 'rss.xml': ADDRESS }, ['jekyll-feed'])).toBe(false);
    expect(known({ 'feed.xml': ADDRESS }, ['jekyll-feed'])).toBe(true);
    expect(known({ '_site/feed.xml': ADDRESS, 'node_modules/x.xml': ADDRESS, 'feed.xml': ADDRESS.slice(4) })).toBe(
      false,
    );
    expect(known({})).toBe(false);
  });
});
