import { getCollection } from 'astro:content';

/** Newest first; read once. */
export const posts = (await getCollection('posts')).sort(
  (a, b) => b.data.date.getTime() - a.data.date.getTime() || (a.id < b.id ? 1 : -1),
);
export type Post = (typeof posts)[number];

/** Tag → its posts, newest first. */
export const tags = new Map<string, Post[]>();
for (const post of posts) for (const tag of post.data.tags) tags.set(tag, [...(tags.get(tag) ?? []), post]);

/** The text before `<!--more-->`. */
export const excerpt = (post: Post): string => post.rendered?.html.split('<!--more-->')[0] ?? '';

export const day = new Intl.DateTimeFormat('sv', { dateStyle: 'long', timeZone: 'Europe/Stockholm' });
