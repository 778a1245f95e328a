import type { APIRoute, GetStaticPathsItem } from 'astro';
import { FEED_TYPES } from '../outputs/feeds/feed-address.ts';
import { type FeedDocument, feedDocuments } from '../outputs/feeds/feed-document.ts';
import type { FeedPiece } from '../outputs/feeds/feed-piece.ts';
import { createFeedWriter } from '../outputs/feeds/write-feed.ts';
import { offerFeedPrinter } from '../content/hand-over.ts';
import { digest } from '../model/digest.ts';
import { cardKey } from '../model/key-facts.ts';
import type { Post } from '../types.ts';
import { feedContent, prepareFeedContent } from './feed-content.ts';
import { loadSite } from './load-site.ts';

/** Every feed file of the site that ends so, for `getStaticPaths`. */
export function feedPaths(ending: 'xml' | 'json'): GetStaticPathsItem[] {
  return [...documents().values()]
    .filter(({ path }) => path.endsWith(`.${ending}`))
    .map((document) => ({
      params: { feed: document.path.slice(0, -ending.length - 1) },
      props: { document },
      ...(document.posts.length > 0 ? { cacheKey: feedKey(document) } : {}),
    }));
}

/** Answers with a feed file. */
export const feedFile: APIRoute = async ({ props }) => {
  const document = props['document'] as FeedDocument;
  offerFeedPrinter(printFeed);
  return new Response(new Blob(await print(document)), {
    headers: { 'content-type': `${FEED_TYPES[document.format]}; charset=utf-8` },
  });
};

/** Past Astro's requests and responses, which copy a feed's text four times. */
async function printFeed(path: string): Promise<FeedPiece[] | undefined> {
  const document = documents().get(path);
  return document && print(document);
}

async function print(document: FeedDocument): Promise<FeedPiece[]> {
  const write = writer();
  for (const post of document.posts) await prepareFeedContent(post);
  return write(document);
}

/** Changes with all that the file shows; an empty one shows when it was built. */
function feedKey({ posts, ...document }: FeedDocument): string {
  const { posts: _all, ...source } = document.source;
  return digest(JSON.stringify([{ ...document, source }, posts.map(keyOf)]));
}

const keys = new WeakMap<Post, string>();

function keyOf(post: Post): string {
  const key = keys.get(post) ?? cardKey(post);
  keys.set(post, key);
  return key;
}

let all: { of: unknown; documents: Map<string, FeedDocument> } | undefined;
let writing: { of: unknown; write: ReturnType<typeof createFeedWriter> } | undefined;

/** By path. */
function documents(): Map<string, FeedDocument> {
  const { site, options } = loadSite();
  if (all?.of !== site) {
    all = { of: site, documents: new Map(feedDocuments(site, options).map((each) => [each.path, each])) };
  }
  return all.documents;
}

function writer(): ReturnType<typeof createFeedWriter> {
  const { site, options } = loadSite();
  if (writing?.of !== site) writing = { of: site, write: createFeedWriter({ options, content: feedContent }) };
  return writing.write;
}
