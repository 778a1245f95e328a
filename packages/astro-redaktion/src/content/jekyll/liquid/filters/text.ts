import { filters as liquidjs } from 'liquidjs';
import { joinPath } from '../base-slash.ts';
import { badSyntax } from '../fault.ts';
import type { Filter, FilterCall } from '../filter.ts';
import { isNothing, toInteger, toSource, toText } from '../value.ts';

/** Filters on text, each as Ruby Liquid and Jekyll have it. */
export const textFilters: Record<string, Filter> = {
  append: ({ text, args, scope }) => grown(joinPath(text, toText(args[0]), scope), scope),
  prepend: ({ text, args, scope }) => grown(joinPath(toText(args[0]), text, scope), scope),
  upcase: ({ text }) => text.toUpperCase(),
  downcase: ({ text }) => text.toLowerCase(),
  capitalize: ({ text }) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase(),
  strip: ({ text }) => text.replace(/^[\s\0]+|[\s\0]+$/g, keepNoBreak),
  lstrip: ({ text }) => text.replace(/^[\s\0]+/, keepNoBreak),
  rstrip: ({ text }) => text.replace(/[\s\0]+$/, keepNoBreak),
  strip_newlines: ({ text }) => text.replace(/\r?\n/g, ''),
  newline_to_br: ({ text }) => text.replace(/\r?\n/g, '<br />\n'),
  strip_html: (call) => fromLiquidjs('strip_html', call),
  escape: ({ input, text }) => (isNothing(input) ? null : escapeHtml(text)),
  h: ({ input, text }) => (isNothing(input) ? null : escapeHtml(text)),
  escape_once: ({ text }) => text.replace(/["'<>]|&(?!(?:[a-zA-Z]+|#\d+);)/g, entityOf),
  xml_escape: ({ text }) => escapeXml(text),
  replace: ({ text, args, scope }) => replaceAll({ text, from: toText(args[0]), to: toText(args[1]) }, scope),
  replace_first: ({ text, args }) => text.replace(toText(args[0]), () => toText(args[1])),
  replace_last: ({ text, args }) => replaceLast(text, toText(args[0]), toText(args[1])),
  remove: ({ text, args, scope }) => replaceAll({ text, from: toText(args[0]), to: '' }, scope),
  remove_first: ({ text, args }) => text.replace(toText(args[0]), ''),
  remove_last: ({ text, args }) => replaceLast(text, toText(args[0]), ''),
  truncate: ({ input, text, args }) => (isNothing(input) ? null : truncate(text, args)),
  truncatewords: ({ input, text, args }) => (isNothing(input) ? null : truncateWords(text, args)),
  split: ({ text, args }) => split(text, toText(args[0])),
  normalize_whitespace: ({ text }) => text.replace(/[ \t\r\n\f\v]+/g, ' ').trim(),
  number_of_words: ({ text, args }) => countWords(text, args[0]),
  inspect: ({ input }) => escapeXml(toSource(input)),
  base64_encode: (call) => fromLiquidjs('base64_encode', call),
  base64_decode: ({ text }) => decodeBase64(text, 'base64'),
  base64_url_safe_encode: ({ text }) =>
    Buffer.from(text)
      .toString('base64url')
      .padEnd(Math.ceil(text.length / 3) * 4, '='),
  base64_url_safe_decode: ({ text }) => decodeBase64(text, 'base64url'),
};

/** Quotes and dashes as kramdown's SmartyPants sets them, English whatever the language, as in Jekyll. */
export function smartify(text: string): string {
  return text
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replaceAll('...', '…')
    .replace(/(^|[\s([{–—-])"(?=\S)/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{“–—-])'(?=\S)/g, '$1‘')
    .replaceAll("'", '’');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function entityOf(char: string): string {
  return entities[char] ?? char;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, entityOf);
}

/** Ruby's escaping of an XML attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => (char === "'" ? '&apos;' : entityOf(char)));
}

/** Ruby's blanks do not hold the no-break space. */
function keepNoBreak(blanks: string): string {
  return blanks.replace(/[ \t\r\n\f\v\0]+/g, '');
}

function grown(text: string, scope: FilterCall['scope']): string {
  scope.memoryLimit.use(text.length);
  return text;
}

function replaceAll(
  { text, from, to }: { text: string; from: string; to: string },
  scope: FilterCall['scope'],
): string {
  const parts = from === '' ? ['', ...text, ''] : text.split(from);
  scope.memoryLimit.use(parts.length * (to.length + 1));
  return parts.join(to);
}

function replaceLast(text: string, from: string, to: string): string {
  const at = text.lastIndexOf(from);
  return at === -1 ? text : text.slice(0, at) + to + text.slice(at + from.length);
}

function truncate(text: string, [length = 50, end = '...']: unknown[]): string {
  const most = wholeNumber(length);
  const letters = [...text];
  const tail = toText(end);
  if (letters.length <= most) return text;
  return letters.slice(0, Math.max(0, most - [...tail].length)).join('') + tail;
}

function truncateWords(text: string, [wanted = 15, end = '...']: unknown[]): string {
  const most = Math.max(1, wholeNumber(wanted));
  const words = wordsOf(text);
  // Ruby counts the nothing after trailing blanks as a word.
  const counted = words.length + (/\s$/.test(text) ? 1 : 0);
  return counted <= most || words.length < most ? text : words.slice(0, most).join(' ') + toText(end);
}

/** Ruby's `split`: a blank splits at runs of blanks, and empty ends are dropped. */
function split(text: string, separator: string): string[] {
  if (separator === ' ') return wordsOf(text);
  const parts = separator === '' ? [...text] : text.split(separator);
  while (parts.at(-1) === '') parts.pop();
  return parts;
}

function wordsOf(text: string): string[] {
  return text.split(/[ \t\r\n\f\v\0]+/).filter(Boolean);
}

function countWords(text: string, mode: unknown): number {
  const letters = text.match(/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}]/gu)?.length ?? 0;
  if (mode !== 'cjk' && (mode !== 'auto' || letters === 0)) return wordsOf(text).length;
  return (
    letters + (text.match(/[^\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}\s]+/gu)?.length ?? 0)
  );
}

/** A whole number, or a fault that names what stands there. */
export function wholeNumber(value: unknown): number {
  const number = toInteger(value);
  if (number === undefined)
    throw badSyntax(`"${toText(value)}" is not a whole number.`, 'Give the filter a whole number.');
  return number;
}

function decodeBase64(text: string, kind: 'base64' | 'base64url'): string {
  const alphabet = kind === 'base64' ? /^[A-Za-z0-9+/]*={0,2}$/ : /^[\w-]*={0,2}$/;
  if (!alphabet.test(text)) throw badSyntax('The text is not base64.', 'Give the filter what base64_encode made.');
  return Buffer.from(text, kind).toString('utf8');
}

/** liquidjs's own filter, where it does what Ruby's does. */
function fromLiquidjs(name: 'strip_html' | 'base64_encode', { text, scope }: FilterCall): unknown {
  const filter = liquidjs[name] as (this: unknown, text: string) => unknown;
  return filter.call({ context: scope }, text);
}
