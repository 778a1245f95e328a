import type { Outline, Scope } from './scope.ts';
import type { Writing } from './span-state.ts';
import type { KramdownOptions, KramdownState, Prepared } from './types.ts';
import { resolved } from './attribute-lists.ts';
import { readBlocks } from './blocks.ts';
import { mayTakeAsIs } from './common-blocks.ts';
import { cleanSource } from './marks.ts';
import { readSpans } from './spans.ts';
import { writeBlocks, writeDocument } from './write.ts';

/**
 * Rewrites a text in kramdown's dialect as CommonMark for the engine (Sätteri or unified, smart punctuation off).
 *
 * @param source Markdown after Liquid, front matter taken off
 * @param asIs take what both dialects read alike as it stands; `false` reads every block, to hold the short way to it
 * @returns the text to render, and the state that `finish` needs for the HTML made of it
 */
export function prepare(source: string, options: KramdownOptions, asIs = true): Prepared {
  const text = cleanSource(source);
  const outline: Outline = {
    options: { ...options },
    asIs: asIs && mayTakeAsIs(text, options),
    quick: asIs,
    common: { units: undefined, pipe: -1, unclosed: false, failed: -1 },
    links: new Map(),
    footnotes: new Map(),
    abbreviations: new Map(),
    named: new Map(),
    read: readBlocks,
  };
  const scope: Scope = {
    outline,
    text,
    at: 0,
    blocks: [],
    pending: undefined,
    element: undefined,
    depth: 0,
    unclosed: new Map(),
  };
  readBlocks(scope);
  const state: KramdownState = {
    raw: [],
    attributes: [],
    headings: [],
    tables: [],
    abbreviations: new Map(),
    toc: null,
    options: outline.options,
  };
  const writing: Writing = { outline, state, notes: [], uses: [], inside: 0, read: readSpans, write: writeBlocks };
  const markdown = writeDocument(scope.blocks, writing);
  for (const [name, { title, place }] of outline.abbreviations) {
    state.abbreviations.set(name, { title, attributes: resolved(place.ial, outline.named) ?? undefined });
  }
  return { text: markdown, state };
}
