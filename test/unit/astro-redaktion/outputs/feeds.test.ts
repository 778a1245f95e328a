import { parseFeed as parseWithOther } from '@rowanmanning/feed-parser';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { FeedDocument } from '../../../../packages/astro-redaktion/src/outputs/feeds/feed-document.ts';
import { feedDocuments } from '../../../../packages/astro-redaktion/src/outputs/feeds/feed-document.ts';
import { feedId } from '../../../../packages/astro-redaktion/src/outputs/feeds/feed-item.ts';
import { feedTexts } from '../../../helpers/feed-texts.ts';
import type { Post } from '../../../../packages/astro-redaktion/src/types.ts';
import { feedFaults } from '../../../helpers/feed-rules.ts';
import { article, makePost, options, site, unlisted } from './sample-site.ts';

const content = (post: Post) => ({
  html: `<nav class="rd-toc"><ol><li>Innehåll</li></ol></nav><h2 id="x">Om ${post.data.slug}</h2>\n<p>Text &amp; <a href="#x">länk</a> ]]&gt;</p><img src="/a.png" alt="A">`,
  excerpt: `<p>Utdrag ur ${post.data.slug}</p>`,
});
const documents = feedDocuments(site, options);
const write = feedTexts({ options, content });

function documentAt(url: string, all: FeedDocument[] = documents): FeedDocument {
  const found = all.find((document) => document.url === url);
  if (!found) throw new Error(`No feed at ${url}: ${all.map((document) => document.url).join(' ')}`);
  return found;
}

describe('the feeds of a site', () => {
  test('are there for the site, each language, tag and author, in three formats', () => {
    expect(documents.map(({ url }) => url)).toEqual(
      ['/', '/en/', '/tags/foretag/', '/av/redaktionen/'].flatMap((folder) =>
        ['feed.xml', 'atom.xml', 'feed.json'].map((file) => folder + file),
      ),
    );
    expect(documents.map(({ path }) => path)).toContain('tags/foretag/feed.xml');
    expect(documentAt('/en/feed.xml').posts.map(({ title }) => title)).toEqual(['Services of Inera']);
  });

  test.for(['/feed.xml', '/atom.xml', '/feed.json', '/tags/foretag/atom.xml'])(
    'are written as they were: %s',
    async (url) => {
      await expect(write(documentAt(url))).toMatchFileSnapshot(`golden/feed-${url.slice(1).replaceAll('/', '-')}`);
    },
  );

  test('hold nothing that is not listed', () => {
    for (const document of documents) expect(document.posts).not.toContain(unlisted);
  });

  test('are read by another hand to equal items in all formats', () => {
    const [rss, atom, json] = ['/feed.xml', '/atom.xml', '/feed.json'].map((url) => read(write(documentAt(url))));
    expect(rss).toHaveLength(4);
    expect(atom).toEqual(rss);
    expect(json).toEqual(rss);
    expect(rss?.[1]).toMatchObject({
      id: 'https://example.se/2022/06/02/ineras-tjanster',
      url: 'https://example.se/2022/06/02/ineras-tjanster.html',
      title: 'Ineras tjänster',
      published: '2022-06-02T06:00:00.000Z',
      updated: '2022-12-23T23:00:00.000Z',
      authors: ['Redaktionen'],
      categories: ['Företag', 'Medicin & teknik'],
    });
  });

  test('hold the whole text without its table of contents, the correction, and the licence', () => {
    const item = read(write(documentAt('/feed.json')))[1];
    expect(item?.content).toBe(
      '<h2 id="x">Om ineras-tjanster</h2>\n<p>Text &amp; <a href="https://example.se/2022/06/02/ineras-tjanster.html#x">länk</a> ]]&gt;</p>' +
        '<img src="https://example.se/a.png" alt="A">\n<p><strong>Rättelse 24 december 2022:</strong> Rätt namn är &lt;HSA&gt; &amp; inget annat.</p>\n' +
        '<p>Licens: <a href="https://creativecommons.org/licenses/by-sa/4.0/" rel="license">CC BY-SA 4.0</a>.</p>',
    );
  });

  test('hold the excerpt and a link to the rest where the owner wants that', () => {
    const short = feedTexts({ options: { ...options, feed: { ...options.feed, content: 'excerpt' } }, content });
    const texts = ['/feed.xml', '/atom.xml', '/feed.json'].map((url) => read(short(documentAt(url)))[0]?.content);
    const expected =
      '<p>Utdrag ur vinter natt</p>\n<p><a href="https://example.se/2022/12/24/vinter%20natt.html">Läs hela ”Vinter – ”natt””</a></p>';
    expect(texts).toEqual([expected, expected, expected]);
  });

  test('say when the newest change was, not when they were built', () => {
    const later = { ...options, publish: { ...options.publish, now: options.publish.now + 1e9 } };
    const again = feedTexts({ options: later, content });
    for (const document of documents) expect(again(document)).toBe(write(document));
    expect(write(documentAt('/atom.xml'))).toContain('<updated>2022-12-24T00:30:00+01:00</updated>');
    expect(write(documentAt('/feed.xml'))).toContain('<pubDate>Sat, 24 Dec 2022 00:30:00 +0100</pubDate>');
  });

  test('follow the rules of their formats, whole and as excerpts', async () => {
    const short = feedTexts({ options: { ...options, feed: { ...options.feed, content: 'excerpt' } }, content });
    for (const document of documents) {
      for (const text of [write(document), short(document)])
        expect(await feedFaults(text, `https://example.se${document.url}`), document.url).toEqual([]);
    }
  });

  test.for([
    ['/atom.xml', '<updated>2022-12-24T00:30:00+01:00</updated>', '<updated>2022-12-24</updated>'],
    ['/atom.xml', '<id>https://example.se/feed.xml</id>', ''],
    ['/atom.xml', '<name>Redaktionen</name>', ''],
    ['/atom.xml', 'rel="self"', 'rel="selv"'],
    ['/atom.xml', '<link href="https://example.se/2022/12/24/', '<link href="/2022/12/24/'],
    ['/atom.xml', '<published>2022', '<published>2032'],
    ['/feed.xml', '<pubDate>Sat, 24 Dec 2022', '<pubDate>24 Dec 22'],
    ['/feed.xml', '<dc:creator>Redaktionen</dc:creator>', ''],
    ['/feed.xml', 'href="https://example.se/feed.xml"', 'href="https://example.se/rss.xml"'],
    ['/feed.json', '"version": "https://jsonfeed.org/version/1.1"', '"version": "1"'],
    ['/feed.json', '"date_published": "2022-12-24T00:30:00+01:00"', '"date_published": "2022-12-24"'],
    ['/feed.json', '"url": "https://example.se/2022', '"url": "/2022'],
  ] as const)('and the rules find what is wrong: %s without %s', async ([url, from, to]) => {
    const text = write(documentAt(url));
    expect(text).toContain(from);
    expect(await feedFaults(text.replace(from, to), `https://example.se${url}`)).not.toEqual([]);
  });

  test('are whole when there is no post at all', async () => {
    const empty = {
      ...site,
      posts: [],
      pages: new Map(),
      locale: (lang: string) => ({ ...site.locale(lang), posts: [] }),
    };
    for (const document of feedDocuments(empty, options)) {
      const text = write(document);
      expect(await feedFaults(text, `https://example.se${document.url}`)).toEqual([]);
      if (document.format === 'json')
        expect(JSON.parse(text)).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', items: [] });
      else expect(XMLValidator.validate(text)).toBe(true);
    }
  });
});

