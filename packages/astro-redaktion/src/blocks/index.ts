import type { Block } from '../block.ts';

/** The blocks that every site has. */
export const BLOCKS: readonly Block[] = [];
