import { isSatteriProcessor } from '@astrojs/markdown-satteri';
import type { AstroConfig } from 'astro';
import { fileURLToPath } from 'node:url';
import type { MdastPluginEntry } from 'satteri';
import { tocHeadingPlugin, tocHeadingRemark } from './toc-heading.ts';

const forMdx = new WeakSet<object>();

/** Whether a plugin is ours for MDX, which leaves Markdown as it is. */
export function isForMdx(plugin: MdastPluginEntry): boolean {
  return typeof plugin === 'function' && forMdx.has(plugin);
}

/**
 * Gives MDX posts the table of contents under `## Innehåll`, too: Astro renders them with the owner's processor,
 * whose plugin lists are the documented place for an integration's own. Other files of the site are left alone.
 */
export function prepareMarkdown(processor: AstroConfig['markdown']['processor'], posts: URL): void {
  const folder = fileURLToPath(posts);
  const isPost = (file: URL | undefined): boolean =>
    file?.protocol === 'file:' && fileURLToPath(file).startsWith(folder) && file.pathname.endsWith('.mdx');
  if (isSatteriProcessor(processor)) {
    const inAny = tocHeadingPlugin('any');
    const plugin: MdastPluginEntry = (context) =>
      isPost(context.fileURL) && typeof inAny === 'function' ? inAny(context) : null;
    forMdx.add(plugin);
    processor.options.mdastPlugins.push(plugin);
    return;
  }
  const { options } = processor as { options?: { remarkPlugins?: unknown[] } };
  options?.remarkPlugins?.push(
    () => (tree: never, file: { path?: string; toString: () => string }) =>
      file.path?.startsWith(folder) && file.path.endsWith('.mdx') ? tocHeadingRemark()(tree, file) : undefined,
  );
}
