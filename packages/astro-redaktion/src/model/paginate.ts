import type { Pager, Post } from '../types.ts';

/** One page of a list, and where it lies. */
export interface ListSlice {
  /** Place of the page, without base and ending. */
  place: string;
  posts: Post[];
  pager: Pager;
}

/**
 * Cuts a list into pages, losing and repeating none; an empty list has one empty page.
 *
 * @param size posts on a page
 * @param place gives the place of page n (1-based)
 * @param url turns a place into an address
 */
export function paginate(
  posts: readonly Post[],
  {
    size,
    place,
    url,
  }: {
    size: number;
    place: (page: number) => string;
    url: (place: string) => string;
  },
): ListSlice[] {
  const count = Math.max(1, Math.ceil(posts.length / size));
  const places = Array.from({ length: count }, (_, index) => place(index + 1));
  const urls = places.map(url);
  return places.map((own, index) => ({
    place: own,
    posts: posts.slice(index * size, (index + 1) * size),
    pager: { number: index + 1, count, total: posts.length, urls, ...neighbouring(urls, index) },
  }));
}

function neighbouring(urls: string[], index: number): Pick<Pager, 'first' | 'previous' | 'next' | 'last'> {
  const [first, previous, next, last] = [urls[0], urls[index - 1], urls[index + 1], urls.at(-1)];
  return {
    ...(first !== undefined && previous !== undefined ? { first, previous } : {}),
    ...(last !== undefined && next !== undefined ? { next, last } : {}),
  };
}
