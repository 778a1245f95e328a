import type { KramdownOptions } from './types.ts';

/** Makes ids for the headings of one document, in their order. */
export type HeadingIds = (text: string) => string;

/**
 * Ids by the rule of the parser in use.
 *
 * GFM (kramdown-parser-gfm 1.1): lower case, everything goes but letters (Ruby's `\p{Word}`, with Ⓜ and Ⅷ), marks,
 * digits, `_`, `-` and space, each space is a hyphen, nothing trimmed. A second `x` is `x-1`, without a look at headings that are called so.
 * Native (kramdown 2.4): ASCII only, from the first letter on; `section` when nothing is left.
 */
export function headingIds(options: KramdownOptions): HeadingIds {
  const used = new Map<string, number>();
  const slug = options.input === 'GFM' ? gfmSlug : nativeSlug(options);
  return (text) => {
    const id = slug(text);
    const count = (used.get(id) ?? -1) + 1;
    used.set(id, count);
    return options.autoIdPrefix + (count > 0 ? `${id}-${count}` : id);
  };
}

function gfmSlug(text: string): string {
  return latinSlug(text) ?? anySlug(text);
}

function anySlug(text: string): string {
  const lower = text.toLowerCase();
  return lower.replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '').replace(/[ \t]/g, '-');
}

/** What becomes of the characters that take one byte; 0: they go. */
const LATIN = Uint8Array.from({ length: 256 }, (_, code) => anySlug(String.fromCharCode(code)).charCodeAt(0));
const room = Buffer.allocUnsafeSlow(256);

/** The same for nearly all headings of Europe, sign by sign: the expressions cost ten times as much. */
function latinSlug(text: string): string | undefined {
  if (text.length > room.length) return undefined;
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 255) return undefined;
    const letter = LATIN[code] ?? 0;
    if (letter === 0) continue;
    room[length] = letter;
    length += 1;
  }
  return room.toString('latin1', 0, length);
}

function nativeSlug(options: KramdownOptions): (text: string) => string {
  return (text) => {
    const source = options.transliteratedHeaderIds ? text.normalize('NFD').replace(/\p{Mn}/gu, '') : text;
    const id = source
      .replace(/^[^a-zA-Z]+/, '')
      .replace(/[^a-zA-Z0-9 -]/g, '')
      .replaceAll(' ', '-')
      .toLowerCase();
    return id === '' ? 'section' : id;
  };
}
