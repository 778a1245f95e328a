import type { Post } from '../types.ts';

/** The posts before and after one in time; absent at the ends. */
export interface Neighbours {
  /** The older one. */
  previous?: Post;
  /** The newer one. */
  next?: Post;
}

/**
 * The neighbours of every listed post of one language.
 *
 * @param posts newest first by date
 */
export function createNeighbours(posts: readonly Post[]): (post: Post) => Neighbours {
  const places = new Map(posts.map((post, place) => [post, place]));
  return (post) => {
    const place = places.get(post);
    if (place === undefined) return {};
    const [next, previous] = [posts[place - 1], posts[place + 1]];
    return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
  };
}
