import type { IncludeUse } from './types.ts';

const marker = /<!--redaktion:include (\d+)-->|<span data-redaktion-include="(\d+)"><\/span>/g;

/**
 * What stands in the text where a component goes. A comment when it has the line to itself; inside a line an empty
 * element, because a line that begins with a comment is a block of HTML to CommonMark and its Markdown would be lost.
 */
export function printMarker(index: number, block: boolean): string {
  return block ? `<!--redaktion:include ${index}-->` : `<span data-redaktion-include="${index}"></span>`;
}

/** Cuts rendered HTML at its markers. A marker that no include made is taken away. */
export function splitAtMarkers(html: string, components: readonly Pick<IncludeUse, 'index'>[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const match of html.matchAll(marker)) {
    const index = Number(match[1] ?? match[2]);
    if (match.index > at) pieces.push({ html: html.slice(at, match.index) });
    if (components.some((component) => component.index === index)) pieces.push({ index });
    at = match.index + match[0].length;
  }
  if (at < html.length) pieces.push({ html: html.slice(at) });
  return pieces;
}

export type MarkedPiece = { html: string } | { index: number };
