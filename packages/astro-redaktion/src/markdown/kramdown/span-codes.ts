import type { Spans } from './span-state.ts';
import { readAttributes, resolved } from './attribute-lists.ts';
import { applyOptions, rawFor } from './extensions.ts';
import { escapeHtml } from './html-tags.ts';
import { GUARD, KINDS, mark } from './marks.ts';
import { addElement, addText, keep, spend } from './span-state.ts';

const SPACE = /[ \t\n\v\f\r]/;
const EXTENSION = /\{::(\w+)(?:\s((?:\\\}|[^}]){0,2000}?))?(\/)?\}/y;
const ATTRIBUTES = /\{:((?:\\\}|[^}]){1,2000})\}/y;

/** Code between runs of backticks. */
export function readCodeSpan(spans: Spans): boolean {
  const { text, at } = spans;
  const run = /`+/y;
  run.lastIndex = at;
  const delimiter = run.exec(text)?.[0] ?? '`';
  const from = at + delimiter.length;
  const simple = delimiter.length === 1;
  const loose = simple && (at === 0 || SPACE.test(text[at - 1] ?? '')) && SPACE.test(text[from] ?? '');
  const stop = loose ? -1 : text.indexOf(delimiter, from);
  if (stop < 0) {
    if (!loose) spend(spans);
    spans.at = from;
    addText(spans, delimiter);
    return true;
  }
  const code = text.slice(from, stop);
  spans.at = stop + delimiter.length;
  // Two runs of backticks side by side would be one.
  if (spans.out.at(-1)?.endsWith('`')) spans.out.push(GUARD);
  addElement(spans, codeSpan(spans, simple ? code : code.replace(/^ /, '').replace(/ $/, '')));
  addLanguage(spans);
  return true;
}

/** The site's default language counts for code in lines too. */
function addLanguage(spans: Spans): void {
  const language = spans.writing.outline.options.defaultLanguage;
  if (!language || language === 'plaintext') return;
  const list = { attributes: new Map([['class', `language-${language}`]]), refs: [] };
  const place = mark(KINDS.attributes, keep(spans.writing.state.attributes, list));
  spans.out[spans.last] = place + (spans.out[spans.last] ?? '');
}

function codeSpan(spans: Spans, code: string): string {
  if (code.trim() === '') return rawMark(spans, `<code>${code}</code>`);
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const delimiter = '`'.repeat(longest + 1);
  const padded = /^`|`$|^ .* $/s.test(code);
  return padded ? `${delimiter} ${code} ${delimiter}` : delimiter + code + delimiter;
}

/** `$$x$$` in a line. */
export function readInlineMath(spans: Spans): boolean {
  const { text, at } = spans;
  if (!text.startsWith('$$', at)) return false;
  const stop = text.indexOf('$$', at + 2);
  if (stop < 0) {
    spend(spans);
    return false;
  }
  const source = text.slice(at + 2, stop).trim();
  spans.at = stop + 2;
  const mathjax = spans.writing.outline.options.mathEngine === 'mathjax';
  const html = mathjax ? `\\(${escapeHtml(source)}\\)` : `<span class="kdmath">$${escapeHtml(source)}$</span>`;
  addElement(spans, rawMark(spans, html));
  return true;
}

/** `{:.x}` after an element, `{::comment}`, `{::nomarkdown}`, `{::options}`. */
export function readSpanExtension(spans: Spans): boolean {
  if (readNamedExtension(spans)) return true;
  const { text, at } = spans;
  ATTRIBUTES.lastIndex = at;
  const match = text.startsWith('{::', at) || text.startsWith('{:/', at) ? null : ATTRIBUTES.exec(text);
  if (!match || spans.last < 0) return false;
  spans.at += match[0].length;
  const list = resolved(readAttributes(match[1] ?? ''), spans.writing.outline.named);
  if (list) {
    const index = keep(spans.writing.state.attributes, list);
    spans.out[spans.last] = mark(KINDS.attributes, index) + (spans.out[spans.last] ?? '');
  }
  return true;
}

function readNamedExtension(spans: Spans): boolean {
  EXTENSION.lastIndex = spans.at;
  const match = EXTENSION.exec(spans.text);
  if (!match) return false;
  const [start, name = '', words = '', closed] = match;
  const from = spans.at + start.length;
  const stop = closed ? null : stopTag(spans.text, from, name);
  if (!stop) spend(spans);
  if ((!closed && !stop) || !['comment', 'nomarkdown', 'options'].includes(name)) return false;
  const body = stop ? spans.text.slice(from, stop.index) : null;
  spans.at = stop ? stop.end : from;
  if (name === 'options') applyOptions(spans.writing.outline.options, words);
  else if (body !== null) {
    addElement(spans, rawMark(spans, name === 'comment' ? `<!-- ${body} -->` : rawFor(words, body)));
  }
  return true;
}

function stopTag(text: string, from: number, name: string): { index: number; end: number } | null {
  const pattern = new RegExp(`\\{:/(?:${name})?\\}`, 'g');
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match ? { index: match.index, end: pattern.lastIndex } : null;
}

function rawMark(spans: Spans, html: string): string {
  return mark(KINDS.raw, keep(spans.writing.state.raw, html));
}
