import type { Graph } from 'schema-dts';
import type { SiteOptions } from '../config/site-options.ts';
import type { Page, Site } from '../types.ts';
import { type HeadHook, hookedGraph } from './head-hook.ts';
import type { PageFacts } from './picture.ts';
import { breadcrumbs } from './structured/breadcrumbs.ts';
import { listing } from './structured/listing.ts';
import { posting } from './structured/posting.ts';
import type { Context, Node } from './structured/node.ts';
import { publisher, website } from './structured/website.ts';

/**
 * Structured data of a page as one linked graph, ready to stand in `<script type="application/ld+json">`:
 * nothing in it can end the script element or open a comment.
 *
 * @returns `''` for pages that say nothing of their own (redirects), and without `site` in astro.config
 */
export function jsonLd(
  page: Page,
  site: Site,
  options: SiteOptions,
  { hooks = [], ...facts }: PageFacts & { hooks?: readonly HeadHook[] } = {},
): string {
  if (page.kind === 'redirect' || !options.site) return '';
  const { '@graph': nodes, ...rest } = graph(page, site, options, facts);
  return scriptText({ ...rest, '@graph': hookedGraph(nodes, hooks, { page, site, options }) });
}

/** The same as data. Every node has an `@id`; nodes name each other by it. */
export function graph(page: Page, site: Site, options: SiteOptions, facts: PageFacts = {}): Graph {
  const context: Context = { page, site, options, facts };
  const nodes: (Node | undefined)[] = [
    website(context),
    publisher(context),
    ...pageNodes(context),
    breadcrumbs(context),
  ];
  return { '@context': 'https://schema.org', '@graph': nodes.filter((node) => node !== undefined) };
}

function pageNodes(context: Context): Node[] {
  return context.page.kind === 'post' ? posting(context.page, context) : listing(context);
}

/** Data as the text of a script element of `application/ld+json`. */
export function scriptText(data: object): string {
  const json = JSON.stringify(data);
  // A replacer costs as much as all the rest; only half a surrogate pair needs it, and is written as an escape.
  return scriptSafe(HALF.test(json) ? JSON.stringify(data, wellFormed) : json);
}

/** JSON text without the characters that mean something in HTML, or end a line in old JavaScript. */
function scriptSafe(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const HALF = /\\ud[89a-f]/;

function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}
