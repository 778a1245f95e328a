import type { Block } from './block.ts';
import type { Heading, PluginSite, Problem } from './types.ts';

/**
 * A plugin is data: what it adds to a site. Make one with `definePlugin()`.
 *
 * Paths are package specifiers (`my-plugin/components/Card.astro`) or `URL`s.
 */
export interface RedaktionPlugin {
  /** The package's name; names the plugin in every error. */
  name: string;
  /** Part of the cache keys: posts are rendered anew when it changes. */
  version: string;
  /** Slots it replaces (the owner's own choice wins): slot name → component. */
  components?: Partial<Record<import('./config/slots.ts').SlotName, string | URL>>;
  /**
   * Components that it sets before, after or around slots, whoever fills them. What a later plugin adds stands outside of
   * what an earlier one added; the owner's own additions stand outermost.
   */
  slots?: Partial<Record<import('./config/slots.ts').SlotName, SlotAdditions>>;
  /** Blocks that writers place in texts, as include, directive or component. Made by `defineBlock()` of `astro-redaktion/block`. */
  blocks?: Block[];
  /**
   * Pages of its own, or a function that gives them for a site: a set for each of its languages, say. Their components
   * wrap themselves in `astro-redaktion/slots/Shell.astro`: the slot as the site has it, whoever fills it.
   */
  routes?: PluginRoute[] | ((site: PluginSite) => PluginRoute[]);
  /** Collections for `src/content.config.ts`: name → module whose default export is made by `defineCollection()`. */
  collections?: Record<string, string | URL>;
  /** Texts by language; the owner may change them under `<plugin name>.<key>`. */
  strings?: Record<string, Record<string, string>>;
  /** Style sheets, loaded after ours and before the owner's. */
  styles?: (string | URL)[];
  /** Module whose default export, made by `defineHead()` of `astro-redaktion/head`, changes the head of every page. */
  head?: string | URL;
  /** Changes to a post's text. Run in the order of the plugins, once per post and version. */
  markdown?: MarkdownTransform;
  /** Checked before anything is built; its problems stop the build like our own. */
  check?: (context: PluginCheckContext) => Problem[] | Promise<Problem[]>;
  /**
   * Plain JSON for its own pages and components, which ask for it with `pluginOptions()` of `astro-redaktion/data`; or
   * a function that gives it. Pages are made anew whenever it changes, so nothing in it should change by the minute.
   */
  options?: object | ((context: PluginContext) => object) | undefined;
}

/**
 * What stands before, after or around a slot. All get the slot's own props. In a list the first is the nearest to the slot
 * for `around`, and the first on the page for `before` and `after`. A slot that prints a whole page takes only `around`.
 */
export interface SlotAdditions {
  before?: string | URL | (string | URL)[];
  after?: string | URL | (string | URL)[];
  /** Has the slot as its default slot. */
  around?: string | URL | (string | URL)[];
}

export interface PluginRoute {
  /** Astro's route pattern, without base: `/tjanster/[id]`. */
  pattern: string;
  entrypoint: string | URL;
}

/** Changes to a post's text, as pure functions over strings. */
export interface MarkdownTransform {
  /** Changes with the function's meaning or its data; part of the cache key. */
  key: string;
  /**
   * Gets the finished HTML of a body and what is known of the post, gives HTML; and, if it likes, plain JSON of what
   * it found, which pages read from `post.data.facts['plugin-name']`. Where a component stands in a line, its words are
   * between `<span data-redaktion-include="1"></span>` and `<span data-redaktion-end="1"></span>`.
   */
  html?: (html: string, post: TransformedPost) => string | { html: string; facts: unknown };
  /** Blocks to stand after headings of a post, on its page; the text, feeds and text twins stay as they are. */
  blocks?: (headings: readonly Heading[], post: TransformedPost) => BlockAfterHeading[];
}

/** A block that a plugin places. Its props are checked like a writer's. */
export interface BlockAfterHeading {
  /** Id of the heading. */
  after: string;
  /** Name of a block. */
  name: string;
  props: Record<string, unknown>;
}

/** What a transform knows of the post that it changes. */
export interface TransformedPost {
  /** Absolute path. */
  file: string;
  /** The post's own language. */
  lang: string;
  /** The front matter. */
  data: Record<string, unknown>;
  /** The site's base, for addresses from its root: `/`, `/blog/`. */
  base: string;
  site: PluginSite;
}

/** The site and the time of the build. */
export interface PluginContext extends PluginSite {
  /** Milliseconds since the epoch. */
  now: number;
}

export interface PluginCheckContext extends PluginContext {
  /** Absolute path of the project's root. */
  root: string;
  posts: readonly CheckedPost[];
}

/** A post's front matter, for checks of keys that only the plugin knows. */
export interface CheckedPost {
  /** Path relative to the project's root. */
  file: string;
  /** The keys that are not the host's own, as written. */
  data: Readonly<Record<string, unknown>>;
  /** Where a key stands, or a value of it. Reads the file, so ask only of what is wrong. */
  place: (key: string, value?: string) => { line: number; column?: number } | undefined;
}

/**
 * Makes a plugin. Gives back what it is given, typed.
 *
 * @example
 * export default (): RedaktionPlugin => definePlugin({ name: 'my-plugin', version: '1.0.0', styles: ['my-plugin/my.css'] });
 */
export function definePlugin(plugin: RedaktionPlugin): RedaktionPlugin {
  return plugin;
}
