import { readFileSync } from 'node:fs';
import type { LiquidDocument } from './jekyll/liquid/types.ts';
import { type PostContext, readPost } from './jekyll/post.ts';
import type { PostFile } from './jekyll/read-folder.ts';

/** All posts as Liquid's `site.posts`, `post_url` and `link` see them. What is wrong with one is told where it is loaded. */
export function liquidDocuments(files: readonly PostFile[], context: PostContext): LiquidDocument[] {
  return files.flatMap(({ path, absolute }) => {
    const { post } = readPost({ path, text: readFileSync(absolute, 'utf8') }, context);
    if (!post || post.draft || !post.published) return [];
    return [
      {
        path,
        url: post.permalink.url,
        id: post.permalink.id,
        date: post.date.instant,
        data: post.data,
        collection: 'posts',
        content: () => post.body,
      },
    ];
  });
}
