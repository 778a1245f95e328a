import type { Scope } from './scope.ts';
import type { KramdownOptions } from './types.ts';
import { readAttributes } from './attribute-lists.ts';
import { parseKramdownOptions } from './options.ts';
import { addBlock, take } from './scope.ts';

const START = / {0,3}\{::(\w+)(?:\s((?:\\\}|[^}]){0,2000}?))?(\/)?\}[ \t\f\v]*\n/y;
const STOP = /^ {0,3}\{:\/(\w[\w-]*)?\}[ \t\f\v]*\n/gm;

/** `{::comment}`, `{::nomarkdown}` and `{::options}` as blocks; an unknown or unclosed one is text. */
export function readBlockExtension(scope: Scope): boolean {
  const start = scope.at;
  const match = take(scope, START);
  if (!match) return false;
  const [, name = '', words = '', closed] = match;
  const body = closed ? null : bodyUntilStop(scope, name);
  if (body !== undefined && handle(scope, { name, words, body })) return true;
  scope.at = start;
  return false;
}

function bodyUntilStop(scope: Scope, name: string): string | undefined {
  STOP.lastIndex = scope.at;
  for (let stop = STOP.exec(scope.text); stop; stop = STOP.exec(scope.text)) {
    if (stop[1] !== undefined && stop[1] !== name) continue;
    const body = scope.text.slice(scope.at, stop.index);
    scope.at = STOP.lastIndex;
    return body.replace(/\n$/, '');
  }
  return undefined;
}

function handle(scope: Scope, { name, words, body }: { name: string; words: string; body: string | null }): boolean {
  if (name === 'options') {
    applyOptions(scope.outline.options, words);
    addBlock(scope, 'boundary').boundary = 'extension';
    return true;
  }
  if (name !== 'comment' && name !== 'nomarkdown') return false;
  if (body === null) return true;
  const html = name === 'comment' ? `<!-- ${body} -->` : rawFor(words, body);
  scope.blocks.push({ kind: 'raw', text: html, children: [] });
  return true;
}

/** `{::nomarkdown type="latex"}` is not for HTML. */
export function rawFor(words: string, body: string): string {
  const type = readAttributes(words).attributes.get('type')?.trim();
  return !type || type.split(/\s+/).includes('html') ? body : '';
}

/** The words of `{::options key="value"}`, into the document's options. */
export function applyOptions(options: KramdownOptions, words: string): void {
  Object.assign(options, parseKramdownOptions(Object.fromEntries(readAttributes(words).attributes), options));
}
