import type { Spans, Writing } from './span-state.ts';
import type { Unread } from './types.ts';
import { readOn, SIGN } from './quick-spans.ts';
import { newQuick, type Quick, write, writeGuard } from './quick-state.ts';
import { nextSpecial, quoteAt, signStart } from './span-search.ts';
import { needsGuard, plain } from './span-state.ts';
import { readSign, readSpans } from './spans.ts';

const BRACE = '{';
/** Longer texts nearly always hold a sign, and are not looked through twice. */
const SHORT = 48;

/**
 * Rewrites the text of a paragraph, heading or cell as CommonMark that the engine reads as kramdown would: the quick
 * way, and by the long one what is more than common.
 */
export function rewriteSpans(text: string, writing: Writing): string {
  const { options, links, quick } = writing.outline;
  if (text.length <= SHORT && !SIGN.test(text)) return text;
  if (quick && !options.hardWrap)
    return readToEnd(newQuick(text, { options, links }, { readOn, odd: readOdd, writing }));
  if (nextSpecial(text, 0, options.hardWrap) < 0) return plain(text);
  const spans = newSpans(text, writing);
  readSpans(spans, null);
  return spans.out.join('');
}

/** Reads on in a text that was left unread; what it gives starts with all that was written before. */
export function rewriteUnread(unread: Unread, writing: Writing): string {
  const { options, links } = writing.outline;
  const quick = newQuick(unread.text, { options, links }, { readOn, odd: readOdd, writing });
  quick.out = unread.out;
  quick.last = unread.last;
  quick.element = unread.element;
  quick.from = unread.from;
  quick.start = unread.start;
  quick.at = unread.at;
  return readToEnd(quick);
}

function readToEnd(quick: Quick): string {
  readOn(quick, '');
  write(quick, quick.text.length);
  return quick.out;
}

/** The long way for one sign; for all the rest where too much has been read in vain. */
function readOdd(quick: Quick, tried: number): boolean {
  const { text, at, writing } = quick;
  if (!writing) return false;
  const place = oddStart(text, at, quick.start);
  if (place < quick.start) return readText(quick);
  write(quick, place);
  quick.spans ??= newSpans(text, writing);
  const { spans } = quick;
  const { out, element } = quick;
  const split = element >= 0 && text[place] === BRACE;
  spans.out = split ? [out.slice(0, element), out.slice(element)] : [out];
  spans.last = split ? 1 : -1;
  spans.at = place;
  spans.budget -= tried + 1;
  if (spans.budget < 0) readSpans(spans, null);
  else readSign(spans);
  takeOver(quick, spans);
  return true;
}

/** Where a sign is read: a quote after it takes it along. */
function oddStart(text: string, at: number, from: number): number {
  return quoteAt(text, at + 1) && !quoteAt(text, at) ? at : signStart(text, at, from);
}

function takeOver(quick: Quick, { out, last, at }: Spans): void {
  quick.out = '';
  quick.element = -1;
  for (let index = 0; index < out.length; index += 1) {
    if (index === last) quick.element = quick.out.length;
    quick.out += out[index] ?? '';
  }
  quick.last = out.at(-1)?.at(-1) ?? ' ';
  quick.at = at;
  quick.from = at;
  quick.start = at;
}

/** A sign that means nothing here. */
function readText(quick: Quick): true {
  const { text, at } = quick;
  if (text[at] === '~') return writeGuard(quick, at, '\\');
  quick.at += 1;
  return true;
}

function newSpans(text: string, writing: Writing): Spans {
  return {
    text,
    at: 0,
    out: [],
    last: -1,
    open: { em: false, strong: false, link: false },
    images: 0,
    depth: 0,
    guarded: needsGuard(text),
    budget: 16 * text.length + 20_000,
    writing,
  };
}
