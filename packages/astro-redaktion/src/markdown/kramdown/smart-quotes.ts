import type { Spans } from './span-state.ts';
import { addElement, addText } from './span-state.ts';

const PUNCTUATION = '!"#$%\'()*+,\\-./:;<=>?@[\\\\\\]^`{|}~';
const WORD = '[\\p{L}\\p{M}\\p{N}_]';

type Quote = 'open' | 'close' | 'single-open' | 'double-open' | 'single-close';

/** kramdown's rules (those of SmartyPants), tried in order; groups: text before, then the quote. */
const RULES: readonly (readonly [RegExp, readonly (number | Quote)[]])[] = [
  [/(["'])(?=[_*]{1,2}[^ \t\n\f\v\r])/y, ['open']],
  [new RegExp(`(["'])(?=[${PUNCTUATION}](?!\\.\\.)(?!${WORD})|_(?!\\.\\.)(?=${WORD}))`, 'uy'), ['close']],
  [/([ \t\n\v\f\r]?)"'(?=\w)/y, [1, 'double-open', 'single-open']],
  [/([ \t\n\v\f\r]?)'"(?=\w)/y, [1, 'single-open', 'double-open']],
  [/([ \t\n\v\f\r]?)'(?=\d\ds)/y, [1, 'single-close']],
  [/([ \t\n\v\f\r])(['"])(?=\w)/y, [1, 'open']],
  [/([^ \\\t\r\n[{(-])(['"])/uy, [1, 'close']],
  [/(["'])(?=[ \t\n\v\f\r]|s(?![\p{L}\p{M}\p{N}_])|$)/uy, ['close']],
  [/([^]?)'/uy, [1, 'single-open']],
  [/([^]?)"/uy, [1, 'double-open']],
];

/** A straight quote, together with the character before it, becomes a quote of the page's language. */
export function readSmartQuote(spans: Spans): boolean {
  if (closesWord(spans.text.charCodeAt(spans.at))) return closeQuote(spans);
  for (const [pattern, parts] of RULES) {
    pattern.lastIndex = spans.at;
    const match = pattern.exec(spans.text);
    if (!match) continue;
    spans.at = pattern.lastIndex;
    const double = match[0].endsWith('"');
    for (const part of parts) {
      if (typeof part === 'number') addText(spans, match[part] ?? '');
      else addElement(spans, quoteFor(spans, part, double));
    }
    return true;
  }
  return false;
}

/** Whether a quote after this character closes: the seventh rule, which is by far the most used. */
function closesWord(code: number): boolean {
  return !OPENERS.has(code) && code < 0xd800;
}

/** Space and control characters that count as space, quotes, backslash, opening brackets, hyphen. */
export const OPENERS: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 32, 34, 39, 92, 91, 123, 40, 45]);

function closeQuote(spans: Spans): boolean {
  const { text, at } = spans;
  addText(spans, text[at] ?? '');
  addElement(spans, quoteFor(spans, 'close', text[at + 1] === '"'));
  spans.at += 2;
  return true;
}

function quoteFor(spans: Spans, part: Quote, double: boolean): string {
  const [openSingle, closeSingle, openDouble, closeDouble] = spans.writing.outline.options.smartQuotes;
  switch (part) {
    case 'single-open':
      return openSingle;
    case 'double-open':
      return openDouble;
    case 'single-close':
      return closeSingle;
    case 'open':
      return double ? openDouble : openSingle;
    default:
      return double ? closeDouble : closeSingle;
  }
}
