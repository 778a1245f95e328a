import { posts } from './posts.ts';

/** Post id → its place in the list, newest first. */
export const places = new Map(posts.map(({ id }, index) => [id, index]));
