import type { Post } from '../types.ts';

/** Root-relative address of a post's twin in Markdown: `/a.html` → `/a.md`, `/a/` → `/a/index.md`. */
export function twinAddress({ url }: Pick<Post, 'url'>): string {
  return url.endsWith('/') ? `${url}index.md` : `${url.replace(/\.html?$/, '')}.md`;
}

/** The file of that twin, relative to the output folder. */
export function twinFile({ url, path }: Pick<Post, 'url' | 'path'>): string {
  if (url.endsWith('/')) return path === '' ? 'index.md' : `${path}/index.md`;
  return `${path.replace(/\.html?$/, '')}.md`;
}
