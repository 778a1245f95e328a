import type { SiteOptions } from '../config/site-options.ts';
import type { Post } from '../types.ts';
import { absolute } from './address.ts';
import { plain } from './plain.ts';

/** A way to pass a post on: a plain link, which asks nobody anything before it is followed. */
export interface ShareLink {
  way: SiteOptions['share'][number];
  href: string;
}

/** The owner's ways to pass a post on, in the owner's order. All but the copied address need `site` in astro.config. */
export function shareLinks({ title, url }: Pick<Post, 'title' | 'url'>, options: SiteOptions): ShareLink[] {
  const facts = { title: plain(title), url: absolute(url, options) };
  return options.share
    .filter((way) => options.site !== undefined || way === 'copy')
    .map((way) => ({ way, href: ADDRESSES[way](facts) }));
}

const ADDRESSES: Record<ShareLink['way'], (facts: { title: string; url: string }) => string> = {
  mail: ({ title, url }) => `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}`,
  bluesky: ({ title, url }) => `https://bsky.app/intent/compose?text=${encodeURIComponent(`${title} ${url}`)}`,
  linkedin: ({ url }) => `https://www.linkedin.com/sharing/share-offsite/?url=${encodeURIComponent(url)}`,
  facebook: ({ url }) => `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`,
  copy: ({ url }) => url,
};
