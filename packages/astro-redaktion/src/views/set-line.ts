import type { SiteOptions } from '../config/site-options.ts';
import { createLineSetter, createTypesetters, type Typesetter } from '../markdown/typeset.ts';

type Wish = SiteOptions['typography'];

/**
 * A line that is no post's, such as a page's title or the name of a tag or of a link, as readers are to see it: set like
 * the titles of posts. What it is known by, and what machines read of it, stays as it was written.
 *
 * @param lang BCP 47
 */
export function setLine(text: string, lang: string, { typography }: Pick<SiteOptions, 'typography'>): string {
  return lines(typography)(lang)?.(text) ?? text;
}

/** The typesetters of each language, made anew only where the owner comes to want others (`astro dev`). */
export function keptTypesetters(
  create: (lang: string) => Typesetter,
): (wish: Wish) => (lang: string) => Typesetter | undefined {
  let made: { wish: Wish; setters: ReturnType<typeof createTypesetters> } | undefined;
  return (wish) => {
    if (made?.wish !== wish) made = undefined;
    made ??= { wish, setters: createTypesetters(wish, create) };
    return made.setters;
  };
}

const lines = keptTypesetters(createLineSetter);
