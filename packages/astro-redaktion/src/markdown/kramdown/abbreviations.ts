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

const WORD = /[a-zA-Z0-9_]/;

export type Abbreviations = Map<string, { title: string; attributes: AttributeList | undefined }>;

/**
 * Marks the abbreviations in the text of finished HTML: whole words, the longest first, not inside code, formulas or
 * tags. A word ends at what is no ASCII letter, digit or `_`, as in kramdown.
 */
export function markAbbreviations(html: string, abbreviations: Abbreviations): string {
  const names = [...abbreviations.keys()].sort((a, b) => b.length - a.length);
  const words = new Map(names.map((name) => [escapeHtml(name), name]));
  const any = [...words.keys()].map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|');
  const pattern = new RegExp(`(?:${any})(?![a-zA-Z0-9_])`, 'g');
  let result = '';
  let from = 0;
  let tag = html.indexOf('<');
  for (let match = pattern.exec(html); match; match = pattern.exec(html)) {
    // Asked of what was found, not by the expression, which would look back from every character.
    if (match.index > 0 && WORD.test(html.charAt(match.index - 1))) {
      pattern.lastIndex = match.index + 1;
      continue;
    }
    let passed = 0;
    while (tag >= 0 && tag < match.index && passed <= match.index) {
      passed = markupEnd(html, tag);
      tag = html.indexOf('<', passed);
    }
    const [found] = match;
    const abbreviation = abbreviations.get(words.get(found) ?? found);
    if (passed > match.index) pattern.lastIndex = passed;
    else if (abbreviation) {
      result += `${html.slice(from, match.index)}<abbr${attributesOf(abbreviation)}>${found}</abbr>`;
      from = pattern.lastIndex;
    }
    if (found === '') pattern.lastIndex += 1;
  }
  return from === 0 ? html : result + html.slice(from);
}

const SKIPPED = /<(code|pre|script|style|math|svg|textarea)\b[^]*?<\/\1>|<!--[^]*?-->|<[^>]*>/y;
/** First letters of that which is passed over with its content, and second ones (2). */
const MAY_BE_SKIPPED = new Uint8Array(128);
for (const letter of 'cpsmt!') MAY_BE_SKIPPED[letter.charCodeAt(0)] = 1;
for (const letter of 'orctvae-') MAY_BE_SKIPPED[letter.charCodeAt(0)] = (MAY_BE_SKIPPED[letter.charCodeAt(0)] ?? 0) | 2;

/** Where the tag, comment or element without words of the text ends that starts at `at`. */
function markupEnd(html: string, at: number): number {
  if (!isLetter(html, at + 1, 1) || !isLetter(html, at + 2, 2)) return html.indexOf('>', at) + 1 || at + 1;
  SKIPPED.lastIndex = at;
  return SKIPPED.test(html) ? SKIPPED.lastIndex : at + 1;
}

function isLetter(html: string, at: number, place: 1 | 2): boolean {
  return at < html.length && ((MAY_BE_SKIPPED[html.charCodeAt(at)] ?? 0) & place) !== 0;
}

function attributesOf({ title, attributes }: { title: string; attributes: AttributeList | undefined }): string {
  const all = new Map(attributes?.attributes);
  if (title !== '') all.set('title', title);
  return printAttributes(all);
}
