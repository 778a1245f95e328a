import type { Context, Emitter } from 'liquidjs';
import { sessionOf } from './session.ts';

/*
 * Authors write both `{{ site.baseurl }}img/a.png` and `{{ site.baseurl }}/img/a.png`. With a `baseurl` that ends in a
 * slash the second leads to another host, `//img/a.png`; one slash is meant, and written where the site asks for it.
 */

/** Puts a path behind what may be the site's `baseurl`. */
export function joinPath(front: string, path: string, scope: Context): string {
  return path.startsWith('/') && isSlashedBase(front, scope) ? front.slice(0, -1) + path : front + path;
}

/** Notes that what was just written is the site's `baseurl`. */
export function noteBase(text: string, scope: Context, out: Emitter): void {
  if (isSlashedBase(text, scope)) sessionOf(scope).base = { out, end: out.buffer.length };
}

/** What is to be written behind it. */
export function behindBase(text: string, scope: Context, out: Emitter): string {
  const session = sessionOf(scope);
  const { base } = session;
  if (!base || text === '') return text;
  delete session.base;
  return base.out === out && base.end === out.buffer.length && text.startsWith('/') ? text.slice(1) : text;
}

function isSlashedBase(text: string, scope: Context): boolean {
  const { oneSlash, config } = sessionOf(scope).engine.site;
  return oneSlash === true && text.endsWith('/') && text === config['baseurl'];
}
