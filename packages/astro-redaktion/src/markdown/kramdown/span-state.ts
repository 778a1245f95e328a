import type { NoteUse, Outline } from './scope.ts';
import type { Block, KramdownState } from './types.ts';
import { GUARD } from './marks.ts';

/** The text of one block on its way to CommonMark. */
export interface Spans {
  text: string;
  at: number;
  out: string[];
  /** Where in `out` the last element starts; -1 after plain text. */
  last: number;
  /** Delimiters open round here, and whether here is inside a link. */
  open: { em: boolean; strong: boolean; link: boolean };
  /** Images found in the link text that is being read. */
  images: number;
  depth: number;
  /** Whether the text holds anything that the engine would make a link of, or strike out. */
  guarded: boolean;
  /** Characters that may still be read again; below zero, delimiters are text. Keeps the time linear. */
  budget: number;
  writing: Writing;
}

/** What is shared by all texts of a document while it is written. */
export interface Writing {
  outline: Outline;
  state: KramdownState;
  /** Footnotes in the order of their first use, with the number of further uses. */
  notes: NoteUse[];
  /** Every use of a footnote, so that those of an attempt that failed can be taken back. */
  uses: NoteUse[];
  /** How many HTML elements and footnotes are open round what is written. */
  inside: number;
  /** Reads on in a line of text; here so that those who are read for need not know the reader. */
  read: (spans: Spans, stops: (() => boolean) | null) => boolean;
  /** Writes blocks as pieces of CommonMark. */
  write: (blocks: Block[], writing: Writing) => string[];
}

/** A place to go back to when what looked like emphasis or a link turns out to be text. */
export interface Attempt {
  out: number;
  uses: number;
  last: number;
}

export function beginAttempt(spans: Spans): Attempt {
  return { out: spans.out.length, uses: spans.writing.uses.length, last: spans.last };
}

/** Takes back what was written and counted since. */
export function abandon(spans: Spans, attempt: Attempt): void {
  const { notes, uses } = spans.writing;
  spans.out.length = attempt.out;
  spans.last = attempt.last;
  for (const use of uses.splice(attempt.uses).reverse()) {
    use.repeats -= 1;
    if (use.repeats < 0) notes.pop();
  }
}

/** Adds an element of the line: it takes an attribute list that follows. */
export function addElement(spans: Spans, markdown: string): void {
  spans.last = spans.out.length;
  spans.out.push(markdown);
}

const SPECIAL = /[\\*_`[\]<~&]|:\/\/|www\.|@|!$/gi;
const MAY_BE_SPECIAL = /[\\*_`[\]<~&@]|:\/\/|[wW]\.|!$/;

/** Counts a search to the end of the text that found nothing. */
export function spend(spans: Spans): void {
  spans.budget -= spans.text.length - spans.at;
}

/** Adds text so that the engine takes it for nothing else: delimiters escaped, bare URLs kept from becoming links. */
export function addText(spans: Spans, text: string): void {
  if (text === '') return;
  spans.last = -1;
  spans.out.push(plain(text));
}

const LINKABLE = /[@~]|:\/\/|[wW]\./;

/** Whether a text holds what only `plain` keeps as text, besides the delimiters. */
export function needsGuard(text: string): boolean {
  return LINKABLE.test(text);
}

/** Adds text between two delimiters, which holds none itself. */
export function addChunk(spans: Spans, chunk: string): void {
  spans.last = -1;
  const end = chunk.charCodeAt(chunk.length - 1);
  spans.out.push(spans.guarded || end === EXCLAMATION ? plain(chunk) : chunk);
}

const EXCLAMATION = 33;

/** Text as Markdown that means just this text. */
export function plain(text: string): string {
  return MAY_BE_SPECIAL.test(text) ? text.replace(SPECIAL, escapeSpecial) : text;
}

function escapeSpecial(found: string): string {
  if (found === '@') return `${GUARD}@`;
  if (found === '://') return `:${GUARD}//`;
  return found.length > 1 ? `${found.slice(0, 3)}${GUARD}.` : `\\${found}`;
}

/** Keeps a piece of HTML for `finish` and gives its number. */
export function keep<T>(list: T[], item: T): number {
  return list.push(item) - 1;
}
