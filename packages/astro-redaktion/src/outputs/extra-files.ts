import type { SiteOptions } from '../config/site-options.ts';
import type { Site } from '../types.ts';
import { apacheRedirects, netlifyRedirects, nginxRedirects, redirectList } from './redirects.ts';
import { robotsTxt } from './robots.ts';

/** Hosts whose own file of redirects can be written besides the pages that lead on. */
export type RedirectHost = 'netlify' | 'cloudflare' | 'apache' | 'nginx';

/** Small files at the root of the site that no page is: path → text. */
export function extraFiles(
  site: Site,
  options: SiteOptions,
  { robots, redirects }: { robots: boolean; redirects: readonly RedirectHost[] },
): Map<string, string> {
  const list = redirectList(site, options);
  const files = new Map<string, string>();
  if (robots) files.set('robots.txt', robotsTxt(options));
  for (const host of list.length > 0 ? redirects : []) {
    if (host === 'apache') files.set('.htaccess', apacheRedirects(list, options));
    else if (host === 'nginx') files.set('redirects.nginx.conf', nginxRedirects(list));
    else files.set('_redirects', netlifyRedirects(list));
  }
  return files;
}
