import type { Heading, KramdownOptions, KramdownState } from './types.ts';
import type { TocEntry } from './toc.ts';
import { markAbbreviations } from './abbreviations.ts';
import { headingIds } from './heading-ids.ts';
import { escapeAttribute, printAttributes } from './html-tags.ts';
import { CODE_SPACE, KINDS, MARK, mark, withBackslashes, withoutVanishing } from './marks.ts';
import { replaceHeadings } from './replace-headings.ts';
import { resolveMarks } from './resolve-marks.ts';
import { tableOfContents } from './toc.ts';
import { rebuildTable } from './write-tables.ts';

const HEADING_MARK = /\uFDD0h(\d+)\uFDD1/;
const TABLE = /<p>\uFDD0p(\d+)\uFDD1<\/p>\s*(<table>[^]*?<\/table>)/g;
const TOC_PLACE = mark(KINDS.toc);

/**
 * Turns the HTML that the engine made of a prepared text into kramdown's: marks resolved, headings with their ids,
 * table of contents, abbreviations.
 */
export function finish(
  html: string,
  state: KramdownState | null,
  options: KramdownOptions,
): { html: string; headings: Heading[] } {
  const settled = state?.options ?? options;
  const shown = withBackslashes(withoutVanishing(html)).replaceAll(CODE_SPACE, '\u00A0');
  const titled = finishHeadings(shown, state, settled);
  if (!state) return { html: titled.html, headings: titled.headings };
  let result = titled.html;
  if (state.toc) result = placeToc(result, tableOfContents(titled.toc, state.toc));
  if (state.tables.length > 0) {
    result = result.replace(TABLE, (whole, index, table) => {
      const body = state.tables[Number(index)];
      return body ? rebuildTable(table, body) : whole;
    });
  }
  if (result.includes(MARK)) result = resolveMarks(result, state);
  if (state.abbreviations.size > 0) result = markAbbreviations(result, state.abbreviations);
  return { html: result, headings: titled.headings };
}

/** Puts the table of contents in the place of its mark, and of the paragraph that is nothing else. */
function placeToc(html: string, toc: string): string {
  const paragraph = `<p>${TOC_PLACE}</p>`;
  const place = html.includes(paragraph) ? paragraph : TOC_PLACE;
  return html.replace(place, () => toc);
}

interface Titled {
  html: string;
  headings: Heading[];
  toc: TocEntry[];
}

function finishHeadings(html: string, state: KramdownState | null, options: KramdownOptions): Titled {
  const nextId = headingIds(options);
  const nextNativeId = options.input === 'GFM' ? headingIds({ ...options, input: 'kramdown' }) : nextId;
  const native = options.input !== 'GFM' && !options.autoIdStripping;
  const headings: Heading[] = [];
  const toc: TocEntry[] = [];
  /** Most headings: nothing is known of them but what they say. */
  const plainHeading = (depth: number, content: string): string => {
    const text = headingText(content, state);
    const slug = nextId(text);
    if (options.tocLevels.includes(depth)) toc.push({ level: depth, id: slug, html: content });
    headings.push({ depth, slug, text: text.trim() });
    return `<h${depth}${slug.trim() === '' ? '' : ` id="${escapeAttribute(slug)}"`}>${content}</h${depth}>`;
  };
  const result = replaceHeadings(html, ({ depth, given, content }) => {
    const found = state && content.includes(MARK) ? HEADING_MARK.exec(content) : null;
    const facts = found ? state?.headings[Number(found[1])] : undefined;
    if (!found && !native && given === '' && options.autoIds) return plainHeading(depth, content);
    const inner = found ? content.replace(found[0], '').trimEnd() : content;
    const text = headingText(inner, state);
    const attributes = new Map(facts?.attributes?.attributes);
    const own = attributes.get('id') ?? facts?.id;
    const slug =
      own ??
      (options.autoIds ? (facts?.native ? nextNativeId : nextId)(native ? (facts?.text ?? text) : text) : undefined);
    if (slug !== undefined) attributes.set('id', slug);
    const level = facts?.level ?? depth;
    const listed = options.tocLevels.includes(level) && !/\bno_toc\b/.test(attributes.get('class') ?? '');
    if (slug !== undefined && listed) toc.push({ level, id: slug, html: inner });
    headings.push({ depth, slug: slug ?? '', text: text.trim() });
    const rest = given === '' ? '' : given.replace(/\sid="[^"]*"/, '');
    return `<h${depth}${printAttributes(attributes)}${rest}>${inner}</h${depth}>`;
  });
  return { html: result, headings, toc };
}

const ENTITIES: Record<string, string | undefined> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00A0',
  '#39': "'",
};

/** A heading's text: kept HTML counts without its tags, footnote marks and pictures do not count. */
function headingText(content: string, state: KramdownState | null): string {
  let text = content;
  if (text.includes(MARK)) {
    text = text.replace(/\uFDD0([a-z])(\d+)\uFDD1/g, (_, kind, index) =>
      kind === 'r' ? (state?.raw[Number(index)] ?? '') : '',
    );
  }
  if (text.includes('<')) text = text.replace(/<!--[^]*?-->|<[^>]*>/g, '');
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const number = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return number <= 0x10ffff ? String.fromCodePoint(number) : whole;
  });
}
