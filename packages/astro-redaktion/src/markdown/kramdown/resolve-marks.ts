import type { AttributeList, KramdownState } from './types.ts';
import { escapeHtml } from './html-tags.ts';

const MARKED = /(<p>)?\uFDD0([a-z])(\d+)\uFDD1(<\/p>\n?)?/g;
const FIRST_TAG = /<[a-zA-Z][^\s/>]*/;

interface Resolving {
  out: string[];
  state: KramdownState;
  /** Attributes waiting for the next tag. */
  pending: AttributeList[];
  /** Closing `</p>` tags still to be dropped. */
  unwrap: number;
}

/** Replaces all marks in one pass over the HTML. */
export function resolveMarks(html: string, state: KramdownState): string {
  const resolving: Resolving = { out: [], state, pending: [], unwrap: 0 };
  let from = 0;
  for (const match of html.matchAll(MARKED)) {
    append(resolving, html.slice(from, match.index));
    resolve(resolving, match);
    from = match.index + match[0].length;
  }
  append(resolving, html.slice(from));
  return resolving.out.join('');
}

function resolve(resolving: Resolving, match: RegExpMatchArray): void {
  const [, open = '', kind, number, close = ''] = match;
  const { state, pending } = resolving;
  const index = Number(number);
  const alone = open !== '' && close !== '';
  const list = kind === 'a' || kind === 'i' ? state.attributes[index] : undefined;
  if (kind === 'i' && list) addToItem(resolving, list);
  if (kind === 't') {
    resolving.unwrap += open === '' ? 0 : 1;
    append(resolving, close);
    return;
  }
  if (kind === 'b')
    return append(resolving, (open === '' ? '' : '') + (state.raw[index] ?? '') + (alone ? '\n' : close));
  if (alone && kind !== 'r' && kind !== 'f') {
    if (kind === 'a' && list) pending.push(list);
    return;
  }
  append(resolving, open);
  if (kind === 'a' && list) pending.push(list);
  if (kind === 'r' || kind === 'f') append(resolving, state.raw[index] ?? '');
  append(resolving, close);
}

function append(resolving: Resolving, html: string): void {
  if (html === '') return;
  let text = html;
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
  const escaped = escapeHtml(value).replaceAll('"', '&quot;');
  const at = tag.search(new RegExp(`\\s${key}=`, 'i'));
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
