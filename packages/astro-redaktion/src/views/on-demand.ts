import type { APIContext } from 'astro';
import type { SiteOptions } from '../config/site-options.ts';
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
  tellCaches(page, { options, cache, headers });
  if (page.kind === 'redirect') return moved(page.to, headers);
  return isAt(page, url) ? undefined : moved(page.url + url.search, headers);
}

/** Tells Astro's route cache, or where there is none caches on the way, how long a page is good and what its tags are. */
export function tellCaches(
  page: Page,
  { options, cache, headers }: { options: SiteOptions; cache: APIContext['cache']; headers: Headers },
): void {
  const { maxAge, swr } = options.onDemand ?? { maxAge: 0, swr: 0 };
  const tags = cacheTags(page);
  if (cache.enabled) return cache.set({ maxAge, swr, tags });
  // The reader's own cache asks each time.
  headers.set('Cache-Control', `public, max-age=0, s-maxage=${maxAge}, stale-while-revalidate=${swr}`);
  headers.set('Cache-Tag', tags.join(', '));
}

/** A page has one address: `/tags/a` leads to `/tags/a/`. */
export function isAt({ url }: Page, at: URL): boolean {
  return url === at.pathname || new URL(url, at).pathname === at.pathname;
}

/** Whether an asker has these very bytes, by the names in its `If-None-Match`. */
export function isAsNamed(etag: string, names: string | null): boolean {
  return (names ?? '').split(',').some((name) => ['*', etag].includes(name.trim().replace(/^W\//, '')));
}

function moved(to: string, headers: Headers): Response {
  const cacheControl = headers.get('Cache-Control');
  return new Response(null, {
    status: 301,
    headers: { Location: to, ...(cacheControl === null ? {} : { 'Cache-Control': cacheControl }) },
  });
}
