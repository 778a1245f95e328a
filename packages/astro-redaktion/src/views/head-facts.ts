import type { ImageMetadata } from 'astro';
import { getImage, pictures } from 'virtual:redaktion/pictures';
import type { Page } from '../types.ts';
import type { PageFacts } from '../outputs/picture.ts';
import { hasScheme, withBase } from '../outputs/address.ts';
import type { SiteOptions } from '../config/site-options.ts';

/**
 * What only Astro knows of a page's picture: its measures; and the address of one that lies beside the post, for which
 * a copy is made that previews can read: that alone is to be waited for.
 */
export function headFacts(page: Page, options: SiteOptions): PageFacts | Promise<PageFacts> {
  const photo = page.kind === 'post' ? pictures.get(page.post.id) : undefined;
  const path = page.kind === 'post' ? page.post.data.image?.path : undefined;
  if (!photo || path === undefined) return {};
  const { width, height } = photo;
  if (path.startsWith('/') || hasScheme(path)) return { picture: { url: withBase(path, options), width, height } };
  return readableCopy(photo);
}

async function readableCopy(photo: ImageMetadata): Promise<PageFacts> {
  const format = photo.format === 'png' ? 'png' : 'jpeg';
  const copy = await getImage?.({ src: photo, width: Math.min(photo.width, WIDEST), format });
  if (!copy) return {};
  const { attributes } = copy;
  return { picture: { url: copy.src, width: Number(attributes['width']), height: Number(attributes['height']) } };
}

/** Pixels; previews show no more. */
const WIDEST = 1200;
