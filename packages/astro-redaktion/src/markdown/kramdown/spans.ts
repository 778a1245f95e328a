import type { Spans, Writing } from './span-state.ts';
import { readEmphasis, readStrikethrough } from './emphasis.ts';
import { GUARD } from './marks.ts';
import { readCodeSpan, readInlineMath, readSpanExtension } from './span-codes.ts';
import { readAutolink, readSpanHtml } from './span-html.ts';
import { readFootnoteMark, readLink } from './span-links.ts';
import { readSmartQuote } from './smart-quotes.ts';
import { addElement, addText } from './span-state.ts';
import { readEntity, readEscape, readTypography } from './typography.ts';

const NEXT = /[*_`<\]&$\\]|!?\[|[^\\]?["']|\{:|--|\.\.\.| ?(?:<<|>>)| {2}(?=\n)|~~/gu;
const NATIVE_WRAP = /[*_`<\]&$\\\n]|!?\[|[^\\]?["']|\{:|--|\.\.\.| ?(?:<<|>>)| {2}(?=\n)|~~/gu;
const SIMPLE = /^[^*_`<>\][&$\\"'{~@!.:\n-]*$/;
const STARTS_BLOCK = /^[ \t]*(?=[#>+\-=<|:~`]|\d{1,9}[.)])/gm;
const DEEPEST_SPAN = 24;

/** Rewrites the text of a paragraph, heading or cell as CommonMark that the engine reads as kramdown would. */
export function rewriteSpans(text: string, writing: Writing): string {
  if (SIMPLE.test(text)) return text;
  const spans: Spans = {
    text, at: 0, out: [], last: -1, open: { em: false, strong: false, link: false }, images: 0, depth: 0,
    budget: 40 * text.length + 4000, writing,
  };
  readSpans(spans, null);
  return spans.out.join('');
}

/** Keeps the lines of a paragraph from starting blocks. */
export function guardLines(text: string): string {
  return text.replace(STARTS_BLOCK, GUARD);
}

/** Reads to the end, or to where `stops` says so; tells whether it did. */
export function readSpans(spans: Spans, stops: (() => boolean) | null): boolean {
  const { text } = spans;
  const next = spans.writing.outline.options.hardWrap ? NATIVE_WRAP : NEXT;
  while (spans.at < text.length) {
    next.lastIndex = spans.at;
    const found = next.exec(text);
    if (!found) break;
    spans.budget -= found.index - spans.at + 1;
    addText(spans, text.slice(spans.at, found.index));
    spans.at = found.index;
    if (stops?.()) return true;
    if (!readSpan(spans, found[0])) {
      const width = text.codePointAt(spans.at) ?? 0;
      addText(spans, text.slice(spans.at, spans.at + (width > 0xffff ? 2 : 1)));
      spans.at += width > 0xffff ? 2 : 1;
    }
  }
  if (!stops && spans.at < text.length) {
    addText(spans, text.slice(spans.at));
    spans.at = text.length;
  }
  return false;
}

function readSpan(spans: Spans, found: string): boolean {
  const spent = spans.budget < 0 || spans.depth > DEEPEST_SPAN;
  switch (spans.text[spans.at]) {
    case '*': case '_': return spent ? false : readEmphasis(spans);
    case '`': return readCodeSpan(spans);
    case '<': if (!spent && (readAutolink(spans) || readSpanHtml(spans))) return true; break;
    case '[': if (readFootnoteMark(spans) || (!spent && readLink(spans))) return true; break;
    case '!': if (!spent && readLink(spans)) return true; break;
    case '\n': if (found === '\n') return readHardWrap(spans); break;
    default:
  }
  if (isQuoteNear(spans, found) && readSmartQuote(spans)) return true;
  switch (spans.text[spans.at]) {
    case '$': return readInlineMath(spans);
    case '{': return readSpanExtension(spans);
    case '&': return readEntity(spans);
    case '~': return spent ? false : readStrikethrough(spans);
    case '\\': return readEscape(spans);
    case '-': case '.': case '<': case '>': case ' ': return readTypography(spans);
    default: return false;
  }
}

/** A quote here, or right after this character. */
function isQuoteNear({ text, at }: Spans, found: string): boolean {
  const last = found === ']' ? text[at + 1] : found.at(-1);
  return last === '"' || last === "'";
}

function readHardWrap(spans: Spans): boolean {
  addElement(spans, '\\\n');
  spans.at += 1;
  return true;
}