describe('older posts', () => {
  const many = Array.from({ length: 53 }, (_, index) =>
    makePost({ title: `Nr ${53 - index}`, url: `/nr-${53 - index}.html`, id: `nr-${53 - index}` }),
  );
  const single = { ...options, locales: options.locales.slice(0, 1) };
  const all = (posts: Post[]) => feedDocuments({ ...site, posts, pages: new Map() }, single);

  test.for(['/feed.xml', '/atom.xml'])('are all reached from %s, from one archive to the next', (start) => {
    const seen: string[] = [];
    for (let url: string | undefined = start; url; url = documentAt(url, all(many)).older) {
      const text = feedTexts({ options: single, content })(documentAt(url, all(many)));
      seen.push(...read(text).map(({ title }) => title ?? ''));
      const older = documentAt(url, all(many)).older;
      if (older)
        expect(text).toContain(
          `<${start === url && url === '/feed.xml' ? 'atom:' : ''}link href="https://example.se${older}" rel="prev-archive" type="application/atom+xml"/>`,
        );
    }
    expect(new Set(seen)).toEqual(new Set(many.map(({ title }) => title)));
  });

  test('stay in the same archive when new ones come', () => {
    const archives = (posts: Post[]) =>
      all(posts)
        .filter(({ archive }) => archive)
        .map(({ url, posts: held }) => [url, held.map(({ title }) => title)]);
    const before = archives(many.slice(5));
    expect(before).toHaveLength(2);
    expect(archives(many)).toEqual(expect.arrayContaining(before));
  });

  test('stand in documents that call themselves archives', async () => {
    for (const document of all(many)) {
      const text = feedTexts({ options: single, content })(document);
      expect(await feedFaults(text, `https://example.se${document.url}`), document.url).toEqual([]);
    }
    const text = feedTexts({ options: single, content })(documentAt('/atom.1.xml', all(many)));
    expect(text).toContain('<fh:archive xmlns:fh="http://purl.org/syndication/history/1.0"/>');
    expect(text).toContain('<link href="https://example.se/atom.xml" rel="current" type="application/atom+xml"/>');
    expect(text).toContain(
      '<link href="https://example.se/atom.2.xml" rel="next-archive" type="application/atom+xml"/>',
    );
    expect(XMLValidator.validate(text)).toBe(true);
  });
});

