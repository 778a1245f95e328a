import { namesFile } from '../model/address.ts';
import type { Page } from '../types.ts';

/**
 * Where a page's HTML is written, relative to the output folder, as Jekyll does it:
 * `/a/` → `a/index.html`, `/a.html` → `a.html`, `/a.php` → `a.php`, `/a` → `a.html`. Where nobody would know the ending for
 * that of a page (`/v1.2`), `.html` is added: Jekyll's `v1.2` would be downloaded.
 */
export function pageFile(page: Pick<Page, 'path' | 'url'>): string {
  if (page.path === '') return 'index.html';
  if (page.url.endsWith('/')) return `${page.path}/index.html`;
  return namesFile(page.path) ? page.path : `${page.path}.html`;
}
