import type { Problem } from '../../types.ts';

/**
 * The old addresses that lead to a post: `redirect_from` (a text or a list, of jekyll-redirect-from) and
 * `aliases`. Root-relative, each once; null items are passed over.
 */
export function readRedirectFrom(data: Data): string[] {
  const paths = [data['redirect_from'], data['aliases']].flat(2).flatMap((path) => {
    if ((typeof path !== 'string' && typeof path !== 'number') || path === '') return [];
    return [withSlash(String(path).trim())];
  });
  return [...new Set(paths)];
}

/**
 * The address that a post itself leads to: `redirect_to`, of a list the first.
 *
 * Only `http:`, `https:` and addresses on this site are followed: `javascript:` and the like are an error.
 */
export function readRedirectTo(data: Data, at: Where): RedirectTo {
  const value = data['redirect_to'];
  const first: unknown = Array.isArray(value) ? value.find((item) => item !== null) : value;
  if (typeof first !== 'string' || first.trim() === '') return {};
  const target = first.trim();
  // The signs that browsers drop from an address, so that `java\nscript:` is seen as what it is.
  const bare = target.replace(/[\0-\x20\x7f]/g, '');
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(bare)?.[0].toLowerCase();
  if (scheme === 'http:' || scheme === 'https:') return { to: bare };
  if (!scheme) return { to: withSlash(bare.replace(/^[/\\]+/, '/')) };
  return { problem: badScheme(target, scheme, at) };
}

function withSlash(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

function badScheme(target: string, scheme: string, { file, lineOf }: Where): Problem {
  const line = lineOf('redirect_to');
  return {
    code: 'redirect-scheme',
    severity: 'error',
    file,
    ...(line === undefined ? {} : { line }),
    message: `redirect_to is "${target}", and "${scheme}" is no address that a page may send its readers to.`,
    fix: 'Give an address that begins with https:// or /.',
  };
}

type Data = Readonly<Record<string, unknown>>;

interface Where {
  file: string;
  lineOf: (key: string) => number | undefined;
}

export interface RedirectTo {
  to?: string;
  problem?: Problem;
}
