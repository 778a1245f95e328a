import { colonEnding } from './inflection.ts';

/** Whether a name may begin at an index: not inside a word, after a hyphen, in an address, an entity or a tag. */
export function opens(text: string, index: number, numeric: boolean): boolean {
  if (index === 0) return true;
  const before = text.charAt(index - 1);
  if (before === ' ' || before === '>' || before === '\n') return !numeric || !digitBefore(text, index);
  if (/[@#&=\\]/.test(before) || isWord(text, index - 1)) return false;
  if (/[-\u2010\u2011.:]/.test(before) && index > 1 && isWord(text, index - 2)) return false;
  if (before === '/' && /[\w-]\.[a-z]{2,}\/[^\s<]*$/i.test(text.slice(Math.max(0, index - 80), index))) return false;
  return !numeric || (!/[+§€$£]/.test(before) && !digitBefore(text, index));
}

/** Whether a name may end at an index, which is the end of its word with any ending. */
export function closes(text: string, index: number, numeric: boolean): boolean {
  const after = text.charAt(index);
  if (after === '' || after === '<' || (after === ' ' && !numeric)) return true;
  if (after === '@' || after === '=') return false;
  if (after === '.' && isWord(text, index + 1)) return false;
  if (after === ':' && isWord(text, index + 1)) {
    colonEnding.lastIndex = index;
    return colonEnding.test(text);
  }
  return !numeric || !numberAfter.test(text.slice(index, index + 16));
}

/** A name in digits is no name where it is part of a number, a sum or a year. */
const numberAfter =
  /^(?:(?:[\s\u00a0.,:/–-]|&nbsp;)?\d|(?:[\s\u00a0]|&nbsp;)?(?:[%‰°€]|(?:kr|kronor|SEK|euro|procent|st|stycken|personer|meter|km|kg|f\.?\s?Kr|e\.?\s?Kr)(?![\p{L}\p{N}])))/iu;
const numberBefore =
  /(?:\d(?:[\s\u00a0.,:/–-]|&nbsp;)?|(?:^|[^\p{L}])(?:år|året|årtalet|sidan|sid\.|kl\.?|§)(?:[\s\u00a0]|&nbsp;))$/iu;

function digitBefore(text: string, index: number): boolean {
  return numberBefore.test(text.slice(Math.max(0, index - 16), index));
}

function isWord(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 128)
    return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
  const char = code >= 0xdc00 && code <= 0xdfff ? text.slice(index - 1, index + 1) : text.charAt(index);
  return /[\p{L}\p{N}\p{M}]/u.test(char);
}
