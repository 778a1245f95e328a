import { extractFromJson, extractFromXml } from '@extractus/feed-extractor';
import { expect, test } from 'vitest';
import { feedDocuments } from '../../../../packages/astro-redaktion/src/outputs/feeds/feed-document.ts';
import { feedTexts } from '../../../helpers/feed-texts.ts';
import { options, site } from './sample-site.ts';

const html = '<h2 id="x">Om å &amp; ä</h2>\n<p>Text &lt;b&gt; <a href="#x">länk</a> ]]&gt;</p>';
const documents = feedDocuments(site, options);
const write = feedTexts({ options, content: () => ({ html, excerpt: html }) });

/** What a reader makes of a feed that knows all three formats (@extractus/feed-extractor). */
async function read(url: string) {
  const document = documents.find((each) => each.url === url);
  if (!document) throw new Error(`No feed at ${url}`);
  const text = await write(document);
  const settings = {
    descriptionMaxLen: 0,
    // For Atom it gives the day of change as that of publication.
    getExtraEntryFields: (entry: object) => ({ content: contentOf(entry), written: (entry as Entry).published }),
  };
  const feed = text.startsWith('{') ? extractFromJson(text, settings) : extractFromXml(text, settings);
  const { title, link, language, description, entries = [] } = feed;
  return {
    feed: { title, link, language, description },
    items: entries.map((entry) => {
      const { id, title: name, link: address } = entry;
      const { content, written = entry.published } = entry as Entry;
      return { id, name, address, published: new Date(written ?? '').toISOString(), content };
    }),
  };
}

interface Entry {
  published?: string;
  written?: string;
  content?: string;
}

/** The whole text, as the three formats name it. */
function contentOf(entry: object): unknown {
  const fields = entry as Record<string, unknown>;
  const content = fields['content_html'] ?? fields['content:encoded'] ?? fields['content'];
  return typeof content === 'object' && content !== null ? (content as Record<string, unknown>)['#text'] : content;
}

test.each(['/', '/en/', '/tags/foretag/'])('the three feeds of %s are read to equal items', async (folder) => {
  const [rss, atom, json] = await Promise.all(['feed.xml', 'atom.xml', 'feed.json'].map((name) => read(folder + name)));
  expect(json?.items.length).toBeGreaterThan(0);
  expect(json?.items[0]?.content).toContain('Om å &amp; ä</h2>');
  expect(rss?.items).toEqual(json?.items);
  expect(atom?.items).toEqual(json?.items);
  expect([rss?.feed.title, atom?.feed.title]).toEqual([json?.feed.title, json?.feed.title]);
});
