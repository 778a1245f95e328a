import type { Post, RenderedPost } from '../types.ts';
import { textsOf } from './load-site.ts';

/**
 * A post's excerpt for lists as trusted HTML, and whether the post says more than that. None where the excerpt is all of
 * a text of several blocks, as Jekyll has it for posts without a separator: a list shows their description.
 */
export function excerptOf(post: Post): { html: string; more: boolean } {
  const slice = post.data.rendered;
  if (!slice) return { html: '', more: true };
  const html = withoutHeadingIds(textsOf(post).excerpt(slice));
  // A text ends with a line end, which an excerpt that is all of it has not.
  if (slice.excerpt < slice.html - 1) return { html, more: true };
  return ONE_BLOCK.test(html) ? { html, more: false } : { html: '', more: true };
}

/** In a list several texts may begin with one heading; an id stands on a page but once. That of notes is referred to. */
function withoutHeadingIds(html: string): string {
  if (!html.includes('<h')) return html;
  return html.replace(/(<h[1-6]\b[^>]*?) id="(?!footnote-label")[^"]*"/g, '$1');
}

const ONE_BLOCK = /^\s*(?:<(\w+)[^>]*>(?:(?!<\/\1>)[\s\S])*<\/\1>)?\s*$/;

/** A post's whole text; absent for MDX, which Astro renders itself. */
export function contentOf(post: Post): RenderedPost | undefined {
  const slice = post.data.rendered;
  if (!slice) return undefined;
  return textsOf(post).post(slice);
}
