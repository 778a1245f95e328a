import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import type { Context, Emitter } from 'liquidjs';
import { printMarker } from '../../../blocks/marker.ts';
import { write } from '../body.ts';
import { Moment, printMoment } from '../moment.ts';
import type { Engine } from '../session.ts';
import { sessionOf } from '../session.ts';
import type { MarkupToken } from '../token.ts';
import { isHash } from '../value.ts';

/**
 * Leaves a marker where an include is mapped to a component. `toc.md` is the table of contents of our own, and
 * `video.html` the block of that name, unless the site has an include so called.
 *
 * @returns whether it was one.
 */
export function placeComponent({ name, token, params }: Use, scope: Context, out: Emitter): boolean {
  const { engine, components, files, bodyLine, stack } = sessionOf(scope);
  const component = componentFor(name, engine);
  if (component === undefined) return false;
  // It gives way to an include of the site's own, should one appear.
  if (!Object.hasOwn(engine.site.includes ?? {}, name))
    files.add(posix.join(engine.site.includesDir ?? '_includes', name));
  const block = isAlone(token, out.buffer);
  const index = components.length;
  const [line = 1] = (stack[0] ?? token).getPosition();
  components.push({ index, name: component, props: plainRecord(params, 0), block, line: line + bodyLine - 1 });
  write(scope, out, printMarker(index, block));
  return true;
}

function componentFor(name: string, { site, documents }: Engine): string | undefined {
  if (site.includes && Object.hasOwn(site.includes, name)) return site.includes[name];
  const ours = name === 'toc.md' ? 'toc' : name.replace(/\.(?:html?|md)$/, '');
  if (ours !== 'toc' && !site.blocks?.has(ours)) return undefined;
  let own = documents.ownIncludes.get(name);
  own ??= existsSync(posix.join(site.root, site.includesDir ?? '_includes', name));
  documents.ownIncludes.set(name, own);
  return own ? undefined : ours;
}

/** Only blanks stand before it and after it on its line. */
function isAlone(token: MarkupToken, before: string): boolean {
  return (
    /(?:^|\n)[ \t]*$/.test(before.slice(-200)) &&
    /^[ \t]*(?:\r?\n|$)/.test(token.input.slice(token.end, token.end + 200))
  );
}

/** Parameters as JSON: what a component can be given from a cache. A document becomes its plain fields. */
function plain(value: unknown, depth: number): unknown {
  if (value instanceof Moment) return printMoment(value);
  if (Array.isArray(value)) return depth > 2 ? [] : value.map((item) => plain(item, depth + 1));
  if (isHash(value)) return depth > 2 ? {} : plainRecord(value, depth + 1);
  if (typeof value === 'object' && value !== null) return Number(value);
  return value ?? null;
}

function plainRecord(value: Record<string, unknown>, depth: number): Record<string, unknown> {
  // A document's neighbours, text and excerpt are reached through getters; they would drag in the whole site.
  const keys = Object.keys(value).filter((key) => !heavy.has(key) || depth === 0);
  return Object.fromEntries(keys.map((key) => [key, plain(value[key], depth)]));
}

const heavy = new Set(['previous', 'next', 'content', 'output', 'excerpt']);

interface Use {
  name: string;
  token: MarkupToken;
  params: Record<string, unknown>;
}
