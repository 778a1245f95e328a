import type { HeldReason, Problem } from '../../types.ts';
import type { RawPost } from './types.ts';

/**
 * Whether a post is held back, and why; `undefined` when it is published. In the order of the reasons: a post
 * that is both a draft and in the future is a draft.
 *
 * `draft: true` in `_posts` holds back unless `draftFlag` is `publish`: Jekyll publishes it, which its authors
 * hardly mean.
 */
export function heldReason(
  post: Published,
  { now, future, drafts, unpublished, draftFlag = 'hold' }: GateOptions,
): HeldReason | undefined {
  if (!drafts && (post.inDrafts || (post.draft && draftFlag === 'hold'))) return 'draft';
  if (!unpublished && !post.published) return 'unpublished';
  // Jekyll compares whole seconds.
  if (!future && Math.floor(post.date.instant / 1000) > Math.floor(now / 1000)) return 'future';
  return undefined;
}

/** Parts posts into those that are published, oldest first, and those held back. */
export function partPosts<Post extends Published>(posts: readonly Post[], options: GateOptions): PartedPosts<Post> {
  const held: PartedPosts<Post>['held'] = [];
  const published = [...posts].sort(byDateThenPath).filter((post) => {
    const reason = heldReason(post, options);
    if (reason) held.push({ post, reason });
    return !reason;
  });
  const limit = options.limit ?? 0;
  const beyond = limit > 0 ? published.splice(0, Math.max(0, published.length - limit)) : [];
  for (const post of beyond) held.push({ post, reason: 'limit' });
  return { published, held };
}

/** Jekyll's order: by instant, then by path, code point by code point. */
export function byDateThenPath(a: Ordered, b: Ordered): number {
  return a.date.instant - b.date.instant || compareCodePoints(a.path, b.path);
}

/** Order of the code points, which is the order of the UTF-8 bytes; JavaScript's own differs beyond U+FFFF. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  if (at === length) return a.length - b.length;
  // Step back to the first half of a pair whose second halves differ.
  const start = at > 0 && isHighSurrogate(a.charCodeAt(at - 1)) ? at - 1 : at;
  return (a.codePointAt(start) ?? 0) - (b.codePointAt(start) ?? 0);
}

/** Posts that would be written to the same file: an error each, where Jekyll warns and lets one win. */
export function collisions(posts: readonly Placed[], folder = ''): Problem[] {
  const first = new Map<string, Placed>();
  return posts.flatMap((post) => {
    const taken = first.get(post.permalink.file);
    if (!taken) first.set(post.permalink.file, post);
    return taken ? [collision(post, taken, folder)] : [];
  });
}

function collision(post: Placed, taken: Placed, folder: string): Problem {
  return {
    code: 'same-address',
    severity: 'error',
    file: folder + post.path,
    message: `The address ${post.permalink.url} is already that of ${folder}${taken.path}.`,
    fix: 'Give one of them another name, date, "slug:" or "permalink:".',
  };
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

type Ordered = Pick<RawPost, 'date' | 'path'>;
type Published = Pick<RawPost, 'date' | 'path' | 'draft' | 'inDrafts' | 'published'>;
type Placed = Pick<RawPost, 'path' | 'permalink'>;

/** What decides. */
export interface GateOptions {
  /** Milliseconds since 1970: the build's one `now`. */
  now: number;
  future: boolean;
  drafts: boolean;
  unpublished: boolean;
  /** What `draft: true` outside `_drafts` does. Default: `hold`. */
  draftFlag?: 'hold' | 'publish';
  /** Keeps only the newest n posts. Default, and 0: all. */
  limit?: number;
}

export interface PartedPosts<Post> {
  published: Post[];
  held: { post: Post; reason: HeldReason }[];
}
