import type { HeadHook } from './outputs/head-hook.ts';

export type { GraphNode, HeadContext, HeadHook } from './outputs/head-hook.ts';
export type { HeadTag } from './outputs/head-tag.ts';

/**
 * Makes a hook that changes the head of every page, for the default export of the module that the option `head`, or a
 * plugin's `head`, names. Gives back what it is given, typed.
 *
 * @example
 * // src/head.ts, with redaktion({ head: './src/head.ts' })
 * export default defineHead({
 *   tags: (tags) => [...tags, { tag: 'meta', attrs: { name: 'twitter:site', content: '@bladet' } }],
 *   graph: (nodes) => nodes.map((node) => (node['@type'] === 'BlogPosting' ? { ...node, isAccessibleForFree: true } : node)),
 * });
 */
export function defineHead(hook: HeadHook): HeadHook {
  return hook;
}
