import { fileURLToPath } from 'node:url';
import type { Post } from '../types.ts';
import { fillMarkers } from './blocks/marker.ts';
import { createTextReader } from './text-file.ts';

/**
 * Makes the function that gives a post's whole text as HTML, with its blocks in their form for feeds; nothing for an
 * MDX post, which Astro renders.
 *
 * @param store folder with the texts of a build
 */
export function createHtmlReader(store: URL): (post: Post) => string | undefined {
  const texts = createTextReader(fileURLToPath(store));
  return ({ data: { rendered } }) => {
    if (!rendered) return undefined;
    const html = texts.html(rendered);
    // Most texts hold no block, and need not have their facts read.
    if (!html.includes('redaktion')) return html;
    return fillMarkers(
      html,
      texts.facts(rendered).components.map(({ feed }) => feed),
    );
  };
}
