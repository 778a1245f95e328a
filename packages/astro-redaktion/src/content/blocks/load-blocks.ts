import type { Block, BlockFiles } from '../../block.ts';
import type { Problem } from '../../types.ts';
import type { IncludeUse } from '../jekyll/liquid/types.ts';

/** Lets blocks complete their props by files; what goes wrong is a problem at the block's place. */
export async function loadBlocks(
  uses: readonly IncludeUse[],
  { blocks, files, file }: { blocks: ReadonlyMap<string, Block>; files: BlockFiles; file: string },
): Promise<{ uses: IncludeUse[]; problems: Problem[] }> {
  const loaded: IncludeUse[] = [];
  const problems: Problem[] = [];
  for (const use of uses) {
    const load = blocks.get(use.name)?.load;
    try {
      loaded.push(load ? { ...use, props: (await load(use.props, files)) as IncludeUse['props'] } : use);
    } catch (error) {
      // Of no block's name: its props are not checked on top of this.
      loaded.push({ ...use, name: '' });
      problems.push(unloaded(error, use, file));
    }
  }
  return { uses: loaded, problems };
}

function unloaded(error: unknown, { name, line }: IncludeUse, file: string): Problem {
  return {
    code: 'block-file',
    severity: 'error',
    file,
    ...(line !== undefined && { line }),
    message: `the block \`${name}\`: ${error instanceof Error ? error.message : String(error)}.`,
    fix: 'Files of data lie in the data folder, and are named from there.',
  };
}
