import type { KramdownOptions, TypographicSymbol } from './types.ts';

/** kramdown's defaults as Jekyll sets them (Jekyll 4: `input: GFM`, hard_wrap off, footnote_nr 1). */
export const KRAMDOWN_DEFAULTS: KramdownOptions = {
  input: 'GFM',
  autoIds: true,
  autoIdPrefix: '',
  autoIdStripping: false,
  transliteratedHeaderIds: false,
  tocLevels: [1, 2, 3, 4, 5, 6],
  headerOffset: 0,
  smartQuotes: ['‘', '’', '“', '”'],
  typographicSymbols: {
    mdash: '—',
    ndash: '–',
    hellip: '…',
    laquo: '«',
    raquo: '»',
    laquo_space: '«\u00A0',
    raquo_space: '\u00A0»',
  },
  hardWrap: false,
  footnoteBacklink: '↩',
  footnoteBacklinkInline: false,
  footnoteNr: 1,
  footnotePrefix: '',
  parseBlockHtml: false,
  parseSpanHtml: true,
  mathEngine: 'mathjax',
  defaultLanguage: null,
};

/** Swedish quotes, the same at both ends: ”x” and ’x’. */
export const SWEDISH_QUOTES: KramdownOptions['smartQuotes'] = ['’', '’', '”', '”'];

const QUOTES = { jekyll: KRAMDOWN_DEFAULTS.smartQuotes, sv: SWEDISH_QUOTES } as const;

/**
 * Reads the `kramdown` map of `_config.yml`, or the words of an `{::options}` line. What it does not know, or cannot
 * read, keeps its value in `base`.
 *
 * `quotes: 'sv'` is ours: Swedish quotes whatever `smart_quotes` says; `quotes: 'jekyll'` is kramdown's English ones.
 */
export function parseKramdownOptions(raw: unknown, base: KramdownOptions = KRAMDOWN_DEFAULTS): KramdownOptions {
  const given = isMap(raw) ? raw : {};
  const options = { ...base };
  for (const [key, value] of Object.entries(given)) READERS[key]?.(options, value);
  return options;
}

type Reader = (options: KramdownOptions, value: unknown) => void;

const READERS: Record<string, Reader | undefined> = {
  input: (o, v) => {
    if (typeof v === 'string') o.input = /^gfm$/i.test(v) ? 'GFM' : 'kramdown';
  },
  auto_ids: (o, v) => {
    o.autoIds = flag(v, o.autoIds);
  },
  auto_id_prefix: (o, v) => {
    o.autoIdPrefix = text(v, o.autoIdPrefix);
  },
  auto_id_stripping: (o, v) => {
    o.autoIdStripping = flag(v, o.autoIdStripping);
  },
  transliterated_header_ids: (o, v) => {
    o.transliteratedHeaderIds = flag(v, o.transliteratedHeaderIds);
  },
  toc_levels: (o, v) => {
    o.tocLevels = levels(v) ?? o.tocLevels;
  },
  header_offset: (o, v) => {
    o.headerOffset = whole(v, o.headerOffset);
  },
  smart_quotes: (o, v) => {
    o.smartQuotes = quoteCharacters(v) ?? o.smartQuotes;
  },
  typographic_symbols: (o, v) => {
    o.typographicSymbols = symbols(v, o.typographicSymbols);
  },
  hard_wrap: (o, v) => {
    o.hardWrap = flag(v, o.hardWrap);
  },
  footnote_backlink: (o, v) => {
    o.footnoteBacklink = entityText(text(v, o.footnoteBacklink));
  },
  footnote_backlink_inline: (o, v) => {
    o.footnoteBacklinkInline = flag(v, o.footnoteBacklinkInline);
  },
  footnote_nr: (o, v) => {
    o.footnoteNr = whole(v, o.footnoteNr);
  },
  footnote_prefix: (o, v) => {
    o.footnotePrefix = text(v, o.footnotePrefix);
  },
  parse_block_html: (o, v) => {
    o.parseBlockHtml = flag(v, o.parseBlockHtml);
  },
  parse_span_html: (o, v) => {
    o.parseSpanHtml = flag(v, o.parseSpanHtml);
  },
  math_engine: (o, v) => {
    o.mathEngine = v === 'mathjax' ? 'mathjax' : null;
  },
  syntax_highlighter_opts: (o, v) => {
    if (isMap(v)) o.defaultLanguage = text(v['default_lang'], '') || null;
  },
  quotes: (o, v) => {
    if (v === 'jekyll' || v === 'sv') o.smartQuotes = QUOTES[v];
  },
};

const NAMED: Record<string, string | undefined> = {
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  sbquo: '‚',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  apos: "'",
  quot: '"',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  nbsp: '\u00A0',
  crarr: '↵',
  larr: '←',
  uarr: '↑',
  amp: '&',
  lt: '<',
  gt: '>',
  thinsp: '\u2009',
  larrhk: '↩',
};

function quoteCharacters(value: unknown): KramdownOptions['smartQuotes'] | null {
  const names = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
  const [a, b, c, d] = names.map((name) => named(String(name).trim()));
  return a && b && c && d ? [a, b, c, d] : null;
}

function named(name: string): string | undefined {
  if (/^\d+$/.test(name)) return codePoint(Number(name));
  return NAMED[name];
}

function symbols(value: unknown, base: KramdownOptions['typographicSymbols']): KramdownOptions['typographicSymbols'] {
  const result: Record<TypographicSymbol, string> = { ...base };
  for (const [name, character] of isMap(value) ? Object.entries(value) : []) {
    if (name in result) result[name as TypographicSymbol] = entityText(String(character));
  }
  return result;
}

/** kramdown takes entities in some options: `&#8617;`, `&larr;`. */
function entityText(value: string): string {
  return value.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (whole_, decimal, hex, name) =>
      (decimal ? codePoint(Number(decimal)) : hex ? codePoint(Number.parseInt(hex, 16)) : NAMED[name]) ?? whole_,
  );
}

function codePoint(number: number): string | undefined {
  return number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : undefined;
}

function levels(value: unknown): number[] | null {
  const range = /^\s*(\d)\s*(?:\.\.\s*(\d)\s*)?$/.exec(String(value));
  if (range) return span(Number(range[1]), Number(range[2] ?? range[1]));
  const list = Array.isArray(value) ? value : String(value).split(',');
  const numbers = list.map(Number).filter((level) => level >= 1 && level <= 6);
  return numbers.length > 0 ? numbers : null;
}

function span(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
}

function flag(value: unknown, fallback: boolean): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return fallback;
  return value.trim().toLowerCase() !== 'false';
}

function text(value: unknown, fallback: string): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : fallback;
}

function whole(value: unknown, fallback: number): number {
  const number = Number.parseInt(String(value), 10);
  return Number.isSafeInteger(number) ? number : fallback;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
