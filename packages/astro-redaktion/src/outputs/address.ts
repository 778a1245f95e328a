import type { SiteOptions } from '../config/site-options.ts';

/**
 * An address as machines need it: with scheme and host.
 *
 * @param url an address as linked (root-relative, with base), or an absolute one, which is kept
 * @returns the absolute address; without `site` in astro.config the root-relative one, since there is no host to name
 */
export function absolute(url: string, options: Pick<SiteOptions, 'site'>): string {
  if (url.startsWith('//')) return `https:${url}`;
  if (SCHEME.test(url)) return url;
  return (options.site ?? '') + encodePath(url.startsWith('/') ? url : `/${url}`);
}

/** A root-relative path of the owner's (`/assets/x.jpg`, below `public/`) as linked: with the site's base. */
export function withBase(path: string, options: Pick<SiteOptions, 'base'>): string {
  if (SCHEME.test(path) || path.startsWith('//') || path.startsWith(options.base)) return path;
  return options.base + path.replace(/^\/+/, '');
}

/** Whether an address names its scheme (`https:`, `mailto:`). */
export function hasScheme(url: string): boolean {
  return SCHEME.test(url);
}

/** Percent-encodes what may not stand in an address; what is encoded already stays (WHATWG URL, as Jekyll's Addressable). */
function encodePath(url: string): string {
  if (ENCODED.test(url)) return url;
  return encodeURI(url.toWellFormed().normalize('NFC')).replace(/%25(?=[0-9a-f]{2})/gi, '%');
}

/** Nothing to encode: by far the most addresses. */
const ENCODED = /^(?:[\w./~!$&'()*+,;=:@?#-]|%[\da-f]{2})*$/i;

const SCHEME = /^[a-z][a-z\d+.-]*:/i;
