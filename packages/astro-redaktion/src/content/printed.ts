import type { Typesetter } from '../markdown/typeset.ts';
import type { PostData } from '../types.ts';

/**
 * A post's title and its own description as a page prints them, where that is not as they were written. What machines
 * read (feeds, structured data, search) keeps the author's own: it is by that text that they know a post.
 */
export function printedOf(
  { title, description }: Pick<PostData, 'title' | 'description'>,
  set: Typesetter | undefined,
): Pick<PostData, 'printed'> {
  if (!set) return {};
  const printed = {
    ...differing('title', title, set),
    ...(description === undefined ? {} : differing('description', description, set)),
  };
  return Object.keys(printed).length > 0 ? { printed } : {};
}

function differing<Key extends string>(key: Key, text: string, set: Typesetter): { [Name in Key]?: string } {
  const made = set(text);
  return made === text ? {} : ({ [key]: made } as { [Name in Key]: string });
}
