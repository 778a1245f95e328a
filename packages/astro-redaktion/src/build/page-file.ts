import type { Page } from '../types.ts';

/**
 * Where a page's HTML is written, relative to the output folder, as Jekyll does it:
 * `/a/` → `a/index.html`, `/a.html` → `a.html`, `/a` → `a.html`.
 */
export function pageFile(page: Pick<Page, 'path' | 'url'>): string {
  if (page.path === '') return 'index.html';
  if (page.url.endsWith('/')) return `${page.path}/index.html`;
  return /\.(html?|xml|txt|json)$/i.test(page.path) ? page.path : `${page.path}.html`;
}
