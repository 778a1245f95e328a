import { content as astroContent } from 'virtual:redaktion/astro-content';
import { fillMarkers } from '../content/blocks/marker.ts';
import type { PostContent } from '../outputs/feeds/feed-item.ts';
import type { Post } from '../types.ts';
import { contentOf } from './content.ts';

/** Texts that only Astro can make. A post that has changed is another object. */
const made = new WeakMap<Post, string>();

/** To be awaited before `feedContent()`: has Astro render an MDX post. */
export async function prepareFeedContent(post: Post): Promise<void> {
  if (post.data.rendered || !astroContent || made.has(post)) return;
  made.set(post, await astroContent.astroHtml(post));
}

/** A post's text for feeds, with its blocks in their form for feeds; the components of an MDX post as they stand on the page. */
export function feedContent(post: Post): PostContent {
  const content = contentOf(post);
  if (content) {
    const forms = content.components.map(({ feed }) => feed);
    return { html: fillMarkers(content.html, forms), excerpt: content.excerpt };
  }
  const text = (post.description ?? '').replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const excerpt = `<p>${text}</p>`;
  return { html: made.get(post) ?? excerpt, excerpt };
}
