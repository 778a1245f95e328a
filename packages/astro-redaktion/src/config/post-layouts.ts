import type { PostLayout } from '../types.ts';

/** Names of the layouts that a post may ask for. */
export const POST_LAYOUTS: readonly PostLayout[] = ['post', 'wide', 'note', 'link'];

/** What a layout of a Jekyll site can be mapped to: a layout of posts, or that of pages outside `_posts`. */
export const MAPPED_LAYOUTS: readonly string[] = [...POST_LAYOUTS, 'page'];
