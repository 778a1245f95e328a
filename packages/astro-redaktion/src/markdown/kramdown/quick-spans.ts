import { GUARD } from './marks.ts';
import {
  delimiterStops,
  isSpace,
  readAngle,
  readCode,
  readDelimiter,
  readLink,
  readPicture,
} from './quick-elements.ts';
import { quickQuote } from './quick-quotes.ts';
import { NONE, type Quick, writeElement, writeGuard, writeSign } from './quick-state.ts';
import { quoteAt } from './span-search.ts';
import { plain } from './span-state.ts';

/** What a character is: text (0) whatever stands beside it, a sign (1), or a sign if it has company (2). */
const LOOK = new Uint8Array(1 << 16);
const [SIGNS, IN_COMPANY] = ['"\'@*_`[]&$<\\~', '.-!:\n{>'];
for (const character of SIGNS) LOOK[character.charCodeAt(0)] = 1;
for (const character of IN_COMPANY) LOOK[character.charCodeAt(0)] = 2;

/** A text without any of them is Markdown for itself. */
export const SIGN: RegExp = new RegExp(`[${(SIGNS + IN_COMPANY).replace(/[\\[\]-]/g, '\\$&')}]`);

const [BREAK, SPACE, BANG, QUOTE, DOLLAR, AMPERSAND, APOSTROPHE] = [10, 32, 33, 34, 36, 38, 39];
const [STAR, DASH, POINT, COLON, LESS, AT, BRACKET, UNDERLINE, TICK, BRACE] = [42, 45, 46, 58, 60, 64, 91, 95, 96, 123];
const [SLASH, BIG_W, SMALL_W] = [47, 87, 119];

/**
 * Reads to the end, or to the delimiter `stop`, and writes as CommonMark what is of the common kind: quotes, dashes,
 * emphasis, code, links with an address. What is not is left to `odd`; the long way gives the same text for all, but
 * goes back where it has guessed wrong. `false` where there is nobody to leave it to.
 */
export function readOn(quick: Quick, stop: string): boolean {
  const { units, end } = quick;
  for (;;) {
    let { at } = quick;
    for (; at < end; at += 1) {
      const look = LOOK[units[at] ?? 0];
      if (look !== 0 && (look === 1 || !isAlone(units, at))) break;
    }
    quick.at = at;
    if (at >= end) return stop === '';
    if (stop !== '' && delimiterStops(quick, stop)) return true;
    const { out, last, element, from, start } = quick;
    if (read(quick, units[at])) continue;
    if (stop !== '' || quick.odd === undefined) return false;
    const tried = quick.at - at;
    [quick.out, quick.last, quick.element] = [out, last, element];
    [quick.from, quick.start, quick.at] = [from, start, at];
    quick.depth = 0;
    quick.open = NONE;
    if (!quick.odd(quick, tried)) return false;
  }
}

/** Whether a sign that needs company to mean something has none: most of them. */
function isAlone(units: Uint16Array, at: number): boolean {
  const code = units[at];
  const next = units[at + 1];
  const before = at > 0 ? units[at - 1] : 0;
  switch (code) {
    case BREAK: // After a space.
      return before !== SPACE;
    case POINT: // Three of them, or `www.`.
      return next !== POINT && before !== SMALL_W && before !== BIG_W;
    case COLON: // `://`
      return next !== SLASH;
    case BANG: // `![`
      return next !== BRACKET;
    case BRACE: // `{:`
      return next !== COLON;
    default: // `--`, `>>`
      return next !== code;
  }
}

/** Reads the sign here; `false` where it is more than common. */
function read(quick: Quick, code: number | undefined): boolean {
  const { text, at } = quick;
  const next = text.charAt(at + 1);
  switch (code) {
    case QUOTE:
    case APOSTROPHE:
      return quickQuote(quick);
    case POINT:
      return readPoint(quick);
    case DASH:
      return readDash(quick);
    case COLON:
      return text.startsWith('//', at + 1) && !quoteAt(text, at + 3) ? writeGuard(quick, at + 1, GUARD) : goOn(quick);
    case AT:
      return !quoteAt(text, at + 1) && writeGuard(quick, at, GUARD);
    case BANG:
      return readPicture(quick);
    case BREAK:
      return readBreak(quick);
    case AMPERSAND:
      return isSpace(next) && writeSign(quick, 1, '\\&');
    case DOLLAR:
      return next !== '$' && next !== '"' && next !== "'" && writeSign(quick, 1, '$');
    case STAR:
      return readDelimiter(quick, '*');
    case UNDERLINE:
      return readDelimiter(quick, '_');
    case TICK:
      return readCode(quick);
    case BRACKET:
      return readLink(quick);
    case LESS:
      return readAngle(quick);
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
  return www && !quoteAt(text, at + 1) ? writeGuard(quick, at, GUARD) : goOn(quick);
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
