import type { Graph } from 'schema-dts';
import type { SiteOptions } from '../config/site-options.ts';
import type { Page, Site } from '../types.ts';
import type { HeadTag } from './head-tag.ts';

/** The page whose head it is, and the site. */
export interface HeadContext {
  page: Page;
  site: Site;
  options: SiteOptions;
}

/** A node of structured data. */
export type GraphNode = Graph['@graph'][number];

/**
 * Changes what a page's head tells machines: pure functions over data, which get what we or an earlier hook have made
 * and give what shall stand there. Values are raw text; they are escaped when they are printed.
 */
export interface HeadHook {
  /** Title, meta elements and links, in their order. One with an empty value is left out. */
  tags?: (tags: HeadTag[], context: HeadContext) => HeadTag[];
  /** Nodes of structured data. Not called for pages that have none: redirects, and all without `site` in astro.config. */
  graph?: (nodes: readonly GraphNode[], context: HeadContext) => readonly GraphNode[];
}

/** The tags of a page after all hooks. */
export function hookedTags(tags: HeadTag[], hooks: readonly HeadHook[], context: HeadContext): HeadTag[] {
  return hooks.reduce((made, hook) => hook.tags?.(made, context) ?? made, tags);
}

/** The nodes of a page after all hooks. */
export function hookedGraph(nodes: readonly GraphNode[], hooks: readonly HeadHook[], context: HeadContext) {
  return hooks.reduce((made, hook) => hook.graph?.(made, context) ?? made, nodes);
}
