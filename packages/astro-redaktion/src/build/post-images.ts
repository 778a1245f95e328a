import { createHtmlReader } from '../content/post-html.ts';
import { hasScheme } from '../outputs/address.ts';
import type { SiteOptions } from '../config/site-options.ts';
import type { Post, Site } from '../types.ts';
import { pageFile } from '../model/address.ts';
import { readPage, textOfPage } from './read-page.ts';

/**
 * Gives the pictures of a post for the sitemap, as linked: those in its text, and the copy of its own picture where
 * that lies beside the post. Most texts are read from the cache; only where Astro has made pictures, the finished page.
 */
export function postImages(
  site: Site,
  { base }: Pick<SiteOptions, 'base'>,
  { dir, store }: { dir: URL; store: URL },
): (post: Post) => string[] {
  const htmlOf = createHtmlReader(store);
  // Most texts hold no picture, and need not be read.
  const textOf = (post: Post): string | undefined =>
    post.data.rendered && !post.data.rendered.picture ? '' : htmlOf(post);
  return (post) => {
    const { pictures, image, files = [] } = post.data;
    // What stands in feeds in the place of a drawing is on no page.
    const onPage = (url: string): boolean => !files.some((path) => url === base + path);
    const beside = image !== undefined && !image.path.startsWith('/') && !hasScheme(image.path);
    const own = pictures === undefined ? textOf(post) : undefined;
    if (own !== undefined && !beside) return imagesIn(own, post.url).filter(onPage);
    const place = site.pages.get(post.path);
    const page = place ? readPage(pageFile(place), dir) : '';
    const shared = beside ? /<meta property="og:image" content="([^"]+)"/.exec(page)?.[1] : undefined;
    return [...(shared ? [decoded(shared)] : []), ...imagesIn(own ?? textOfPage(page), post.url)];
  };
}

/** Addresses of the pictures in HTML, as seen from the page. */
function imagesIn(html: string, page: string): string[] {
  if (!html.includes('<img')) return [];
  return [...html.matchAll(/<img\b[^>]*?\ssrc=(["'])(.*?)\1/gs)].flatMap(([, , src = '']) => {
    const url = URL.parse(decoded(src.trim()), `${NOWHERE}${page}`);
    if (!url || !/^https?:$/.test(url.protocol)) return [];
    return [url.origin === NOWHERE ? url.href.slice(NOWHERE.length) : url.href];
  });
}

function decoded(text: string): string {
  return text.replaceAll('&#38;', '&').replaceAll('&amp;', '&').replaceAll('&quot;', '"');
}

/** A host of no one's (RFC 6761), to tell the site's own addresses by. */
const NOWHERE = 'http://redaktion.invalid';
