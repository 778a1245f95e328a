import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { validateXML } from 'xmllint-wasm';

/**
 * What the rules of its format have against a feed, a line each.
 *
 * - Atom: a RELAX NG grammar after RFC 4287, and what the RFC says in prose
 * - RSS: https://www.rssboard.org/rss-specification and its best practices, https://www.rssboard.org/rss-profile
 * - JSON Feed: https://www.jsonfeed.org/version/1.1/
 *
 * @param address absolute address of the file, which it has to name
 */
export async function feedFaults(text: string, address: string): Promise<string[]> {
  if (text.startsWith('{')) return jsonFaults(JSON.parse(text) as Json, address);
  return /<rss\b/.test(text.slice(0, 400)) ? rssFaults(text, address) : atomFaults(text, address);
}

async function atomFaults(xml: string, address: string): Promise<string[]> {
  const grammar = readFileSync(join(import.meta.dirname, 'schemas/atom.rng'), 'utf8');
  const { errors } = await validateXML({ xml, schema: grammar, extension: 'relaxng' });
  const { feed } = reader.parse(xml) as { feed: Atom };
  const entries = feed.entry ?? [];
  const self = feed.link?.filter(({ rel }) => rel === 'self').map(({ href }) => href);
  return [
    ...errors.map(({ message }) => message),
    ...(self?.length === 1 && self[0] === address ? [] : [`names itself ${self?.join(', ')}`]),
    ...twice(entries.map(({ id }) => id)),
    ...entries.flatMap((entry) => {
      const alternates = entry.link?.filter(({ rel = 'alternate' }) => rel === 'alternate') ?? [];
      return [
        ...(entry.author || feed.author ? [] : [`${entry.id} has no author (4.1.2)`]),
        ...(alternates.length === 1 ? [] : [`${entry.id} has ${alternates.length} links to itself (4.1.2)`]),
        ...(entry.content || entry.summary ? [] : [`${entry.id} tells nothing`]),
        ...(entry.published && Date.parse(entry.published) > Date.parse(entry.updated)
          ? [`${entry.id} was updated before it was published`]
          : []),
        ...(Date.parse(entry.updated) > Date.parse(feed.updated)
          ? [`${entry.id} is newer than the feed (4.2.15)`]
          : []),
      ];
    }),
  ];
}

function rssFaults(xml: string, address: string): string[] {
  const { rss } = reader.parse(xml) as { rss: { version: string; channel: Channel } };
  const { channel } = rss;
  const items = channel.item ?? [];
  const self = channel['atom:link']?.filter(({ rel }) => rel === 'self').map(({ href }) => href);
  return [
    ...(rss.version === '2.0' ? [] : ['is not of version 2.0']),
    ...['title', 'link', 'description'].flatMap((name) =>
      channel[name as 'title'] ? [] : [`the channel has no ${name}`],
    ),
    ...(WHOLE.test(channel.link) ? [] : [`the channel's link is ${channel.link}`]),
    ...(/^[a-z]{2,3}(-[A-Za-z]+)*$/.test(channel.language) ? [] : [`the language is ${channel.language}`]),
    ...(RFC822.test(channel.lastBuildDate) ? [] : [`it was built ${channel.lastBuildDate}`]),
    ...(self?.length === 1 && self[0] === address ? [] : [`names itself ${self?.join(', ')}`]),
    ...twice(items.map(({ guid }) => guid['#text'])),
    ...items.flatMap((item) => [
      ...(item.title || item.description ? [] : ['an item has neither title nor description']),
      ...(WHOLE.test(item.link) ? [] : [`an item links to ${item.link}`]),
      ...(item.guid.isPermaLink === 'false' || item.guid['#text'] === item.link
        ? []
        : [`guid ${item.guid['#text']} is no address`]),
      ...(RFC822.test(item.pubDate) ? [] : [`an item is of ${item.pubDate}`]),
      ...(item.author === undefined ? [] : ['an item has an author, which has to be a mail address']),
      ...(item['dc:creator'] ? [] : ['an item is by nobody']),
    ]),
  ];
}

function jsonFaults(feed: Json, address: string): string[] {
  return [
    ...(feed.version === 'https://jsonfeed.org/version/1.1' ? [] : [`is of version ${feed.version}`]),
    ...(feed.title ? [] : ['has no title']),
    ...(feed.feed_url === address ? [] : [`names itself ${feed.feed_url}`]),
    ...(WHOLE.test(feed.home_page_url) ? [] : [`its home is ${feed.home_page_url}`]),
    ...(Array.isArray(feed.items) ? [] : ['has no list of items']),
    ...twice(feed.items.map(({ id }) => id)),
    ...feed.items.flatMap((item) => [
      ...(typeof item.id === 'string' && item.id !== '' ? [] : ['an item has no id']),
      ...(typeof item.content_html === 'string' && item.content_html !== '' ? [] : [`${item.id} tells nothing`]),
      ...[item.url, ...(item.image ? [item.image] : [])]
        .filter((url) => !WHOLE.test(url))
        .map((url) => `${item.id} has the address ${url}`),
      ...[item.date_published, item.date_modified]
        .filter((date) => !RFC3339.test(date))
        .map((date) => `${item.id} is of ${date}`),
      ...('author' in item ? [`${item.id} has author, which 1.1 has given up`] : []),
      ...(item.authors?.every(({ name }) => name) ? [] : [`${item.id} is by nobody`]),
      ...(item.tags ?? [])
        .filter((tag) => typeof tag !== 'string' || tag === '')
        .map(() => `${item.id} has an empty tag`),
    ]),
  ];
}

function twice(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is there twice`);
}

const reader = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  // A link of RSS is text; Atom's are elements, and may be many.
  isArray: (name, path) =>
    /^(entry|item|atom:link)$/.test(name) || (name === 'link' && String(path).startsWith('feed')),
});

const WHOLE = /^https?:\/\/\S+$/;
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;
const RFC822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/;

interface Link {
  href: string;
  rel?: string;
}
interface Atom {
  link?: Link[];
  author?: unknown;
  updated: string;
  entry?: {
    id: string;
    link?: Link[];
    author?: unknown;
    content?: unknown;
    summary?: unknown;
    published?: string;
    updated: string;
  }[];
}
interface Channel {
  title: string;
  link: string;
  description: string;
  language: string;
  lastBuildDate: string;
  'atom:link'?: Link[];
  item?: {
    title?: string;
    description?: string;
    link: string;
    guid: { '#text': string; isPermaLink?: string };
    pubDate: string;
    author?: unknown;
    'dc:creator'?: unknown;
  }[];
}
interface Json {
  version: string;
  title: string;
  home_page_url: string;
  feed_url: string;
  items: {
    id: string;
    url: string;
    content_html?: string;
    image?: string;
    date_published: string;
    date_modified: string;
    authors?: { name: string }[];
    tags?: unknown[];
  }[];
}
