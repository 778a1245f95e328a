import { generateRssFeed } from 'feedsmith';
import { absolute } from '../address.ts';
import { escapeMarkup } from '../plain.ts';
import { documentLinks } from './atom.ts';
import { type FeedInput, finishXml, guarded, lastChange, styleSheets, withMarks, zoned } from './feed-input.ts';
import type { FeedItem } from './feed-item.ts';
import type { FeedPiece } from './feed-piece.ts';

/** RSS 2.0 by the best practices of https://www.rssboard.org/rss-profile. */
export function rssFeed(input: FeedInput): FeedPiece[] {
  const { document, items, options } = input;
  const { source } = document;
  const xml = generateRssFeed(
    guarded({
      title: source.title,
      link: absolute(source.page, options),
      description: escapeMarkup(source.description || source.title),
      language: source.lang,
      lastBuildDate: zoned(lastChange(items, options)),
      generator: `astro-redaktion ${options.version}`,
      docs: 'https://www.rssboard.org/rss-specification',
      atom: { links: documentLinks(document, options) },
      items: withMarks(items).map((item) => rssItem(item, source.lang)),
    }),
    { strict: true, stylesheets: styleSheets(options) },
  );
  return finishXml(xml, input);
}

/** A post as an item. A description is HTML by the letter of RSS, so plain text is escaped once more. */
function rssItem(item: FeedItem, lang: string): Item {
  const { image, licence } = item;
  const description = item.isFull ? item.summary && escapeMarkup(item.summary) : item.html;
  return {
    title: item.title,
    link: item.url,
    guid: { value: item.id, isPermaLink: false },
    ...(description && { description }),
    ...(item.isFull && { content: { encoded: item.html } }),
    categories: item.categories.map((name) => ({ name })),
    pubDate: zoned(item.published),
    atom: { updated: zoned(item.updated) } as NonNullable<Item['atom']>,
    dc: { creators: item.authors.map(({ name }) => name), ...(item.lang !== lang && { languages: [item.lang] }) },
    ...(licence && { creativeCommons: { licenses: [licence] } }),
    ...(image && { media: { thumbnails: [{ url: image.url }], contents: [{ url: image.url, medium: 'image' }] } }),
  };
}

type Item = NonNullable<Parameters<typeof generateRssFeed<true>>[0]['items']>[number];
