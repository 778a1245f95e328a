import type { Post, RenderedPost } from '../types.ts';

/**
 * The sentence to print under a post's title: its description, unless the text begins with the same words,
 * as it does when the description was made from the excerpt.
 */
export function standfirst(post: Post, content: Pick<RenderedPost, 'html'> | undefined): string | undefined {
  const { description } = post;
  if (!description) return undefined;
  const start = letters(description).slice(0, COMPARED);
  return content && letters(content.html.slice(0, LOOKED_AT)).startsWith(start) ? undefined : description;
}

/** Letters and digits alone: quotes, dashes and entities differ between front matter and HTML. */
function letters(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&[a-z\d#]+;/gi, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** Letters that must agree. */
const COMPARED = 60;
/** Characters of HTML that hold them. */
const LOOKED_AT = 2000;
