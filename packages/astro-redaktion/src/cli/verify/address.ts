/**
 * The one form in which addresses are compared: root-relative, decoded, NFC, without base, query and anchor;
 * `/a/index.html` is `/a/`.
 *
 * @param base path under which the site stands, `/blogg`; empty for the root
 */
export function address(path: string, base = ''): string {
  const plain = decoded(path.replace(/[?#].*$/, '')).normalize('NFC');
  const below = base !== '' && (plain === base || plain.startsWith(`${base}/`)) ? plain.slice(base.length) : plain;
  return (below === '' ? '/' : below).replace(/\/index\.html?$/i, '/').replace(/\/{2,}/g, '/');
}

/** Addresses under which static hosts answer with the same page: `/a` is served from `a.html` and leads to `/a/`. */
export function spellings(path: string): string[] {
  if (path.endsWith('/')) return [path];
  if (/\.html?$/i.test(path)) return [path, path.replace(/\.html?$/i, '')];
  return [path, `${path}.html`, `${path}/`];
}

/** Where a link on a page leads, if it stays on the site. */
export function siteAddress(href: string, from: string, { origins, base }: Origins): Target | undefined {
  let url: URL;
  try {
    url = new URL(href, new URL(`${base}${encodeURI(from)}`, LOCAL));
  } catch {
    return undefined;
  }
  if (url.origin !== LOCAL && !origins.has(url.origin)) return undefined;
  const anchor = decoded(url.hash.slice(1)).normalize('NFC');
  return { to: address(url.pathname, base), ...(anchor === '' ? {} : { anchor }) };
}

const LOCAL = 'http://site.invalid';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A percent sign that encodes nothing stands for itself.
  }
}

/** Under which names the site calls itself. */
export interface Origins {
  /** `https://example.se`; the site's own absolute links begin so. */
  origins: ReadonlySet<string>;
  /** `/blogg`; empty for the root. */
  base: string;
}

interface Target {
  to: string;
  anchor?: string;
}
