import type { Website } from './types.ts';

/** A link, resolved: an address of the site itself, or somewhere else. */
export type Target = { address: string; hash: string } | { elsewhere: string };

/** The address of a built file: `a/index.html` → `/a/`. */
export function addressOfFile(path: string): string {
  return comparable(`/${path.replaceAll('%', '%25')}`);
}

/** One spelling for all of an address: decoded, NFC, no `//`, no `index.html`. */
export function comparable(path: string): string {
  return decode(path)
    .normalize('NFC')
    .replace(/\/{2,}/g, '/')
    .replace(/\/index\.html?$/, '/');
}

/** @returns `undefined` for what leads nowhere: an empty link, a script, an address that cannot be read */
export function resolveLink(
  href: string,
  from: string,
  { hosts, base }: Pick<Website, 'hosts' | 'base'>,
): Target | undefined {
  const root = `http://${SELF}${base}`;
  // What browsers leave out at its ends the parser does, too; a no-break space, which `trim` takes, is a part of it.
  const url = URL.parse(href, root + from.split('/').map(encodeURIComponent).join('/'));
  if (!url || /^[\t\n\f\r ]*$/.test(href) || url.protocol === 'javascript:') return undefined;
  const web = url.protocol === 'http:' || url.protocol === 'https:';
  if (!web || (url.hostname !== SELF && !hosts.has(url.host))) return { elsewhere: decode(url.href).normalize('NFC') };
  const path = comparable(url.pathname);
  const inside = base !== '' && (path === base || path.startsWith(`${base}/`));
  return {
    address: (inside ? path.slice(base.length) : path) || '/',
    hash: decode(url.hash.slice(1)).normalize('NFC'),
  };
}

/** The address under which a file server answers: `/a` is `a.html` or `a/index.html`. */
export function served(address: string, { addresses }: { addresses: ReadonlySet<string> }): string | undefined {
  return [address, `${address}.html`, `${address}/`].find((candidate) => addresses.has(candidate));
}

/** Where a reader ends up who asks for an address, redirects followed; `undefined`: nowhere. */
export function landing(address: string, site: Website): Target | undefined {
  let at = served(address, site);
  for (let step = 0; at !== undefined && step < 10; step++) {
    const redirect = site.pages.get(at)?.redirect;
    if (redirect === undefined) return { address: at, hash: '' };
    const target = resolveLink(redirect, at, site);
    if (!target || 'elsewhere' in target) return target;
    at = served(target.address, site);
  }
  return undefined;
}

/**
 * The folder in which a site is served, told from its links: under it they lead to files, and without it they do not.
 *
 * @returns `/blogg`, or `''`
 */
export function detectBase(links: Iterable<string>, addresses: ReadonlySet<string>): string {
  const counts = new Map<string, number>();
  let all = 0;
  for (const link of links) {
    if (!/^\/[^/]/.test(link)) continue;
    all++;
    const path = comparable(link.replace(/[?#].*$/s, ''));
    const [, base] = /^(\/[^/]+)\//.exec(path) ?? [];
    if (base === undefined || served(path, { addresses }) !== undefined) continue;
    if (served(path.slice(base.length), { addresses })) counts.set(base, (counts.get(base) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best && best[1] > all / 2 ? best[0] : '';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A bare `%` is no encoding: the address is compared as it stands.
    return text;
  }
}

const SELF = 'site.invalid';
