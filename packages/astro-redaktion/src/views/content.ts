import type { Post, RenderedPost } from '../types.ts';
import { siteTexts } from './load-site.ts';

/** A post's excerpt as trusted HTML, and whether the post says more than that. */
export function excerptOf(post: Post): { html: string; more: boolean } {
  const slice = post.data.rendered;
  if (!slice) return { html: '', more: true };
  const texts = siteTexts();
  // A text ends with a line end, which an excerpt that is all of it has not.
  return { html: texts.excerpt(slice), more: slice.excerpt < slice.html - 1 };
}

/** A post's whole text; absent for MDX, which Astro renders itself. */
export function contentOf(post: Post): RenderedPost | undefined {
  const slice = post.data.rendered;
  if (!slice) return undefined;
  return siteTexts().post(slice);
}
