import type { Spans } from './span-state.ts';
import { readFootnoteMark } from './footnote-marks.ts';
import { readEmphasis, readStrikethrough } from './emphasis.ts';
import { GUARD } from './marks.ts';
import { readCodeSpan, readInlineMath, readSpanExtension } from './span-codes.ts';
import { readAutolink, readSpanHtml } from './span-html.ts';
import { readLink } from './span-links.ts';
import { readSmartQuote } from './smart-quotes.ts';
import { BACKSLASH, isQuote, nextSpecial } from './span-search.ts';
import { addChunk, addElement, addText } from './span-state.ts';
import { readEntity, readEscape, readTypography } from './typography.ts';

const STARTS_BLOCK = /[ \t]*(?=[#>+\-=<|:~`]|\d{1,9}[.)])/y;
const DEEPEST_SPAN = 24;

/** Keeps the lines of a paragraph from starting blocks. */
export function guardLines(text: string): string {
  let [out, from, line] = ['', 0, 0];
  do {
    STARTS_BLOCK.lastIndex = line;
    if (STARTS_BLOCK.test(text)) {
      out += text.slice(from, line) + GUARD;
      from = STARTS_BLOCK.lastIndex;
    }
    line = text.indexOf('\n', line) + 1;
  } while (line > 0);
  return out + text.slice(from);
}

/** Reads to the end, or to where `stops` says so; tells whether it did. */
export function readSpans(spans: Spans, stops: (() => boolean) | null): boolean {
  const { text } = spans;
  const { hardWrap } = spans.writing.outline.options;
  while (spans.at < text.length) {
    const found = nextSpecial(text, spans.at, hardWrap);
    if (found < 0) break;
    spans.budget -= found - spans.at + 1;
    if (found > spans.at) addChunk(spans, text.slice(spans.at, found));
    spans.at = found;
    if (stops?.()) return true;
    readSign(spans);
  }
  if (!stops && spans.at < text.length) {
    addChunk(spans, text.slice(spans.at));
    spans.at = text.length;
  }
  return false;
}

/** Reads the sign here: what starts with it, or the sign as text. */
export function readSign(spans: Spans): void {
  if (readSpan(spans)) return;
  const { text, at } = spans;
  spans.at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  addText(spans, text.slice(at, spans.at));
}

function readSpan(spans: Spans): boolean {
  const spent = spans.budget < 0 || spans.depth > DEEPEST_SPAN;
  if (spent && /[*_`[!$~{]/.test(spans.text[spans.at] ?? '')) return false;
  switch (spans.text[spans.at]) {
    case '*':
    case '_':
      return readEmphasis(spans);
    case '`':
      return readCodeSpan(spans);
    case '<':
      if (!spent && (readAutolink(spans) || readSpanHtml(spans))) return true;
      break;
    case '[':
      if (readFootnoteMark(spans) || readLink(spans)) return true;
      break;
    case '!':
      if (readLink(spans)) return true;
      break;
    case '\n':
      if (spans.writing.outline.options.hardWrap) return readHardWrap(spans);
      break;
    default:
  }
  if (isQuoteNear(spans) && readSmartQuote(spans)) return true;
  switch (spans.text[spans.at]) {
    case '$':
      return readInlineMath(spans);
    case '{':
      return readSpanExtension(spans);
    case '&':
      return readEntity(spans);
    case '~':
      return readStrikethrough(spans);
    case '\\':
      return readEscape(spans);
    case '-':
    case '.':
    case '<':
    case '>':
    case ' ':
      return readTypography(spans);
    default:
      return false;
  }
}

/** A quote here, or right after this character. */
function isQuoteNear({ text, at }: Spans): boolean {
  const here = text.charCodeAt(at);
  if (isQuote(here)) return true;
  if (here === BACKSLASH) return false;
  return isQuote(text.charCodeAt(at + (here >= 0xd800 && here < 0xdc00 ? 2 : 1)));
}

function readHardWrap(spans: Spans): boolean {
  addElement(spans, '\\\n');
  spans.at += 1;
  return true;
}
