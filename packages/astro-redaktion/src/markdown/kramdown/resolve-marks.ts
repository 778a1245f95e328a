import type { AttributeList, KramdownState } from './types.ts';
import { escapeAttribute } from './html-tags.ts';
import { END, KINDS, MARK } from './marks.ts';

const FIRST_TAG = /<[a-zA-Z][^\s/>]*/;
const TAG_HERE = /^[\s\ufdd0-\ufdef]*<[a-zA-Z]/;

interface Resolving {
  out: string[];
  state: KramdownState;
  /** Attributes waiting for the next tag. */
  pending: AttributeList[];
  /** How many of them, from the end, stand in a line: they wait for a tag right there, or for none. */
  inLine: number;
  /** Closing `</p>` tags still to be dropped. */
  unwrap: number;
}

/** Replaces all marks in one pass over the HTML. */
export function resolveMarks(html: string, state: KramdownState): string {
  const resolving: Resolving = { out: [], state, pending: [], inLine: 0, unwrap: 0 };
  let from = 0;
  for (let at = html.indexOf(MARK); at >= 0; at = html.indexOf(MARK, from)) {
    const end = html.indexOf(END, at);
    if (end < 0) break;
    const open = at - 3 >= from && html.startsWith('<p>', at - 3) ? '<p>' : '';
    const close = !html.startsWith('</p>', end + 1) ? '' : html[end + 5] === '\n' ? '</p>\n' : '</p>';
    append(resolving, html.slice(from, at - open.length));
    resolve(resolving, { open, kind: html[at + 1] ?? '', index: Number(html.slice(at + 2, end)), close });
    from = end + 1 + close.length;
  }
  append(resolving, html.slice(from));
  return resolving.out.join('');
}

/** A mark, with the paragraph tags right before and after it. */
interface FoundMark {
  open: string;
  kind: string;
  index: number;
  close: string;
}

function resolve(resolving: Resolving, { open, kind, index, close }: FoundMark): void {
  const { state, pending } = resolving;
  const alone = open !== '' && close !== '';
  const list = kind === KINDS.attributes || kind === KINDS.item ? state.attributes[index] : undefined;
  if (kind === KINDS.item && list) addToItem(resolving, list);
  if (kind === KINDS.transparent) {
    // Attributes of a paragraph that has no tags of its own are nobody's.
    pending.length = 0;
    resolving.unwrap += open === '' ? 0 : 1;
    append(resolving, close);
    return;
  }
  if (kind === KINDS.block) return append(resolving, (state.raw[index] ?? '') + (alone ? '\n' : close));
  const inLine = kind === KINDS.raw || kind === KINDS.note;
  if (alone && !inLine) {
    if (kind === KINDS.attributes && list) pending.push(list);
    return;
  }
  append(resolving, open);
  if (kind === KINDS.attributes && list) {
    pending.push(list);
    resolving.inLine += 1;
  }
  if (inLine) append(resolving, state.raw[index] ?? '');
  append(resolving, close);
}

function append(resolving: Resolving, html: string): void {
  if (html === '') return;
  let text = html;
  // An entity or a quote can have no attributes: a list behind it vanishes.
  if (resolving.inLine > 0 && !TAG_HERE.test(text)) resolving.pending.splice(-resolving.inLine);
  resolving.inLine = 0;
  if (resolving.pending.length > 0 && FIRST_TAG.test(text)) {
    const lists = resolving.pending.splice(0);
    text = addToFirstTag(text, lists);
  }
  if (resolving.unwrap > 0 && text.includes('</p>')) {
    resolving.unwrap -= 1;
    text = text.replace(/<\/p>/, '');
  }
  resolving.out.push(text);
}

function addToItem(resolving: Resolving, list: AttributeList): void {
  for (let index = resolving.out.length - 1; index >= 0; index -= 1) {
    const chunk = resolving.out[index] ?? '';
    const at = chunk.lastIndexOf('<li');
    if (at < 0) continue;
    resolving.out[index] = chunk.slice(0, at) + addToFirstTag(chunk.slice(at), [list]);
    return;
  }
}

/** Adds attributes to the first tag of some HTML: classes join, other values replace what was there. */
export function addToFirstTag(html: string, lists: AttributeList[]): string {
  const start = html.search(FIRST_TAG);
  const end = tagEnd(html, start);
  let tag = html.slice(start, end);
  for (const { attributes } of lists) {
    for (const [key, value] of attributes) tag = setAttribute(tag, key, value);
  }
  return html.slice(0, start) + tag + html.slice(end);
}

function setAttribute(tag: string, key: string, value: string): string {
  const escaped = escapeAttribute(value);
  const at = tag.includes('=') ? tag.toLowerCase().indexOf(` ${key.toLowerCase()}=`) : -1;
  if (at < 0) return tag.replace(FIRST_TAG, (name) => `${name} ${key}="${escaped}"`);
  const from = tag.indexOf('"', at);
  const to = tag.indexOf('"', from + 1);
  if (from < 0 || to < 0) return tag;
  const before = key === 'class' ? `${tag.slice(from + 1, to)} ` : '';
  return `${tag.slice(0, from + 1)}${before}${escaped}${tag.slice(to)}`;
}

function tagEnd(html: string, start: number): number {
  const pattern = /[^>"]*(?:"[^"]*"[^>"]*)*>/y;
  pattern.lastIndex = start;
  return pattern.test(html) ? pattern.lastIndex : html.length;
}