describe('the id of a post', () => {
  test.for([
    // As jekyll-feed 0.17 wrote them for these ids.
    ['/2022/06/02/ineras-tjanster', 'https://example.se/2022/06/02/ineras-tjanster'],
    ['/c%20d/2022/06/02/a', 'https://example.se/c%20d/2022/06/02/a'],
    ['/c d/å', 'https://example.se/c%20d/%C3%A5'],
    ["/a/(b)+c&d'e", "https://example.se/a/(b)+c&d'e"],
  ] as const)('%s is what it was in Jekyll', ([given, expected]) => {
    expect(feedId(makePost({ feedId: given }), options)).toBe(expected);
  });

  test('is the one of the folder’s own feed where that has one', () => {
    const guid = 'tag:exempel.se,2022:/a?b&c';
    expect(feedId(makePost({ feedId: '/a', guid }), { ...options, base: '/b/' })).toBe(guid);
  });

  test('is a URI in Atom alone, where the folder’s own feed had none', async () => {
    const posts = ['1234', '/b/a', 'http://gammal.se//c'].map((guid) => makePost({ guid, id: guid }));
    const single = { ...options, locales: options.locales.slice(0, 1) };
    const documents = feedDocuments({ ...site, posts, pages: new Map() }, single);
    const ids = async (url: string, pattern: RegExp): Promise<(string | undefined)[]> => {
      const text = feedTexts({ options: single, content })(documentAt(url, documents));
      expect(await feedFaults(text, `https://example.se${url}`)).toEqual([]);
      return [...text.matchAll(pattern)].map(([, id]) => id);
    };
    const kept = ['1234', '/b/a', 'http://gammal.se//c'];
    const full = ['https://example.se/1234', 'https://example.se/b/a', 'http://gammal.se//c'];
    expect(await ids('/feed.xml', /<guid[^>]*>([^<]*)/g)).toEqual(kept);
    expect(await ids('/feed.json', /"id": "([^"]*)"/g)).toEqual(kept);
    expect(await ids('/atom.xml', /^ {4}<id>([^<]*)/gm)).toEqual(full);
  });

  test('has the base before it, as with baseurl', () => {
    expect(feedId(article, { ...options, base: '/2022/' })).toBe('https://example.se/2022/2022/06/02/ineras-tjanster');
  });

  test('is its address by option, as in feeds that themes write', () => {
    const given = makePost({ url: '/blogg/2022/06/02/a.html', feedId: '/2022/06/02/a' });
    const ids = { ...options, base: '/blogg/', feed: { ...options.feed, ids: 'address' as const } };
    expect(feedId(given, ids)).toBe('https://example.se/blogg/2022/06/02/a.html');
  });
});

interface Item {
  id: string | null;
  url: string | null;
  title: string | null;
  published: string | null;
  updated: string | null;
  authors: unknown[];
  categories: unknown[];
  content: string | null;
}

/** A feed as @rowanmanning/feed-parser reads it; that reads XML alone, so JSON is read by the letter of its format. */
function read(text: string): Item[] {
  if (text.startsWith('{')) return (JSON.parse(text) as { items: JsonItem[] }).items.map(fromJson);
  const rest = unread(text);
  return parseWithOther(text).items.map((item, index) => ({
    id: item.id,
    url: item.url,
    title: item.title,
    content: rest[index]?.content ?? null,
    published: item.published?.toISOString() ?? null,
    updated: rest[index]?.updated ?? item.updated?.toISOString() ?? null,
    authors: item.authors.map(({ name }) => name),
    categories: item.categories.map(({ label, term }) => label ?? term),
  }));
}

/** What that reader does not give as it stands: HTML (it decodes entities twice), and the date of change in RSS. */
function unread(text: string): { content: string; updated?: string }[] {
  const xml = new XMLParser({ isArray: (name) => name === 'item' || name === 'entry' }).parse(text) as Xml;
  return 'feed' in xml
    ? xml.feed.entry.map(({ content, summary }) => ({ content: content ?? summary }))
    : xml.rss.channel.item.map((item) => {
        return {
          content: item['content:encoded'] ?? item.description,
          updated: new Date(item['atom:updated']).toISOString(),
        };
      });
}

type Xml =
  | { feed: { entry: { content?: string; summary: string }[] } }
  | { rss: { channel: { item: { 'content:encoded'?: string; description: string; 'atom:updated': string }[] } } };

interface JsonItem {
  id: string;
  url: string;
  title: string;
  content_html: string;
  date_published: string;
  date_modified: string;
  authors?: { name: string }[];
  tags?: string[];
}

function fromJson(item: JsonItem): Item {
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    content: item.content_html,
    published: new Date(item.date_published).toISOString(),
    updated: new Date(item.date_modified).toISOString(),
    authors: (item.authors ?? []).map(({ name }) => name),
    categories: item.tags ?? [],
  };
}
