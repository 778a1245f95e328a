import type { KramdownOptions } from './types.ts';

/** Makes ids for the headings of one document, in their order. */
export type HeadingIds = (text: string) => string;

/**
 * Ids by the rule of the parser in use.
 *
 * GFM (kramdown-parser-gfm 1.1): lower case, everything goes but letters, marks, digits, `_`, `-` and space, each space
 * is a hyphen, nothing trimmed. A second `x` is `x-1`, without a look at headings that are called so.
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

/** Texts of nothing but Latin letters, digits, hyphens and spaces, which are most: no letter goes. */
const SIMPLE = /^[a-z0-9 ß-öø-ÿ-]*$/;

function gfmSlug(text: string): string {
  const lower = text.toLowerCase();
  if (SIMPLE.test(lower)) return lower.includes(' ') ? lower.replaceAll(' ', '-') : lower;
  return lower.replace(/[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\- \t]/gu, '').replace(/[ \t]/g, '-');
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
