import { hash } from 'node:crypto';
import type { APIContext } from 'astro';
import hooks from 'virtual:redaktion/head';
import options from 'virtual:redaktion/options';
import { offeredPrinters, wantPrinters } from '../content/hand-over.ts';
import { pageOf } from '../model/page-of.ts';
import type { Page, Site } from '../types.ts';
import { loadSite } from './load-site.ts';
import { isAt, isAsNamed, tellCaches } from './on-demand.ts';
import { createPageMemory, type PrintedPage } from './page-memory.ts';

type Context = Pick<APIContext, 'cache' | 'params' | 'request' | 'url'>;

const { onDemand } = options;
const memory = createPageMemory((onDemand?.memory ?? 0) * 2 ** 20);
/** Pages that Astro has to render: they hold what a component of others, or Astro itself, makes. */
const others = new WeakSet<Page>();
let wanted = false;
let current: Site | undefined;
let number = 0;

/**
 * The answer of a server with one of our pages at its address: kept from before, or printed the short way, which
 * leaves out all of Astro's that is made anew for each request. Nothing in dev, where nothing is rendered on demand,
 * and where Astro has to render: errors, redirects, pages with components of others.
 *
 * A page is kept under the model's key, so that a page of a newer site is another one; nothing on it is of the request.
 */
export function servedPage(context: Context): Response | Promise<Response> | undefined {
  const { method } = context.request;
  if (import.meta.env.DEV || !onDemand || (method !== 'GET' && method !== 'HEAD')) return undefined;
  const { site } = loadSite();
  const page = pageOf(site, context.params['path'], context.url);
  if (!page || others.has(page) || !isAt(page, context.url)) return undefined;
  const key = keyOf(page, site);
  const known = memory.get(key);
  return known ? answer(known, { page, context }) : print(page, { key, context });
}

/** What hooks of others print may be of the whole site. */
function keyOf({ key }: Page, site: Site): string {
  if (site !== current) number += 1;
  current = site;
  return hooks.length > 0 ? `${number} ${key}` : key;
}

function print(page: Page, { key, context }: { key: string; context: Context }): Promise<Response> | undefined {
  // The first page that Astro renders makes the printer.
  if (!wanted) wantPrinters(true);
  wanted = true;
  const { pages } = offeredPrinters();
  if (!pages) return undefined;
  // Not the address that was asked for, since what is printed is kept: its host is the asker's to choose.
  const printing = pages(page, new URL(page.url, options.site ?? 'http://localhost'));
  if (!printing) others.add(page);
  return printing?.then((html) => {
    const body = Buffer.from(html);
    const printed = { body, etag: `"${hash('sha1', body, 'base64url')}"` };
    memory.set(key, printed);
    return answer(printed, { page, context });
  });
}

function answer({ body, etag }: PrintedPage, { page, context }: { page: Page; context: Context }): Response {
  const { request, cache } = context;
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8', ETag: etag });
  tellCaches(page, { options, cache, headers });
  // Astro's route cache would keep an answer without a body.
  if (!cache.enabled && isAsNamed(etag, request.headers.get('If-None-Match'))) {
    return new Response(null, { status: 304, headers });
  }
  headers.set('Content-Length', String(body.length));
  return new Response(request.method === 'HEAD' ? null : body, { headers });
}
