import type { Block } from '../../block.ts';
import type { IncludeUse } from '../jekyll/liquid/types.ts';
import { printMarker } from './marker.ts';

/** Blocks that front matter places (`video:`, `chart:`), numbered after those of the text, and the markers around a text. */
export interface FrontMatterBlocks {
  uses: IncludeUse[];
  before: string;
  after: string;
}

/** Finds them. A key that is absent, empty or `false` places nothing. */
export function frontMatterBlocks(
  data: Readonly<Record<string, unknown>>,
  { blocks, placed, lineOf }: Options,
): FrontMatterBlocks {
  const found: FrontMatterBlocks = { uses: [], before: '', after: '' };
  for (const { name, frontMatter } of blocks.values()) {
    const value = frontMatter && plain(data[frontMatter.key]);
    if (!frontMatter || value === undefined || value === null || value === false || value === '') continue;
    const inText = placed.some((use) => use.name === name);
    const props = frontMatter.props ? frontMatter.props(value, inText) : value === true ? {} : value;
    if (props === undefined) continue;
    const index = placed.length + found.uses.length;
    const line = lineOf(frontMatter.key);
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

/** As JSON: dates become text. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

interface Options {
  blocks: ReadonlyMap<string, Block>;
  /** Those that stand in the text. */
  placed: readonly IncludeUse[];
  /** 1-based line of a key of front matter. */
  lineOf: (key: string) => number | undefined;
}
