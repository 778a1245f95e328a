import type { SiteOptions } from '../config/site-options.ts';
import type { Post } from '../types.ts';
import { absolute, withBase } from './address.ts';
import { plain } from './plain.ts';

/**
 * Where readers report an error in a post: the owner's `contact`, with the post's address in it.
 *
 * - `mailto:` gets the title as its subject and the address as its text (RFC 6068), unless the owner has set them;
 * - a page gets the address as the parameter `page`, before any fragment, so that its form can take it up.
 *
 * @returns nothing without `contact`
 */
export function reportLink(options: SiteOptions, post: Pick<Post, 'title' | 'url'>): string | undefined {
  const contact = options.contact?.trim();
  if (!contact) return undefined;
  const page = absolute(post.url, options);
  if (/^mailto:/i.test(contact)) return withQuery(contact, { subject: plain(post.title), body: page });
  return withQuery(withBase(contact, options), { page });
}

/** Spaces as `%20`: mail programs show a plus as it stands. Parameters that are there already stay. */
function withQuery(address: string, parameters: Record<string, string>): string {
  const [, head = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
  const given = query.slice(1);
  const names = new Set(given.split('&').map((pair) => pair.split('=')[0]?.toLowerCase()));
  const added = Object.entries(parameters).filter(([name]) => !names.has(name));
  const pairs = [...(given ? [given] : []), ...added.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)];
  return `${head}?${pairs.join('&')}${fragment}`;
}
