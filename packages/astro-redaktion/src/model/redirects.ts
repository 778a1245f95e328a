import type { Post, Problem } from '../types.ts';
import { type Address, fileKey, writtenAddress } from './address.ts';
import type { Context } from './context.ts';
import { problemPlace } from './locate.ts';

/** An old address of a post. */
export interface OldAddress {
  post: Post;
  address: Address;
}

/** A redirect as problems name it, by what leads there: a file, or the words for a page. */
export function redirectWords(from: string): string {
  return `the redirect from it in ${from}`;
}

/**
 * The old addresses of posts (`redirect_from`, `aliases`). One that is no path on this site is a problem; the post's own
 * is passed over.
 */
export function oldAddresses(
  posts: readonly Post[],
  { options, locate }: Pick<Context, 'options' | 'locate'>,
): {
  list: OldAddress[];
  problems: Problem[];
} {
  const list: OldAddress[] = [];
  const problems: Problem[] = [];
  for (const post of posts) {
    const own: Address[] = [];
    for (const from of post.data.redirectFrom) {
      const address = NO_PATH.test(from) ? undefined : oldAddress(from, options);
      if (!address) problems.push(noPath(post, from, locate));
      else if (address.path !== post.path) own.push(address);
    }
    list.push(...distinct(own).map((address) => ({ post, address })));
  }
  return { list, problems };
}

/** The old addresses of a page that need a file of their own; its own address is passed over. */
export function addressesBefore(
  redirectFrom: readonly string[],
  { path, options }: { path: string; options: Parameters<typeof writtenAddress>[1] },
): Address[] {
  return distinct(redirectFrom.map((from) => oldAddress(from, options)).filter((old) => old.path !== path));
}

/** Where an old address is: `/gammal%20adress/` and `/gammal adress/` are the same place. */
function oldAddress(from: string, options: Parameters<typeof writtenAddress>[1]): Address {
  return writtenAddress(decoded(from), options);
}

/**
 * Of the old addresses of one page those that need a file of their own: of `/a` and `/a/` the latter, at which servers
 * answer for both; of `/a` and `/a.html` the first.
 */
function distinct(addresses: readonly Address[]): Address[] {
  const routes = new Map<string, Address>();
  for (const address of addresses) {
    if (!routes.get(address.path)?.url.endsWith('/')) routes.set(address.path, address);
  }
  const files = new Map<string, Address>();
  for (const address of routes.values()) if (!files.has(fileKey(address))) files.set(fileKey(address), address);
  return [...files.values()];
}

/**
 * Where a post that only leads elsewhere leads, percent-encoded, for it may travel in a header; an address of this site
 * gets the base.
 */
export function redirectTarget(to: string, { base }: { base: string }): string {
  const encoded = to.toWellFormed().replace(/[^\x21-\x7e]+/g, encodeURIComponent);
  return encoded.startsWith('/') && !encoded.startsWith('//') ? base + encoded.slice(1) : encoded;
}

/** A post that only leads elsewhere may not run script in the reader's browser. */
export function unsafeTarget(
  { data: { source, redirectTo = '' } }: Post,
  { locate }: Pick<Context, 'locate'>,
): Problem | undefined {
  if (/^(?:https?:\/\/|\/)/i.test(redirectTo)) return undefined;
  return {
    code: 'redirect-unsafe-target',
    severity: 'error',
    ...problemPlace({ file: source.file, key: 'redirect_to' }, locate),
    message: `\`redirect_to\` is “${redirectTo}”, which is neither a path on this site nor an http address.`,
    fix: 'Write /a/path/ or https://…',
  };
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function noPath(post: Post, from: string, locate: Context['locate']): Problem {
  return {
    code: 'redirect-no-path',
    severity: 'error',
    ...problemPlace({ file: post.data.source.file, key: 'redirect_from', value: from }, locate),
    message: `\`redirect_from\` has “${from}”, which is no path of a page: a static site cannot tell what comes after ? or #, nor answer for another host.`,
    fix: 'Write the path alone, such as /old/address/.',
  };
}

const NO_PATH = /^[a-z][a-z\d+.-]*:|^\/\/|[?#]/i;
