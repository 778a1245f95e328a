import { splitAtMarkers } from '../content/jekyll/liquid/marker.ts';
import type { RenderedPost } from '../types.ts';

/** A stretch of a body's HTML, or a component that stands in it. */
export interface BodyPiece {
  html: string;
  component?: { name: string; props: Record<string, unknown> };
}

/** Cuts a body at its components. */
export function splitBody({ html, components }: Pick<RenderedPost, 'html' | 'components'>): BodyPiece[] {
  if (components.length === 0) return [{ html }];
  const numbered = components.map((component, index) => ({ ...component, index }));
  return splitAtMarkers(html, numbered).map((piece) => {
    if ('html' in piece) return piece;
    const component = numbered[piece.index];
    return { html: '', ...(component ? { component } : {}) };
  });
}
