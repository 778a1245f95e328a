import type { APIContext } from 'astro';
import { cacheTags } from '../model/cache-tags.ts';
import type { Page } from '../types.ts';

type Context = Pick<APIContext, 'url' | 'locals' | 'cache'>;

/**
 * What a server answers besides the page itself: nothing is here, it lies elsewhere, or, with `undefined`, the page
 * that the route prints. Tells caches how long it is good, and by which tags to drop it.
 *
 * @param headers of the page's answer
 */
export function answerFor({ url, locals, cache }: Context, headers: Headers): Response | undefined {
  const { page, options } = locals.redaktion;
  // Astro prints the page `/404` in the place of an empty answer.
  if (page.kind === 'custom' || page.kind === 'notFound') return new Response(null, { status: 404 });
  const rules = { ...(options.onDemand ?? { maxAge: 0, swr: 0 }), tags: cacheTags(page) };
  if (cache.enabled) cache.set(rules);
  else for (const [name, value] of cacheHeaders(rules)) headers.set(name, value);
  if (page.kind === 'redirect') return moved(page.to, headers);
  return isAt(page, url) ? undefined : moved(page.url + url.search, headers);
}

/** For caches on the way to the reader; the reader's own asks each time. */
function cacheHeaders({ maxAge, swr, tags }: { maxAge: number; swr: number; tags: string[] }): [string, string][] {
  return [
    ['Cache-Control', `public, max-age=0, s-maxage=${maxAge}, stale-while-revalidate=${swr}`],
    ['Cache-Tag', tags.join(', ')],
  ];
}

/** A page has one address: `/tags/a` leads to `/tags/a/`. */
function isAt({ url }: Page, at: URL): boolean {
  return new URL(url, at).pathname === at.pathname;
}

function moved(to: string, headers: Headers): Response {
  const cacheControl = headers.get('Cache-Control');
  return new Response(null, {
    status: 301,
    headers: { Location: to, ...(cacheControl === null ? {} : { 'Cache-Control': cacheControl }) },
  });
}
