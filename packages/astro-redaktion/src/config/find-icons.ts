import { existsSync } from 'node:fs';
import type { SiteOptions } from './site-options.ts';

/**
 * The icons of a site, found by their usual names among its public files; https://html.spec.whatwg.org/#rel-icon.
 * `sizes` of the `.ico` keeps browsers that read both from taking it before the SVG.
 *
 * @param published paths of further files that are published as they are, such as a Jekyll site's
 */
export function findIcons(publicDir: URL, published: readonly string[] = []): SiteOptions['icons'] {
  const known = new Set(published);
  return ICONS.filter(({ file }) => known.has(file) || existsSync(new URL(file, publicDir)));
}

const ICONS: SiteOptions['icons'] = [
  { rel: 'icon', file: 'favicon.ico', sizes: '32x32' },
  { rel: 'icon', file: 'favicon.svg', type: 'image/svg+xml' },
  { rel: 'icon', file: 'icon.svg', type: 'image/svg+xml' },
  { rel: 'icon', file: 'favicon.png', type: 'image/png' },
  { rel: 'apple-touch-icon', file: 'apple-touch-icon.png' },
  { rel: 'manifest', file: 'manifest.webmanifest' },
  { rel: 'manifest', file: 'site.webmanifest' },
];
