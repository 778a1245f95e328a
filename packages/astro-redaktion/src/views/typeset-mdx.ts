import type { SiteOptions } from '../config/site-options.ts';
import { createTypesetter } from '../markdown/typeset.ts';
import { keptTypesetters } from './set-line.ts';

/**
 * Sets the text of an MDX post, which Astro renders, as the loader does that of all others. What a framework's component
 * has printed stays as it is: its code in the browser expects to find it so.
 *
 * @param html trusted
 * @param lang BCP 47
 */
export function typesetMdx(html: string, lang: string, { typography }: Pick<SiteOptions, 'typography'>): string {
  const set = setters(typography)(lang);
  if (!set) return html;
  let depth = 0;
  return html
    .split(ISLAND)
    .map((piece) => {
      if (piece === '</astro-island>') depth -= 1;
      else if (piece.startsWith('<astro-island')) depth += 1;
      else if (depth === 0) return set(piece);
      return piece;
    })
    .join('');
}

/** Ends and beginnings of islands, which may lie in one another. */
const ISLAND = /(<astro-island\b[^>]*>|<\/astro-island>)/;

const setters = keptTypesetters((lang) => createTypesetter(lang, { signs: true }));
