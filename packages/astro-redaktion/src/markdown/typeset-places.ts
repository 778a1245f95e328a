import { codeUnits } from './code-units.ts';

/**
 * Where in a text something may have to be set: at markup, a quotation mark, or a space that has a digit, a dash or the
 * halves of an abbreviation at its sides. Nearly all spaces have none of these, and asking an expression about each was
 * the dearest thing that was done to a text.
 *
 * @param html to look through
 * @param abbreviations written with spaces
 * @param at says what is to happen at a place, and gives the place from which to look on
 */
export function eachPlace(html: string, abbreviations: Pairs, at: (place: number) => number): void {
  const codes = codeUnits(html);
  for (let place = 0; place < html.length; ) {
    const sign = SIGNS[codes[place] ?? 0];
    if (sign === NONE) place += 1;
    else if (sign === ALWAYS) place = at(place);
    else {
      const [before, after] = [codes[place - 1] ?? 0, codes[place + 1] ?? 0];
      place = isOfNumber(before, after) || abbreviations(before, after) ? at(place) : place + 1;
    }
  }
}

/** Whether a space between these two characters may be one of an abbreviation's. */
export type Pairs = (before: number, after: number) => boolean;

/** @param abbreviations as they are written, with spaces and in letters of ASCII */
export function abbreviationPairs(abbreviations: readonly string[]): Pairs {
  const table = new Uint8Array(ASCII * ASCII);
  for (const text of abbreviations) {
    for (const [, before = '', after = ''] of text.matchAll(/(\S)(?= (\S))/g)) {
      for (const left of cases(before)) for (const right of cases(after)) table[left * ASCII + right] = 1;
    }
  }
  return (before, after) =>
    before < ASCII && after < ASCII ? table[before * ASCII + after] === 1 : isFolded(before) || isFolded(after);
}

/** The long s and Kelvin's sign, which are an s and a k where case does not count. */
function isFolded(code: number): boolean {
  return code === 0x17f || code === 0x212a;
}

function isOfNumber(before: number, after: number): boolean {
  return isDigit(after) || isDigit(before) || before === DOT || after === HYPHEN || after === DASH;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function cases(letter: string): number[] {
  return [letter.toLowerCase().charCodeAt(0), letter.toUpperCase().charCodeAt(0)];
}

const ASCII = 128;
const [DOT, HYPHEN, DASH] = [0x2e, 0x2d, 0x2013];
const [NONE, ALWAYS, SPACE] = [0, 1, 2];
const SIGNS = new Uint8Array(1 << 16);
for (const sign of '<“‘') SIGNS[sign.charCodeAt(0)] = ALWAYS;
SIGNS[0x20] = SPACE;
