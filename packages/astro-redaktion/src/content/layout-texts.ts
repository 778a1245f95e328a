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

export interface LayoutTexts {
  /** What stands in for a page's text; nothing where it has one, or its layout none. */
  textOf: (page: OutsidePage) => LayoutText | undefined;
  /** Pages that are left with a title alone, told by their layouts. */
  emptyPages: (pages: readonly EmptyPage[]) => Problem[];
}

/** A page without a text, and what stops its layout. */
export interface EmptyPage {
  page: OutsidePage;
  fault?: Problem | undefined;
}

/**
 * Themes have pages that are front matter alone, `tags.md` or `projects.html`: all that they show stands in their layout.
 * Of that, the part between the layout it stands in is the page's text here. Layouts that hold a whole document, which
 * ours take the place of, have none.
 */
export function createLayoutTexts({ root, folder, config: { layoutsDir } }: JekyllSite): LayoutTexts {
  const home = join(fileURLToPath(root), layoutsDir);
  const files = new Map(layoutFiles(home).map(({ name, path }) => [name, path]));
  const known = new Map<string, LayoutText | undefined>();
  return {
    textOf(page) {
      const layout = layoutOf(page);
      const path = layout === undefined ? undefined : files.get(layout);
      if (layout === undefined || path === undefined) return undefined;
      if (!known.has(layout)) known.set(layout, read(path, `${folder}${layoutsDir}${path.slice(home.length)}`));
      return known.get(layout);
    },
    emptyPages(pages) {
      const ofThemes = pages.filter(({ page, fault }) => fault !== undefined || !files.has(layoutOf(page) ?? ''));
      return [...Map.groupBy(ofThemes, ({ page }) => layoutOf(page))].flatMap(([layout, list]) =>
        layout === undefined ? [] : told(layout, list, `${folder}${layoutsDir}`),
      );
    },
  };
}

/** The layout of a page without a text of its own. */
function layoutOf({ body, bare, data: { layout } }: OutsidePage): string | undefined {
  return !bare && typeof layout === 'string' && isBlank(body) ? layout : undefined;
}

function read(absolute: string, file: string): LayoutText | undefined {
  const { body, bodyLine } = readFrontMatter(readFileSync(absolute, 'utf8'), file);
  return isBlank(body) || WHOLE.test(body) ? undefined : { file, absolute, body, bodyLine, markdown: false };
}

/**
 * What Liquid made of a layout, without scripts and styles: they belong to the theme, and may ask third parties. Empty
 * where an include made a whole document of it.
 */
export function ownPart(html: string): string {
  return WHOLE.test(html) ? '' : html.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>|<link\b[^>]*>/gi, '');
}

const WHOLE = /<!doctype|<html\b|<body\b/i;

function isBlank(text: string): boolean {
  return text.replace(/<!--[\s\S]*?-->/g, '').trim() === '';
}

function told(layout: string, pages: readonly EmptyPage[], folder: string): Problem[] {
  const [first] = pages;
  if (!first) return [];
  const { page, fault } = first;
  const others = pages.length > 1 ? ` (and ${pages.length - 1} more with this layout)` : '';
  const why = fault
    ? `cannot be used here: ${fault.message}`
    : 'is not in this folder: where no page of ours takes its place, it shows its title alone.';
  return [
    {
      code: 'page-empty',
      severity: 'warning',
      file: fault?.file ?? folder,
      ...(fault?.line === undefined ? {} : { line: fault.line }),
      message: `${page.file} has no text of its own${others}, and its layout \`${layout}\` ${why}`,
      fix:
        fault?.fix ??
        'Copy the layout from the theme, if it shows what ours do not, or take the page away (`published: false`).',
    },
  ];
}
