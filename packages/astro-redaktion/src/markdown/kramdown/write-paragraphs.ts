import type { Writing } from './span-state.ts';
import type { Block } from './types.ts';
import { rewriteSpans } from './rewrite-spans.ts';
import { guardLines } from './spans.ts';

/** A paragraph as CommonMark, with the marks that belong at its end. */
export function writeParagraph(block: Block, writing: Writing): string {
  return guardLines(rewriteSpans(block.text, writing)) + (block.suffix ?? '');
}
