import type { Heading, KramdownOptions, KramdownState } from './types.ts';
import type { TocEntry } from './toc.ts';
import { markAbbreviations } from './abbreviations.ts';
import { headingIds } from './heading-ids.ts';
import { printAttributes } from './html-tags.ts';
import { MARK, VANISHING } from './marks.ts';
import { resolveMarks } from './resolve-marks.ts';
import { tableOfContents } from './toc.ts';
import { rebuildTable } from './write-tables.ts';

const HEADING = /<h([1-6])((?:\s[^>]*)?)>([^]*?)<\/h\1>/g;
const HEADING_MARK = /\uFDD0h(\d+)\uFDD1/;
const TABLE = /<p>\uFDD0p(\d+)\uFDD1<\/p>\s*(<table>[^]*?<\/table>)/g;
const TOC_PLACE = /<p>\uFDD0c0\uFDD1<\/p>|\uFDD0c0\uFDD1/;

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
  const bare = /[\uFDD2-\uFDD4]/.test(html) ? html.replace(VANISHING, '') : html;
  const titled = finishHeadings(bare, state, settled);
  if (!state) return { html: titled.html, headings: titled.headings };
  let result = titled.html;
  if (state.toc) {
    const toc = tableOfContents(titled.toc, state.toc);
    result = result.replace(TOC_PLACE, () => toc);
  }
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

interface Titled {
  html: string;
  headings: Heading[];
  toc: TocEntry[];
}

function finishHeadings(html: string, state: KramdownState | null, options: KramdownOptions): Titled {
  const nextId = headingIds(options);
  const nextNativeId = options.input === 'GFM' ? headingIds({ ...options, input: 'kramdown' }) : nextId;
  const headings: Heading[] = [];
  const toc: TocEntry[] = [];
  const result = html.replace(HEADING, (_, depth, given, content) => {
    const found = state ? HEADING_MARK.exec(content) : null;
    const facts = found ? state?.headings[Number(found[1])] : undefined;
    const inner: string = found ? content.replace(found[0], '').trimEnd() : content;
    const text = headingText(inner, state);
    const attributes = new Map(facts?.attributes?.attributes);
    const own = attributes.get('id') ?? facts?.id;
    const native = options.input !== 'GFM' && !options.autoIdStripping;
    const slug =
      own ??
      (options.autoIds ? (facts?.native ? nextNativeId : nextId)(native ? (facts?.text ?? text) : text) : undefined);
    if (slug !== undefined) attributes.set('id', slug);
    const level = facts?.level ?? Number(depth);
    const listed = options.tocLevels.includes(level) && !/\bno_toc\b/.test(attributes.get('class') ?? '');
    if (slug !== undefined && listed) toc.push({ level, id: slug, html: inner });
    headings.push({ depth: Number(depth), slug: slug ?? '', text: text.trim() });
    const rest = String(given).replace(/\sid="[^"]*"/, '');
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
