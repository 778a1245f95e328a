/** The options of kramdown that change the HTML of a post, as `parseKramdownOptions` reads them from `_config.yml`. */
export interface KramdownOptions {
  /** `GFM` (Jekyll's default) or kramdown's own parser, which makes ASCII heading ids. */
  input: 'GFM' | 'kramdown';
  /** Give every heading an id. @default true */
  autoIds: boolean;
  /** Put before every generated id. @default '' */
  autoIdPrefix: string;
  /** Native parser only: make ids from the text without markup. @default false */
  autoIdStripping: boolean;
  /** Native parser only: `å` becomes `a` before the id is made. @default false */
  transliteratedHeaderIds: boolean;
  /** Heading levels that `{:toc}` lists. @default [1, 2, 3, 4, 5, 6] */
  tocLevels: readonly number[];
  /** Added to the level of every heading, within 1 to 6. @default 0 */
  headerOffset: number;
  /** Opening single, closing single, opening double and closing double quote, as characters. */
  smartQuotes: readonly [string, string, string, string];
  /** What `--`, `---`, `...`, `<<` and `>>` become. */
  typographicSymbols: Readonly<Record<TypographicSymbol, string>>;
  /** Every line break is a `<br>`. @default false */
  hardWrap: boolean;
  /** Text of the link back from a footnote; `''` leaves it out. @default '↩' */
  footnoteBacklink: string;
  /** Put the link back in the last paragraph even when the note ends with something else. @default false */
  footnoteBacklinkInline: boolean;
  /** Number of the first footnote. @default 1 */
  footnoteNr: number;
  /** Put before the name of a footnote in its ids. @default '' */
  footnotePrefix: string;
  /** Parse Markdown in block HTML without a `markdown` attribute. @default false */
  parseBlockHtml: boolean;
  /** Parse Markdown in inline HTML. @default true */
  parseSpanHtml: boolean;
  /** `mathjax` writes `\[…\]` and `\(…\)`; `null` keeps the dollar signs in an element of class `kdmath`. */
  mathEngine: 'mathjax' | null;
  /** Language of code blocks that name none. @default null */
  defaultLanguage: string | null;
}

export type TypographicSymbol = 'mdash' | 'ndash' | 'hellip' | 'laquo' | 'raquo' | 'laquo_space' | 'raquo_space';

/** Attributes from `{: #id .class key="value" reference}` lists; `refs` are names such as `toc`. */
export interface AttributeList {
  attributes: Map<string, string>;
  refs: string[];
}

/** A block of kramdown's outline, before it is written as CommonMark. */
export interface Block {
  kind: BlockKind;
  ial?: AttributeList | undefined;
  /** Source text of a paragraph, heading, blank run, code block, formula or piece of raw HTML. */
  text: string;
  children: Block[];
  /** Heading level. */
  level?: number;
  /** Own id of a heading. */
  id?: string | undefined;
  /** Language of a code block. */
  language?: string;
  /** Ordered list; of blocks of the common kind, the last one, if it is a list. */
  ordered?: boolean;
  /** Paragraph printed without its `<p>`, as in a tight list item. */
  transparent?: boolean;
  /** Item of a definition list that is a term. */
  term?: boolean;
  /** Closing tag of an HTML element; `text` holds the opening one. */
  close?: string;
  /** What an `eob` stands for: `null` for the `^` line. */
  boundary?: Boundary;
  table?: TableBody;
  /** Of blocks of the common kind: texts before `text` that are still to be read on. */
  unread?: Unread[];
  /** Marks to put after the text of a paragraph: the links back from a footnote. */
  suffix?: string;
}

/** A text of a common block, read up to a sign whose meaning only all of the document tells: a note, a link by name. */
export interface Unread {
  text: string;
  /** What is written: of this text and of all before it that stands in no other one. */
  out: string;
  /** The last character of what is written; a space at the start. */
  last: string;
  /** Where in `out` the last element starts; -1 after text. */
  element: number;
  /** All before this place is written. */
  from: number;
  /** Where an element ended last, or the text started. */
  start: number;
  at: number;
}

export type BlockKind =
  | 'blank'
  | 'boundary'
  | 'code'
  | 'common'
  | 'definitions'
  | 'heading'
  | 'html'
  | 'item'
  | 'list'
  | 'math'
  | 'paragraph'
  | 'quote'
  | 'raw'
  | 'rule'
  | 'span-html'
  | 'table';

export type Boundary = 'marker' | 'ald' | 'extension' | 'ial' | 'link' | 'abbreviation' | 'footnote';

export interface TableBody {
  /** `head`, `body` or `foot` and the rows of cells, in order. */
  groups: { part: 'head' | 'body' | 'foot'; rows: string[][] }[];
  alignment: ('left' | 'right' | 'center' | 'default')[];
  columns: number;
}

/** What `finish` needs to know about a prepared text. */
export interface KramdownState {
  /** Raw HTML, by the number in its mark. */
  raw: string[];
  /** Attribute lists, by the number in their mark. */
  attributes: AttributeList[];
  /** Facts of headings that the text cannot carry, by the number in their mark. */
  headings: HeadingFacts[];
  /** Parts of tables, by the number in their mark. */
  tables: TableBody[];
  /** Abbreviations with their full text and attributes. */
  abbreviations: Map<string, { title: string; attributes: AttributeList | undefined }>;
  /** The list that the table of contents replaces. */
  toc: { ordered: boolean; attributes: AttributeList } | null;
  /** Options after the post's own `{::options}`. */
  options: KramdownOptions;
}

export interface HeadingFacts {
  attributes: AttributeList | undefined;
  id: string | undefined;
  level: number;
  text: string;
  /** Inside HTML or a footnote, where kramdown-parser-gfm does not look and kramdown's own rule makes the id. */
  native: boolean;
}

/** What `prepare` gives: CommonMark for the engine, and what `finish` needs (`null`: nothing). */
export interface Prepared {
  text: string;
  state: KramdownState | null;
}

/** A heading of the finished HTML: level 1 to 6, id (`''` when it has none) and plain text. */
export interface Heading {
  depth: number;
  slug: string;
  text: string;
}
