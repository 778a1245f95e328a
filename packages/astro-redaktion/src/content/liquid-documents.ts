import { readFileSync } from 'node:fs';
import type { SiteOptions } from '../config/site-options.ts';
import { heldReason } from '../model/gate.ts';
import { readDate } from './jekyll/date.ts';
import { byDate } from './jekyll/liquid/documents.ts';
import type { LiquidDocument, LiquidSite } from './jekyll/liquid/types.ts';
import type { Outside, OutsidePage } from './outside.ts';
import type { OtherText } from './other-texts.ts';
import { type PostContext, readPost } from './jekyll/post.ts';
import type { PostFile } from './jekyll/read-folder.ts';
import type { RawPost } from './jekyll/types.ts';

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
  otherText?: (post: RawPost) => OtherText,
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
        ...otherText?.(post),
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

/** What lies outside `_posts`, as Liquid's `site.pages`, `site.static_files`, `site.<collection>` and `link` see it. */
export function outsideDocuments({
  copied,
  pages,
}: Outside): Required<Pick<LiquidSite, 'pages' | 'collections' | 'staticFiles'>> {
  const documents = (label?: string): LiquidDocument[] =>
    pages()
      .pages.filter(({ collection }) => collection === label)
      .map(documentOf);
  return {
    pages: () => documents(),
    collections: () => {
      const labels = new Set(pages().pages.flatMap(({ collection }) => collection ?? []));
      return Object.fromEntries([...labels].map((label) => [label, documents(label)]));
    },
    staticFiles: () => copied.map(({ path }) => path),
  };
}

function documentOf({ path, url, id, title, date, data, collection, body }: OutsidePage): LiquidDocument {
  // Jekyll makes a title for documents only.
  const own = collection === undefined ? data : { ...data, title };
  const dated = date ? { date: date.instant } : {};
  return {
    path,
    url,
    id,
    data: own,
    ...dated,
    ...(collection === undefined ? {} : { collection }),
    content: () => body,
  };
}
