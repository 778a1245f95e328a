import type { SiteOptions } from '../../config/site-options.ts';
import type { Post } from '../../types.ts';
import { atomFeed } from './atom.ts';
import type { FeedDocument } from './feed-document.ts';
import { type FeedItem, feedItem, type PostContent } from './feed-item.ts';
import type { FeedPiece } from './feed-piece.ts';
import { jsonFeed } from './json-feed.ts';
import { rssFeed } from './rss.ts';

/**
 * Makes the function that writes the files of feeds.
 *
 * A post stands in many files; its text is made ready once and kept for as long as it is likely to be asked for.
 *
 * @param content trusted HTML of a post, as it stands on the post's page
 */
export function createFeedWriter({
  options,
  content,
}: {
  options: SiteOptions;
  content: (post: Post) => PostContent;
}): (document: FeedDocument) => FeedPiece[] {
  const ready = new Map<Post, FeedItem>();
  const itemOf = (post: Post): FeedItem => {
    const known = ready.get(post);
    if (known) return known;
    if (ready.size >= KEPT) ready.clear();
    const item = feedItem(post, content(post), options);
    ready.set(post, item);
    return item;
  };
  return (document) => WRITERS[document.format]({ document, items: document.posts.map(itemOf), options });
}

/** Posts kept ready, some ten megabytes of text. */
const KEPT = 1000;

const WRITERS = { rss: rssFeed, atom: atomFeed, json: jsonFeed };
