import type { Scope } from './scope.ts';
import type { AttributeList } from './types.ts';
import { escapeHtml, printAttributes } from './html-tags.ts';
import { addBlock, take } from './scope.ts';

const DEFINITION = / {0,3}\*\[([^\n]+?)\]:([^\n]*)\n/y;

/** `*[NPÖ]: Nationell patientöversikt`. */
export function readAbbreviation(scope: Scope): boolean {
  const match = take(scope, DEFINITION);
  if (!match) return false;
  const [, name = '', title = ''] = match;
  const place = addBlock(scope, 'boundary');
  place.boundary = 'abbreviation';
  scope.outline.abbreviations.set(name, { title: title.trim(), place });
  return true;
}

export type Abbreviations = Map<string, { title: string; attributes: AttributeList | undefined }>;

/**
 * Marks the abbreviations in the text of finished HTML: whole words, the longest first, not inside code, formulas or
 * tags. A word ends at what is no ASCII letter, digit or `_`, as in kramdown.
 */
export function markAbbreviations(html: string, abbreviations: Abbreviations): string {
  const names = [...abbreviations.keys()].sort((a, b) => b.length - a.length);
  const words = new Map(names.map((name) => [escapeHtml(name), name]));
  const pattern = new RegExp(
    `<(code|pre|script|style|math|svg|textarea)\\b[^]*?</\\1>|<!--[^]*?-->|<[^>]*>` +
      `|(?<![a-zA-Z0-9_])(?:${[...words.keys()].map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|')})(?![a-zA-Z0-9_])`,
    'g',
  );
  return html.replace(pattern, (found) => {
    const name = words.get(found);
    const abbreviation = name === undefined ? undefined : abbreviations.get(name);
    return abbreviation ? `<abbr${attributesOf(abbreviation)}>${found}</abbr>` : found;
  });
}

function attributesOf({ title, attributes }: { title: string; attributes: AttributeList | undefined }): string {
  const all = new Map(attributes?.attributes);
  if (title !== '') all.set('title', title);
  return printAttributes(all);
}
