import type { SiteOptions } from '../config/site-options.ts';
import type { Post } from '../types.ts';
import { absolute, hasScheme, withBase } from './address.ts';
import { plain } from './plain.ts';

/** A picture that stands for a page. */
export interface Picture {
  /** Address as linked, or absolute. */
  url: string;
  alt?: string;
  /** Pixels. */
  width?: number;
  /** Pixels. */
  height?: number;
  /** Media type, `image/jpeg`. */
  type?: string;
}

/** What only the build knows of a page, beside the page itself. */
export interface PageFacts {
  /** Wins over the post's own: with measures, or a share picture made at build. */
  picture?: Picture;
}

/**
 * The picture of a post by its front matter, with its absolute address.
 *
 * @returns nothing for a path relative to the post: only the build knows where such a picture ends up
 */
export function postPicture(post: Post, options: SiteOptions, facts: PageFacts = {}): Picture | undefined {
  const { image } = post.data;
  const alt = facts.picture?.alt ?? image?.alt;
  if (facts.picture) return finish({ ...facts.picture, ...(alt && { alt }) }, options);
  if (!image || !(image.path.startsWith('/') || hasScheme(image.path))) return undefined;
  return finish({ url: withBase(image.path, options), ...(alt && { alt }) }, options);
}

/** The same picture with an absolute address and its media type. */
export function finish(picture: Picture, options: SiteOptions): Picture {
  const type = picture.type ?? mediaType(picture.url);
  const alt = plain(picture.alt ?? '');
  const { alt: _, ...rest } = picture;
  return { ...rest, url: absolute(picture.url, options), ...(alt && { alt }), ...(type && { type }) };
}

function mediaType(url: string): string | undefined {
  const extension = /\.([a-z\d]+)(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase();
  return extension ? TYPES[extension] : undefined;
}

const TYPES: Record<string, string> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};
