import { content as astroContent } from 'virtual:redaktion/astro-content';
import { known } from 'virtual:redaktion/pictures';
import { isElsewhere, pictureKey } from '../content/picture-key.ts';
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
    const html = fillMarkers(content.html, forms);
    return { html: withAddresses(html, post), excerpt: withAddresses(content.excerptFeed ?? content.excerpt, post) };
  }
  const text = (post.description ?? '').replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const excerpt = `<p>${text}</p>`;
  return { html: made.get(post) ?? excerpt, excerpt };
}

/** Pictures beside the post have an address only where Astro has put them. */
function withAddresses(html: string, { data: { pictures = [], source } }: Post): string {
  let text = html;
  for (const src of pictures) {
    const image = src.startsWith('/') || isElsewhere(src) ? undefined : known.get(pictureKey(src, source.file))?.image;
    if (image) text = text.replaceAll(` src="${src.replaceAll('&', '&amp;')}"`, ` src="${image.src}"`);
  }
  return text;
}
