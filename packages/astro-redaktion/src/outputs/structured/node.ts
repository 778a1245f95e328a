import type { Thing } from 'schema-dts';
import type { SiteOptions } from '../../config/site-options.ts';
import type { Page, Site } from '../../types.ts';
import { absolute } from '../address.ts';
import type { PageFacts } from '../picture.ts';
import { plain } from '../plain.ts';

/** A node of the graph: an object, not a bare name. */
export type Node = Exclude<Thing, string>;

export interface Context {
  page: Page;
  site: Site;
  options: SiteOptions;
  facts: PageFacts;
}

/** Name of a node in the graph: the address of what it is about, and its role there. */
export function nodeId(url: string, role: string, options: SiteOptions): string {
  return `${absolute(url, options)}#${role}`;
}

/** The nodes of the site itself are named after its root, on every page and in every language. */
export function siteNodeId(role: string, options: SiteOptions): string {
  return nodeId(options.base, role, options);
}

/** What the publisher is called. */
export function publisherName({ publisher, title }: SiteOptions): string {
  return plain(publisher?.name ?? title);
}

/** The given properties without those that have no value. */
export function present<T extends object>(properties: { [K in keyof T]: T[K] | undefined }): T {
  const kept: Partial<T> = {};
  for (const key in properties) {
    const value: unknown = properties[key];
    if (value !== undefined && value !== '' && !isEmptyArray(value)) kept[key] = properties[key];
  }
  return kept as T;
}

function isEmptyArray(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
