import type { Outline } from './scope.ts';
import { GUARD } from './marks.ts';
import { delimiterStops, isSpace, readCode, readDelimiter, readLink, readPicture } from './quick-elements.ts';
import { quickQuote } from './quick-quotes.ts';
import { newQuick, type Quick, write, writeElement, writeGuard } from './quick-state.ts';
import { plain } from './span-state.ts';

/** What a character is: text (0) whatever stands beside it, a sign (1), or a sign if it has company (2). */
const LOOK = new Uint8Array(128);
for (const character of '"\'@*_`[]&$<\\~') LOOK[character.charCodeAt(0)] = 1;
for (const character of '.-!:\n{>') LOOK[character.charCodeAt(0)] = 2;

/**
 * The text of a paragraph, heading or cell as CommonMark, where all that stands in it is of the common kind: quotes,
 * dashes, emphasis, code, links with an address. `undefined` for any other; the long way gives the same text for all,
 * but goes back where it has guessed wrong.
 */
export function quickSpans(text: string, outline: Pick<Outline, 'options' | 'links'>): string | undefined {
  if (outline.options.hardWrap) return undefined;
  const quick = newQuick(text, outline, readOn);
  if (!readOn(quick, '')) return undefined;
  write(quick, text.length);
  return quick.out;
}

/** Reads to the end, or to the delimiter `stop`; `false` where the long way is needed. */
export function readOn(quick: Quick, stop: string): boolean {
  const { text, end } = quick;
  for (;;) {
    let { at } = quick;
    for (; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (code < 128 && LOOK[code] !== 0 && (LOOK[code] === 1 || !isAlone(text, at, code))) break;
    }
    quick.at = at;
    if (at >= end) return stop === '';
    if (stop !== '' && delimiterStops(quick, stop)) return true;
    if (!read(quick, text.charAt(at))) return false;
  }
}

/** Whether a sign that needs company to mean something has none: most of them. */
function isAlone(text: string, at: number, code: number): boolean {
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  const before = at > 0 ? text.charCodeAt(at - 1) : 0;
  switch (code) {
    case 10: // A line feed, after a space.
      return before !== 32;
    case 46: // A point: three of them, or `www.`.
      return next !== 46 && before !== 119 && before !== 87;
    case 58: // `://`
      return next !== 47;
    case 33: // `![`
      return next !== 91;
    case 123: // `{:`
      return next !== 58;
    default: // `--`, `>>`
      return next !== code;
  }
}

/** Reads the sign here; `false` where it is more than common. */
function read(quick: Quick, character: string): boolean {
  const { text, at } = quick;
  const next = text.charAt(at + 1);
  switch (character) {
    case '"':
    case "'":
      return quickQuote(quick);
    case '.':
      return readPoint(quick);
    case '-':
      return readDash(quick);
    case ':':
      return text.startsWith('//', at + 1) ? writeGuard(quick, at + 1, GUARD) : goOn(quick);
    case '@':
      return writeGuard(quick, at, GUARD);
    case '!':
      return readPicture(quick);
    case '\n':
      return readBreak(quick);
    case '&':
      return isSpace(next) && writeElement(quick, 1, '\\&');
    case '$':
      return next !== '$' && next !== '"' && next !== "'" && writeElement(quick, 1, '$');
    case '*':
    case '_':
      return readDelimiter(quick, character);
    case '`':
      return readCode(quick);
    case '[':
      return readLink(quick);
    default:
      return false;
  }
}

function goOn(quick: Quick): true {
  quick.at += 1;
  return true;
}

function readPoint(quick: Quick): true {
  const { text, at } = quick;
  if (text.startsWith('..', at + 1)) return writeElement(quick, 3, plain(quick.options.typographicSymbols.hellip));
  const www = /w/i.test(text.charAt(at - 1)) && text.slice(Math.max(quick.start, at - 3), at).toLowerCase() === 'www';
  return www ? writeGuard(quick, at, GUARD) : goOn(quick);
}

function readDash(quick: Quick): true {
  const { mdash, ndash } = quick.options.typographicSymbols;
  const long = quick.text[quick.at + 2] === '-';
  return writeElement(quick, long ? 3 : 2, plain(long ? mdash : ndash));
}

/** Two spaces before the end of a line are a line break. */
function readBreak(quick: Quick): true {
  const { text, at } = quick;
  if (text.charAt(at - 1) !== ' ' || text.charAt(at - 2) !== ' ' || at - 2 < quick.start) return goOn(quick);
  quick.at = at - 2;
  return writeElement(quick, 2, '\\');
}
