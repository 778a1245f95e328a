import type { Quick } from './quick-state.ts';
import { isBlank } from './blanks.ts';
import { isQuote } from './span-search.ts';
import { OPENERS } from './smart-quotes.ts';
import { write } from './quick-state.ts';

const [TAB, FORM_FEED, BACKSLASH, SURROGATES] = [11, 12, 92, 0xd800];

/** What follows the last character. */
const END = 10;

/** A straight quote, where it is clear on which side of its word it stands; `false` where the rules have to say. */
export function quickQuote(quick: Quick): boolean {
  const { text, at } = quick;
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : END;
  const single = text[at] === "'";
  if (isQuote(next) || (single && isDigit(next) && text.charAt(at + 3) === 's')) return false;
  const opens = at === quick.start ? opensAtStart(text, at, next) : opensAfter(text, at);
  if (opens === undefined) return false;
  // A character that decides it stands for itself, as an element does.
  if (at > quick.start) write(quick, at - 1);
  write(quick, at);
  const [openSingle, closeSingle, openDouble, closeDouble] = quick.options.smartQuotes;
  const quote = opens ? (single ? openSingle : openDouble) : single ? closeSingle : closeDouble;
  quick.element = quick.out.length;
  quick.out += quote;
  quick.last = quote.at(-1) ?? '';
  quick.at = at + 1;
  quick.from = at + 1;
  quick.start = at + 1;
  return true;
}

/** By the character before it: the text goes on there. */
function opensAfter(text: string, at: number): boolean | undefined {
  const before = text.charCodeAt(at - 1);
  if (!OPENERS.has(before) && before < SURROGATES) return splitsAddress(text, at) ? undefined : false;
  const unclear =
    before >= SURROGATES || before === BACKSLASH || isQuote(before) || before === TAB || before === FORM_FEED;
  return unclear ? undefined : true;
}

/** `www."` and `://"`: the quote takes away the sign that would make an address of it. */
function splitsAddress(text: string, at: number): boolean {
  const before = text[at - 1];
  return (before === '.' && /w/i.test(text.charAt(at - 2))) || (before === '/' && text.startsWith('//', at - 2));
}

/** By the character after it: an element ends before it, or the text starts. */
function opensAtStart(text: string, at: number, next: number): boolean | undefined {
  if (next === END || isBlank(text.charAt(at + 1))) return false;
  if (next >= 128) return next < SURROGATES ? true : undefined;
  const after = text.charAt(at + 2);
  if (text.charAt(at + 1) === 's') return /^[a-z]$/i.test(after) ? true : undefined;
  if (/[A-Za-z0-9]/.test(text.charAt(at + 1))) return true;
  return /[,.;:?!)]/.test(text.charAt(at + 1)) && isBlank(after) ? false : undefined;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
