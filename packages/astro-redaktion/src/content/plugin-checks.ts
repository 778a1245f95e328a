import type { Locate } from '../model/site.ts';
import type { CheckedPost, PluginCheckContext, RedaktionPlugin } from '../plugin.ts';
import type { PostData, Problem } from '../types.ts';

/** What the plugins find wrong, in their order. */
export async function pluginProblems(
  plugins: readonly RedaktionPlugin[],
  { entries, locate, ...context }: Omit<PluginCheckContext, 'posts'> & Known,
): Promise<Problem[]> {
  const checking = plugins.filter(({ check }) => check !== undefined);
  if (checking.length === 0) return [];
  const posts = entries.map(({ data }): CheckedPost => {
    const { file } = data.source;
    return {
      file,
      data: data.extra,
      place: (key, value) => locate({ file, key, ...(value === undefined ? {} : { value }) }),
    };
  });
  return (await Promise.all(checking.map((plugin) => plugin.check?.({ ...context, posts }) ?? []))).flat();
}

interface Known {
  entries: readonly { data: PostData }[];
  locate: Locate;
}
