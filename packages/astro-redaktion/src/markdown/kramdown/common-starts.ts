import type { CommonSearch } from './scope.ts';

/** Characters a line of text may start with, and mean nothing but text by it. */
const PLAIN = new Uint8Array(128);
for (const character of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ(["\'') PLAIN[character.charCodeAt(0)] = 1;

const [SPACE, BANG, DOLLAR, STAR, UNDERLINE, TICK] = [32, 33, 36, 42, 95, 96];
const NUMBER = /\d+(?![\d.)\\])/y;
const ODD_SPACE = /\s|[\u200b-\u200f\u2028-\u202e\u2060-\u206f]/;
/** From here on: variation selectors, marks, and what is no character. */
const ODD = 0xfe00;

/** Whether the line at `at` starts with text: with nothing that starts a block in one of the dialects. */
export function startsText(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 128) return !isOddSpace(text, at);
  if (PLAIN[code] === 1) return true;
  if (code === TICK) return text.charCodeAt(at + 1) !== TICK;
  if (code === DOLLAR) return text.charCodeAt(at + 1) !== DOLLAR;
  if (code === BANG) return true;
  if (code === STAR || code === UNDERLINE) return startsEmphasis(text, at, code);
  NUMBER.lastIndex = at;
  return NUMBER.test(text);
}

/** Whether there is a space, or nothing to see, that the dialects may know or not. */
export function isOddSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 128 && (code >= ODD || ODD_SPACE.test(text.charAt(at)));
}

function startsEmphasis(text: string, at: number, code: number): boolean {
  const next = text.charCodeAt(at + 1) === code ? text.charCodeAt(at + 2) : text.charCodeAt(at + 1);
  return next > SPACE && next !== STAR && next !== UNDERLINE;
}

/** Where the text of the line that ends at `end` ends, without the spaces there; 0 where other space is. */
export function textEnd(text: string, end: number): number {
  let last = end;
  while (text.charCodeAt(last - 1) === SPACE) last -= 1;
  const code = text.charCodeAt(last - 1);
  return code < SPACE || isOddSpace(text, last - 1) ? 0 : last;
}

/** Whether there is a `|` in a piece of text, which may make a table of it. */
export function hasPipe(text: string, { at, end, search }: { at: number; end: number; search: CommonSearch }): boolean {
  if (search.pipe < at) {
    const pipe = text.indexOf('|', at);
    search.pipe = pipe < 0 ? text.length : pipe;
  }
  return search.pipe < end;
}
