import type { SiteOptions } from '../config/site-options.ts';
import { absolute } from './address.ts';

/** `robots.txt` (RFC 9309): all is open, and the sitemap is there. The file only counts at the root of a host. */
export function robotsTxt(options: SiteOptions): string {
  const open = 'User-agent: *\nAllow: /\n';
  if (!options.site) return open;
  return `${open}\nSitemap: ${absolute(`${options.base}sitemap-index.xml`, options)}\n`;
}
