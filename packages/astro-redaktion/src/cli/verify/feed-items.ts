import { parseFeed } from 'feedsmith';
import type { FeedItem } from './types.ts';

/** The items of an RSS, Atom or JSON feed; `undefined` for a file that is none. */
export function feedItems(text: string): FeedItem[] | undefined {
  const head = text.slice(0, 2000);
  if (!/<(?:rss|feed|rdf:RDF)[\s>]|jsonfeed\.org\/version/.test(head)) return undefined;
  try {
    return itemsOf(parseFeed(text));
  } catch {
    // It looks like a feed and is none: then it is a file as any other.
    return undefined;
  }
}

function itemsOf(parsed: ReturnType<typeof parseFeed>): FeedItem[] {
  if (parsed.format === 'atom') {
    return (parsed.feed.entries ?? []).flatMap(({ id, links, title, published, updated }) => {
      const link = (links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.[0])?.href;
      return item({ id: id ?? link, link, title: title?.value, date: published ?? updated });
    });
  }
  if (parsed.format === 'json') {
    return (parsed.feed.items ?? []).flatMap(({ id, url, title, date_published }) =>
      item({ id: id ?? url, link: url, title, date: date_published }),
    );
  }
  if (parsed.format === 'rss') {
    return (parsed.feed.items ?? []).flatMap(({ guid, link, title, pubDate }) =>
      item({ id: guid?.value ?? link, link, title, date: pubDate }),
    );
  }
  return (parsed.feed.items ?? []).flatMap(({ link, title }) => item({ id: link, link, title, date: undefined }));
}

function item({ id, link, title, date }: Parts): FeedItem[] {
  if (id === undefined) return [];
  const instant = date === undefined ? Number.NaN : Date.parse(String(date));
  return [
    {
      id,
      ...(link === undefined ? {} : { link }),
      ...(title === undefined ? {} : { title }),
      ...(Number.isNaN(instant) ? {} : { date: instant }),
    },
  ];
}

interface Parts extends Record<'id' | 'link' | 'title', string | undefined> {
  /** As the feed's reader leaves it. */
  date: unknown;
}
