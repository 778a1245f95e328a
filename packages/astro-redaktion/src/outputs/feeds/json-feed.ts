import { generateJsonFeed } from 'feedsmith';
import { absolute } from '../address.ts';
import { type FeedInput, finishJson, withMarks, zoned } from './feed-input.ts';
import type { FeedItem } from './feed-item.ts';
import type { FeedPiece } from './feed-piece.ts';

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(input: FeedInput): FeedPiece[] {
  const { document, items, options } = input;
  const { source, url } = document;
  const feed = generateJsonFeed(
    {
      title: source.title,
      home_page_url: absolute(source.page, options),
      feed_url: absolute(url, options),
      ...(source.description && { description: source.description }),
      language: source.lang,
      items: withMarks(items).map((item) => jsonItem(item, source.lang)),
    },
    { strict: true },
  );
  // An empty list is left out by the writer and asked for by the format.
  const { items: written = [], ...rest } = feed as { items?: unknown[] };
  return finishJson(`${JSON.stringify({ ...rest, items: written }, null, 1)}\n`, input);
}

function jsonItem(item: FeedItem, lang: string): Item {
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    content_html: item.html,
    ...(item.summary && { summary: item.summary }),
    ...(item.image && { image: item.image.url }),
    date_published: zoned(item.published),
    date_modified: zoned(item.updated),
    authors: item.authors,
    tags: item.categories,
    ...(item.lang !== lang && { language: item.lang }),
  };
}

type Item = Parameters<typeof generateJsonFeed<true>>[0]['items'][number];
