import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Post } from '../types.ts';
import { fillMarkers } from './blocks/marker.ts';
import { splitFrontMatter } from './jekyll/front-matter.ts';
import { createTextReader } from './text-file.ts';

/**
 * Makes the function that gives a post's Markdown: after Liquid, with its blocks in their form for plain text. That of
 * an MDX post is read from its file, since Astro renders it.
 *
 * @param store folder with the texts of a build that kept them (`markdownFiles`, `llms`)
 */
export function createMarkdownReader({ store, root }: { store: URL; root: URL }): (post: Post) => string {
  const texts = createTextReader(fileURLToPath(store));
  return ({ data: { rendered, source } }) => {
    if (!rendered) return bodyOf(readFileSync(join(fileURLToPath(root), source.file), 'utf8'));
    const { markdown = '', components } = texts.facts(rendered);
    return fillMarkers(
      markdown,
      components.map(({ text }) => text),
    );
  };
}

function bodyOf(file: string): string {
  return splitFrontMatter(file)?.body ?? file;
}
