import type { Quick } from './quick-state.ts';
import { readOn } from './quick-spans.ts';

/** A definition, and a box to tick. */
const DEFINITION = /\[(?:[^\n\]]*\]:|[ xX]\])|\*\[/y;

/** Whether a text may be left unread: it starts with nothing that makes another block of it. */
export function isLeavable(text: string, at: number): boolean {
  DEFINITION.lastIndex = at;
  return !DEFINITION.test(text);
}

/** Reads a line, or more, of text; `false` where it is not of the common kind and not to be left. */
export function readText(
  quick: Quick,
  { from, end, leavable }: { from: number; end: number; leavable: boolean },
): boolean {
  quick.at = from;
  quick.start = from;
  quick.end = end;
  quick.origin = leavable ? from : -1;
  return readOn(quick, '');
}

/** Leaves the rest of the text that is being read, where that may be. */
export function leave(quick: Quick): boolean {
  const { text, origin, end, out, from, start, at } = quick;
  if (origin < 0) return false;
  const first = from < origin;
  quick.unread.push({
    text: text.slice(origin, end),
    out: first ? out + text.slice(from, origin) : out,
    last: first ? ' ' : quick.last,
    element: first ? -1 : quick.element,
    from: first ? 0 : from - origin,
    start: start - origin,
    at: at - origin,
  });
  quick.out = '';
  quick.at = end;
  quick.from = end;
  return true;
}
