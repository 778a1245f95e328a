import type { Block } from '../block.ts';
import { chart } from './chart/chart.ts';
import { credit } from './credit/credit.ts';
import { createMap } from './map/map.ts';
import type { Paint } from './map/map-picture.ts';
import { createVideo } from './video/video.ts';
import { code } from './writing/code.ts';
import { comparison } from './writing/comparison.ts';
import { definitions } from './writing/definitions.ts';
import { details } from './writing/details.ts';
import { factbox } from './writing/factbox.ts';
import { figure } from './writing/figure.ts';
import { gallery } from './writing/gallery.ts';
import { notice } from './writing/notice.ts';
import { pullquote } from './writing/pullquote.ts';
import { timeline } from './writing/timeline.ts';

/** What the owner's options say of blocks. */
interface BlockOptions {
  map: { files: Record<string, string> };
  video: { fetchPosters: boolean };
}

/**
 * The blocks that every site has.
 *
 * @param paint draws pictures for feeds; without it, maps are tables and lists there
 */
export function ourBlocks({ map, video }: BlockOptions, paint?: Paint): Block[] {
  return [
    createVideo(video),
    chart,
    createMap(map.files, paint),
    credit,
    notice,
    figure,
    gallery,
    details,
    pullquote,
    factbox,
    timeline,
    definitions,
    comparison,
    code,
  ];
}
