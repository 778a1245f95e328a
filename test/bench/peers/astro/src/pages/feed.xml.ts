import type { APIRoute } from 'astro';
import { posts } from '../lib/posts.ts';

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const GET: APIRoute = ({ site }) => {
  const items = posts.slice(0, 20).map((post) => {
    const url = new URL(`/posts/${post.id}/`, site).href;
    const text = post.rendered?.html ?? '';
    return `<item><title>${escaped(post.data.title)}</title><link>${url}</link><guid>${url}</guid><pubDate>${post.data.date.toUTCString()}</pubDate><description>${escaped(text)}</description></item>`;
  });
  const channel = `<channel><title>Blogg</title><link>${site}</link><description>En blogg</description>${items.join('')}</channel>`;
  return new Response(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0">${channel}</rss>`);
};
