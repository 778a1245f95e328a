import type { Post, RenderedPost } from '../types.ts';

/**
 * The sentence to print under a post's title: its description, unless the text begins with the same words,
 * as it does when the description was made from the excerpt.
 */
export function standfirst(post: Post, content: Pick<RenderedPost, 'html'> | undefined): string | undefined {
  const { description } = post;
  if (!description) return undefined;
  // As it is of nearly all posts: made of the first words, which hold neither tag nor entity.
  if (content?.html.startsWith(`<p>${description}`) && !/[<&]/.test(description)) return undefined;
  const start = letters(description).slice(0, COMPARED);
  return content && firstLetters(content.html).startsWith(start) ? undefined : (post.printedDescription ?? description);
}

/** Most texts say enough in their first lines; one that begins with much markup is read further. */
function firstLetters(html: string): string {
  const near = letters(html.slice(0, NEAR).replace(/<[^>]*$/, ''));
  return near.length >= COMPARED ? near : letters(html.slice(0, LOOKED_AT));
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
/** Characters of HTML that hold them, mostly and at most. */
const NEAR = 300;
const LOOKED_AT = 2000;
