import type { Block } from '../block.ts';
import { chart } from './chart/chart.ts';
import { video } from './video/video.ts';

/** The blocks that every site has. */
export const BLOCKS: readonly Block[] = [video, chart];
