import { deepMerge, isData } from './deep-merge.ts';
import { globToRegExp } from './glob.ts';

/**
 * Prepares `defaults:` of `_config.yml`: the result gives the front matter that a post starts from.
 *
 * A scope applies when the post's path begins with its `path` (globs with `*` match a folder or file on the way)
 * and its `type` is `posts` or absent; drafts are posts too. Values merge deeply; of two scopes the one with the
 * longer path wins, then the one with a type, then the later one.
 *
 * Results are shared between posts of the same scopes: do not change them.
 *
 * @param sets the value of `defaults` as read; what is no scope with values is passed over
 */
export function frontMatterDefaults(sets: unknown, options: DefaultsOptions = {}): (path: string) => Data {
  const scopes = Array.isArray(sets) ? sets.flatMap((set) => readScope(set, options)) : [];
  if (scopes.length === 0) return () => NOTHING;
  const merged = new Map<string, Data>();
  return (path) => {
    const matching = scopes.filter((scope) => scope.applies(path));
    if (matching.length === 0) return NOTHING;
    const key = matching.map(({ number }) => number).join();
    let data = merged.get(key);
    if (!data) {
      data = mergeScopes(matching);
      merged.set(key, data);
    }
    return data;
  };
}

const NOTHING: Data = {};

function readScope(
  set: unknown,
  { type = 'posts', collectionsDir = '' }: DefaultsOptions,
  number = counter++,
): Scope[] {
  if (!isData(set) || !isData(set['values'])) return [];
  const scope = isData(set['scope']) ? set['scope'] : {};
  const wanted = scope['type'];
  // `post` is the old spelling of `posts`.
  if (wanted !== undefined && wanted !== type && `${String(wanted)}s` !== type) return [];
  const path = typeof scope['path'] === 'string' ? scope['path'] : '';
  return [
    {
      number,
      length: sanitize(path).length,
      typed: wanted !== undefined,
      values: set['values'],
      applies: matcher(path, collectionsDir),
    },
  ];
}

/** Numbers scopes for the cache's keys: unique is enough. */
let counter = 0;

function matcher(path: string, collectionsDir: string): (post: string) => boolean {
  if (path === '') return () => true;
  const inner =
    collectionsDir !== '' && path.startsWith(`${collectionsDir}/`) ? path.slice(collectionsDir.length + 1) : path;
  if (!path.includes('*')) return (post) => post.startsWith(inner);
  // Jekyll asks the disk which entries the glob matches; every folder on the way to a post is such an entry.
  const pattern = globToRegExp(inner.replace(/\/$/, ''), 'path');
  return (post) => {
    for (let slash = post.indexOf('/'); slash !== -1; slash = post.indexOf('/', slash + 1)) {
      if (pattern.test(post.slice(0, slash))) return true;
    }
    return pattern.test(post);
  };
}

function mergeScopes(scopes: Scope[]): Data {
  let data: Data = NOTHING;
  let strongest: Scope | undefined;
  for (const scope of scopes) {
    const stronger = !strongest || outranks(scope, strongest);
    data = stronger ? deepMerge(data, scope.values) : deepMerge(scope.values, data);
    if (stronger) strongest = scope;
  }
  return data;
}

function outranks(scope: Scope, other: Scope): boolean {
  if (scope.length !== other.length) return scope.length > other.length;
  return scope.typed || !other.typed;
}

function sanitize(path: string): string {
  return path.startsWith('/') ? path.slice(1).replace(/\/$/, '') : path;
}

type Data = Readonly<Record<string, unknown>>;

interface Scope {
  number: number;
  /** Characters of the path. */
  length: number;
  typed: boolean;
  values: Record<string, unknown>;
  applies: (path: string) => boolean;
}

/** For which documents defaults are asked. */
export interface DefaultsOptions {
  /** Label of the collection, or `pages`. Default: `posts`. */
  type?: string;
  /** The config's `collections_dir`, which scopes may name and paths do not. Default: none. */
  collectionsDir?: string;
}
