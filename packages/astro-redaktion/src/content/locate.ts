import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locate } from '../model/site.ts';
import { lineOfKey } from './jekyll/key-line.ts';

/**
 * Finds the line of a value in a post's front matter. Reads the file only when asked, once each: a site without
 * problems pays nothing. A value that is not in the file (a default of `_config.yml`, a word made of the file's
 * name) has no line.
 *
 * @param root absolute path of the project
 */
export function createLocate(root: string): Locate {
  const known = new Map<string, string>();
  return ({ file, key, value }) => {
    const front = known.get(file) ?? frontMatter(join(root, file));
    known.set(file, front);
    for (const keys of SPELLINGS[key] ?? [[key]]) {
      const line = lineOfKey(front, keys);
      if (line !== undefined) return (value === undefined ? undefined : placeOf(value, { front, line })) ?? { line };
    }
    return undefined;
  };
}

/** Front matter with its first fence, so that lines count as in the file; empty when the file cannot be read. */
function frontMatter(path: string): string {
  try {
    return (
      /^---[^\n]*\n[\s\S]*?(?=\n(?:---|\.\.\.)\s*(?:\n|$))/.exec(
        readFileSync(path, 'utf8').replace(/^\ufeff/, ''),
      )?.[0] ?? ''
    );
  } catch {
    return '';
  }
}

/** The value as a word of its own, on the key's line or below it, up to the next key. */
function placeOf(
  value: string,
  { front, line }: { front: string; line: number },
): { line: number; column: number } | undefined {
  const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, 'u');
  const lines = front.split(/\r?\n/);
  for (let at = line; at <= lines.length; at++) {
    const text = lines[at - 1] ?? '';
    if (at > line && /^[^\s#-]/.test(text)) return undefined;
    const colon = at === line ? text.indexOf(':') + 1 : 0;
    const found = pattern.exec(text.slice(colon));
    if (found) return { line: at, column: colon + found.index + 1 };
  }
  return undefined;
}

/** Keys that front matter has several names for, the one that counts first. */
const SPELLINGS: Readonly<Record<string, string[][]>> = {
  tags: [['tag'], ['tags']],
  categories: [['categories'], ['category']],
  author: [['authors'], ['author']],
  updated: [['last_modified_at'], ['updated'], ['sitemap', 'lastmod']],
  redirect_from: [['redirect_from'], ['aliases']],
  address: [['permalink'], ['slug'], ['date'], ['title']],
};
