import type { Node } from 'takumi-js/node';
import { plainFonts } from './share-fonts.ts';
import { createRenderer } from './share-painter.ts';

/** A picture as Takumi takes it: boxes, text and SVGs, and its size in pixels. */
interface Picture {
  node: object;
  width: number;
  height: number;
}

/**
 * Draws pictures of blocks as PNG with what draws share pictures. Nothing is loaded before the first one; the same
 * picture gives the same bytes.
 */
export function createPicturePainter(): (picture: Picture) => Promise<Uint8Array> {
  let renderer: ReturnType<typeof createRenderer> | undefined;
  return async ({ node, width, height }) => {
    renderer ??= createRenderer(plainFonts());
    return (await renderer).render(node as Node, { width, height, format: 'png' });
  };
}
