import { generateAtomFeed } from 'feedsmith';
import { absolute } from '../address.ts';
import { plain } from '../plain.ts';
import { FEED_TYPES, feedAddress } from './feed-address.ts';
import type { FeedDocument } from './feed-document.ts';
import { type FeedInput, finishXml, guarded, lastChange, styleSheets, withMarks, zoned } from './feed-input.ts';
import type { FeedItem } from './feed-item.ts';
import type { FeedPiece } from './feed-piece.ts';

/** Atom 1.0 (RFC 4287); its id is that of jekyll-feed. */
export function atomFeed(input: FeedInput): FeedPiece[] {
  const { document, items, options } = input;
  const { source } = document;
  const xml = generateAtomFeed(
    guarded({
      id: absolute(source.rss, options),
      title: { value: source.title },
      ...(source.description && { subtitle: { value: source.description } }),
      updated: zoned(lastChange(items, options)),
      authors: [{ name: plain(options.author ?? options.title) }],
      generator: { text: 'astro-redaktion', version: options.version },
      links: [
        { href: absolute(source.page, options), rel: 'alternate', type: 'text/html' },
        ...documentLinks(document, options),
      ],
      xml: { lang: source.lang },
      entries: withMarks(items).map((item) => entry(item, source.lang, options)),
    }),
    { strict: true, stylesheets: styleSheets(options) },
  );
  return finishXml(xml, input);
}

/** Where the file is, and its archives (RFC 5005, section 4). */
export function documentLinks(
  { format, source, url, archive, older, newer }: FeedDocument,
  options: FeedInput['options'],
): Link[] {
  const current = archive === undefined ? undefined : feedAddress(source.rss, format);
  const links = { self: url, current, 'prev-archive': older, 'next-archive': newer };
  return Object.entries(links).flatMap(([rel, href]) => {
    const type = FEED_TYPES[rel.endsWith('archive') ? 'atom' : format];
    return href ? [{ href: absolute(href, options), rel, type }] : [];
  });
}

/** A post as an entry. */
function entry(item: FeedItem, lang: string, options: FeedInput['options']): Entry {
  const { image, licence } = item;
  const html = { value: item.html, type: 'html', xml: { base: item.url } };
  return {
    // RSS takes any text for an id; here it has to be a URI.
    id: absolute(item.id, options),
    title: { value: item.title },
    links: [
      { href: item.url, rel: 'alternate', type: 'text/html' },
      ...(licence ? [{ href: licence, rel: 'license' }] : []),
    ],
    published: zoned(item.published),
    updated: zoned(item.updated),
    authors: item.authors.map(({ name, url }) => ({ name, ...(url && { uri: url }) })),
    categories: item.categories.map((term) => ({ term })),
    ...(item.isFull ? { content: html } : { summary: html }),
    ...(item.summary && { summary: { value: item.summary } }),
    ...(image && { media: { thumbnails: [{ url: image.url }], contents: [{ url: image.url, medium: 'image' }] } }),
    ...(item.lang !== lang && { xml: { lang: item.lang } }),
  };
}

type Link = { href: string; rel: string; type: string };
type Entry = NonNullable<Parameters<typeof generateAtomFeed<true>>[0]['entries']>[number];
