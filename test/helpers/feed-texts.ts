import type { FeedDocument } from '../../packages/astro-redaktion/src/outputs/feeds/feed-document.ts';
import { createFeedWriter } from '../../packages/astro-redaktion/src/outputs/feeds/write-feed.ts';

/** The same, with each file as one text. */
export function feedTexts(input: Parameters<typeof createFeedWriter>[0]): (document: FeedDocument) => string {
  const write = createFeedWriter(input);
  const decoder = new TextDecoder();
  return (document) =>
    write(document)
      .map((piece) => (typeof piece === 'string' ? piece : decoder.decode(piece)))
      .join('');
}
