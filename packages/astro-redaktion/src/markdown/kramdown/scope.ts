import type { AttributeList, Block, BlockKind, KramdownOptions } from './types.ts';

/** How deep containers may nest before the rest is read as a paragraph; keeps hostile text from filling the stack. */
export const DEEPEST = 40;

/** What is known of the whole document while its outline is read. */
export interface Outline {
  options: KramdownOptions;
  /** Blocks that CommonMark reads as kramdown does may be taken as they are. */
  asIs: boolean;
  /** Lines of text may go the quick way. */
  quick: boolean;
  common: CommonSearch;
  links: Map<string, LinkTarget>;
  footnotes: Map<string, Footnote>;
  abbreviations: Map<string, { title: string; place: Block }>;
  /** `{:name: …}` lists. */
  named: Map<string, AttributeList>;
  /** Reads blocks; here so that containers need not know the reader. */
  read: (scope: Scope) => void;
}

/** What has been looked for further on in the document, so that it is looked for once. */
export interface CommonSearch {
  /** The text's code units, once they were asked for. */
  units: Uint16Array | undefined;
  /** Where the next `|` stands; past the end where there is none. */
  pipe: number;
  /** No fenced code ends from here on. */
  unclosed: boolean;
  /** Where blocks stand that are not of the common kind. */
  failed: number;
}

export interface LinkTarget {
  url: string;
  title: string | undefined;
  /** The definition's place, which takes an attribute list. */
  place: Block;
}

export interface Footnote {
  blocks: Block[];
  place: Block;
  /** Its use in the text, once there is one. */
  use?: NoteUse;
}

/** How often a footnote is used, and its place among them. */
export interface NoteUse {
  name: string;
  index: number;
  repeats: number;
}

/** One run of the block reader: a text, a place in it, and the blocks found so far. */
export interface Scope {
  outline: Outline;
  text: string;
  at: number;
  blocks: Block[];
  /** Attribute list waiting for the next block. */
  pending: AttributeList | undefined;
  /** Name of the HTML element whose content is read. */
  element: string | undefined;
  depth: number;
  /** Fence runs known to have no end from here on, so that they are looked for once. */
  unclosed: Map<string, number>;
}

/** A scope for a container's own text, or for a further piece of the same container. */
export function innerScope(scope: Scope, text: string, blocks: Block[] = []): Scope {
  const { outline, depth } = scope;
  return {
    outline,
    text,
    at: 0,
    blocks,
    pending: undefined,
    element: undefined,
    depth: depth + 1,
    unclosed: new Map(),
  };
}

/** Matches a sticky expression here; moves on when it matches. */
export function take(scope: Scope, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = scope.at;
  const match = pattern.exec(scope.text);
  if (match) scope.at = pattern.lastIndex;
  return match;
}

/** Whether a sticky expression matches here. */
export function ahead(scope: Scope, pattern: RegExp): boolean {
  pattern.lastIndex = scope.at;
  return pattern.test(scope.text);
}

/** Where the line at `at` ends, past its line feed. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Adds a block, with the attribute list that was waiting for it. */
export function addBlock(scope: Scope, kind: BlockKind, text = ''): Block {
  const block: Block = { kind, text, children: [], ial: scope.pending };
  scope.pending = undefined;
  scope.blocks.push(block);
  return block;
}

/** Whether the next block may be one that needs a blank line before it. */
export function afterBoundary(scope: Scope): boolean {
  const last = scope.blocks.at(-1);
  if (!last || last.kind === 'blank' || scope.pending) return true;
  return last.kind === 'boundary' && last.boundary === 'marker';
}

/** Whether here is a blank line, `^`, an attribute list or the end of the text. */
export function beforeBoundary(scope: Scope): boolean {
  return scope.at >= scope.text.length || ahead(scope, BOUNDARY);
}

const BOUNDARY = /[ \t\f\v]*\n|\^[ \t\f\v]*\n| {0,3}\{:(?![:/])(?:\\\}|[^}]){1,2000}\}[ \t\f\v]*\n/y;

/** A text without blank space at its end. As in Ruby, a space that does not break is none. */
export function stripEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= 32) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}

/** A text without blank space at its start. */
export function stripStart(text: string): string {
  let start = 0;
  while (start < text.length && text.charCodeAt(start) <= 32) start += 1;
  return start === 0 ? text : text.slice(start);
}
