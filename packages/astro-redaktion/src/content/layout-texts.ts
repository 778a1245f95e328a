import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../types.ts';
import { layoutFiles } from './jekyll/layout-chain.ts';
import { readFrontMatter } from './jekyll/front-matter.ts';
import type { JekyllSite } from './jekyll-site.ts';
import type { OutsidePage } from './outside.ts';

/** What stands in for the text of a page that has none: its layout's own part. */
export type LayoutText = Pick<OutsidePage, 'file' | 'absolute' | 'body' | 'bodyLine' | 'markdown'>;

/** Finds what stands in for a page's text; nothing where it has a text, or its layout none. */
export type LayoutTexts = (page: OutsidePage) => LayoutText | undefined;

/**
 * Themes have pages that are front matter alone, `tags.md` or `projects.html`: all that they show stands in their layout.
 * Of that, the part between the layout it stands in is the page's text here. Layouts that hold a whole document, which
 * ours take the place of, have none.
 *
 * Scripts and styles of such a part are left out: they belong to the theme, and may ask third parties.
 */
export function createLayoutTexts({ root, folder, config: { layoutsDir } }: JekyllSite): LayoutTexts {
  const home = join(fileURLToPath(root), layoutsDir);
  const files = new Map(layoutFiles(home).map(({ name, path }) => [name, path]));
  const known = new Map<string, LayoutText | undefined>();
  return ({ body, bare, data: { layout } }) => {
    if (bare || typeof layout !== 'string' || !isBlank(body)) return undefined;
    const path = files.get(layout);
    if (path === undefined) return undefined;
    if (!known.has(layout)) known.set(layout, read(path, `${folder}${layoutsDir}${path.slice(home.length)}`));
    return known.get(layout);
  };
}

function read(absolute: string, file: string): LayoutText | undefined {
  const { body, bodyLine } = readFrontMatter(readFileSync(absolute, 'utf8'), file);
  if (/<!doctype|<html\b|<body\b/i.test(body) || isBlank(body)) return undefined;
  const lines = (text: string): string => '\n'.repeat(text.split('\n').length - 1);
  // Lines stay where they are, for problems.
  const text = body.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>|<link\b[^>]*>/gi, lines);
  return { file, absolute, body: text, bodyLine, markdown: false };
}

function isBlank(text: string): boolean {
  return text.replace(/<!--[\s\S]*?-->/g, '').trim() === '';
}

/** A page without a text whose layout stops Liquid is published with its title alone. */
export function emptyPage({ file, data: { layout } }: OutsidePage, { message, file: at, line, fix }: Problem): Problem {
  return {
    code: 'page-empty',
    severity: 'warning',
    file,
    message: `the page has no text of its own, and its layout \`${layout}\` cannot be used here (${at}:${line ?? 1}): ${message}`,
    ...(fix === undefined ? {} : { fix }),
  };
}
