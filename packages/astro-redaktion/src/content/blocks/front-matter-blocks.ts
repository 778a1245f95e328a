import type { Block } from '../../block.ts';
import type { IncludeUse } from '../jekyll/liquid/types.ts';
import { printMarker } from './marker.ts';

/** Blocks that front matter places (`video:`, `chart:`), numbered from `first` on, and the markers around a text. */
export interface FrontMatterBlocks {
  uses: IncludeUse[];
  before: string;
  after: string;
}

/** Finds them. A key that is absent, empty or `false` places nothing. */
export function frontMatterBlocks(
  data: Readonly<Record<string, unknown>>,
  { blocks, first, lineOf }: Options,
): FrontMatterBlocks {
  const found: FrontMatterBlocks = { uses: [], before: '', after: '' };
  for (const { name, frontMatter } of blocks.values()) {
    const value = frontMatter && data[frontMatter.key];
    if (!frontMatter || value === undefined || value === null || value === false || value === '') continue;
    const index = first + found.uses.length;
    const line = lineOf(frontMatter.key);
    const props = frontMatter.props?.(value) ?? (value === true ? {} : value);
    found.uses.push({
      index,
      name,
      props: props as IncludeUse['props'],
      block: true,
      ...(line !== undefined && { line }),
    });
    found[frontMatter.place] += `${printMarker(index, true)}\n`;
  }
  return found;
}

interface Options {
  blocks: ReadonlyMap<string, Block>;
  /** Number of the first one. */
  first: number;
  /** 1-based line of a key of front matter. */
  lineOf: (key: string) => number | undefined;
}
