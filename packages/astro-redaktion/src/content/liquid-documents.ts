import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { SiteOptions } from '../config/site-options.ts';
import { compareCodePoints } from '../model/code-points.ts';
import { heldReason } from '../model/gate.ts';
import { inOrder } from './jekyll/collections.ts';
import { readDate } from './jekyll/date.ts';
import { byDate, once } from './jekyll/liquid/documents.ts';
import type { LiquidDocument, LiquidPost, LiquidSite } from './jekyll/liquid/types.ts';
import type { Outside, OutsidePage } from './outside.ts';
import type { OtherText, TextSource } from './other-texts.ts';
import { type PostContext, readPost } from './jekyll/post.ts';
import type { PostFile } from './jekyll/read-folder.ts';
import type { RawPost } from './jekyll/types.ts';
import { documentOf } from './post-document.ts';

type Publish = SiteOptions['publish'];

/**
 * The published posts as Liquid's `site.posts`, `post_url` and `link` see them, through the gate that every output
 * goes through. What is wrong with one is told where it is loaded.
 *
 * @param otherText what makes HTML of them; absent: templates see what front matter says
 */
export function liquidDocuments(
  files: readonly PostFile[],
  context: PostContext,
  publish: Omit<Publish, 'preview'>,
  otherText?: (source: TextSource) => OtherText,
): LiquidDocument[] {
  const documents = files.flatMap(({ path, absolute }): LiquidDocument[] => {
    const { post } = readPost({ path, text: readFileSync(absolute, 'utf8') }, context);
    if (!post || isHeld(post, context, publish)) return [];
    return [
      {
        path,
        url: post.permalink.url,
        id: post.permalink.id,
        date: post.date.instant,
        data: post.data,
        collection: 'posts',
        content: () => post.body,
        ...otherText?.({ document: documentOf(post, path), markdown: post.markdown, excerpt: post.excerpt }),
        ...(post.data['unlisted'] === true ? { unlisted: true } : {}),
      },
    ];
  });
  const { limit } = publish;
  return limit === undefined ? documents : documents.sort(byDate).slice(Math.max(0, documents.length - limit));
}

/** Whether the gate keeps a post from being published. */
export function isHeld(post: RawPost, { timeZone }: PostContext, publish: Omit<Publish, 'preview'>): boolean {
  const draft = post.inDrafts || post.data['draft'] === true;
  const expires = post.data['expires'] == null ? undefined : readDate(post.data['expires'], timeZone).date;
  const { published, date } = post;
  return heldReason({ draft, published, date, ...(expires ? { expires } : {}) }, publish) !== undefined;
}

/**
 * What lies outside `_posts`, as Liquid's `site.pages`, `site.static_files`, `site.<collection>` and `link` see it.
 *
 * @param otherText as for posts
 */
export function outsideDocuments(
  { copied, collections, pages }: Outside,
  otherText?: (source: TextSource) => OtherText,
): Required<Pick<LiquidSite, 'pages' | 'collections' | 'staticFiles'>> {
  const all = once(() =>
    Map.groupBy(
      pages().pages.map((page) => outsideDocument(page, otherText)),
      ({ collection }) => collection,
    ),
  );
  return {
    pages: once(() => (all().get(undefined) ?? []).toSorted(byName)),
    collections: once(() =>
      Object.fromEntries(
        collections.map((collection) => {
          const documents = all().get(collection.label) ?? [];
          return [collection.label, inOrder(documents, collection)];
        }),
      ),
    ),
    staticFiles: () => copied.map(({ path }) => path),
  };
}

/** As Jekyll lists pages: by the name of their file, those in deeper folders first. */
function byName(a: LiquidDocument, b: LiquidDocument): number {
  const [x, y] = [posix.parse(a.path), posix.parse(b.path)];
  const deeper = Number(y.dir.startsWith(x.dir)) - Number(x.dir.startsWith(y.dir));
  return compareCodePoints(x.base, y.base) || deeper || compareCodePoints(x.dir, y.dir);
}

/** A page or a document as Liquid takes it. */
export function outsideText(page: OutsidePage): LiquidPost {
  const { file, path, url, id, title, date, collection, output, body, bodyLine } = page;
  return {
    ...{ file, path, url, id, body, bodyLine },
    // Jekyll makes a title for documents only.
    data: collection === undefined ? page.data : { ...page.data, title: page.data['title'] ?? title },
    ...(date ? { date: date.instant } : {}),
    ...(collection === undefined ? {} : { collection }),
    ...(output ? {} : { pageless: true }),
  };
}

function outsideDocument(page: OutsidePage, otherText?: (source: TextSource) => OtherText): LiquidDocument {
  const document = outsideText(page);
  const { collection, markdown, excerpt } = page;
  const made = collection === undefined ? {} : otherText?.({ document, markdown, excerpt });
  return { ...document, content: () => page.body, ...made };
}
