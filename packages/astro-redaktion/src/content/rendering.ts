import type { Block, MadeFile } from '../block.ts';
import type { SiteOptions } from '../config/site-options.ts';
import type { Engine } from '../markdown/engine.ts';
import type { Emoji } from '../markdown/emoji.ts';
import type { KramdownOptions } from '../markdown/kramdown/index.ts';
import type { Typesetter } from '../markdown/typeset.ts';
import type { MarkdownTransform } from '../plugin.ts';
import type { PluginSite, Problem, RenderedPost } from '../types.ts';
import type { BlockFolders } from './blocks/block-files.ts';
import type { LiquidRenderer } from './jekyll/liquid/types.ts';

/** Everything that turns sources into HTML; made once a build. */
export interface Renderer {
  engine: Engine;
  /** Absent: Markdown as Astro reads it. */
  kramdown?: KramdownOptions;
  liquid: LiquidRenderer;
  /** By the plugins' names. */
  transforms: (MarkdownTransform & { name: string })[];
  /** Texts that the owner and the plugins change, by language. */
  strings: SiteOptions['strings'];
  /** Blocks by name. */
  blocks: ReadonlyMap<string, Block>;
  /** Astro makes the pictures in texts; else their tags stay as they are. */
  pictures: boolean;
  /** Writes signs for their names; absent where the site has no jemoji. */
  emoji?: Emoji;
  /** What sets texts in a language; `undefined` where they stay as they are. */
  typesetter: (lang: string) => Typesetter | undefined;
  /** The same for titles and descriptions, which are plain text. */
  lineSetter: (lang: string) => Typesetter | undefined;
  /** What feeds hold of a post. */
  feeds: 'full' | 'excerpt';
  /** What blocks may read. */
  folders: BlockFolders;
  /** The folder is a Jekyll site. */
  jekyll: boolean;
  /** What a post without a separator has for an excerpt: all of it, as in Jekyll, or its first block. */
  unseparated: 'all' | 'first-block';
  site: PluginSite;
}

/** A post's text, or what is wrong with it. */
export interface RenderResult {
  text: RenderedPost;
  /** Source of the text after Liquid, with markers of components. */
  markdown: string;
  problems: Problem[];
  /** Files that the text was made with: includes and data. */
  includes: string[];
  /** What blocks make for feeds to point at. */
  files: MadeFile[];
  /** What plugins found in the text, by their names. */
  facts: Record<string, unknown>;
  /** The text speaks of other posts, so it changes with them. */
  site: boolean;
}
