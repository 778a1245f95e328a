const BLOCK_MODEL =
  'address applet article aside blockquote body dd details div dl fieldset figure figcaption footer ' +
  'form header hgroup iframe li main map menu nav noscript object section summary td';
const SPAN_MODEL =
  'a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend ' +
  'optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup th tt';
const RAW_MODEL = 'script style math option textarea pre code kbd samp var';
const SPAN_ELEMENTS =
  'a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q ' +
  'rb rbc rp rt rtc ruby samp select small span strong sub sup tt u var';
const BLOCK_ELEMENTS =
  'address article aside applet body blockquote caption col colgroup dd div dl dt fieldset ' +
  'figcaption footer form h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol ' +
  'optgroup p pre section summary table tbody td th thead tfoot tr ul';
const WITHOUT_BODY = 'area base br col command embed hr img input keygen link meta param source track wbr';

/** How the content of an element is read when `markdown="1"` asks for it (kramdown, "HTML Blocks"). */
const MODELS = new Map<string, ContentModel>([
  ...words(BLOCK_MODEL).map((name) => [name, 'block'] as const),
  ...words(SPAN_MODEL).map((name) => [name, 'span'] as const),
  ...words(RAW_MODEL).map((name) => [name, 'raw'] as const),
]);

/** Elements that stand in a line of text. */
export const spanElements: ReadonlySet<string> = new Set(words(SPAN_ELEMENTS));
/** Elements that cannot stand in a line of text. */
export const blockElements: ReadonlySet<string> = new Set(words(BLOCK_ELEMENTS));
/** Elements without content. */
export const voidElements: ReadonlySet<string> = new Set(words(WITHOUT_BODY));
const known: ReadonlySet<string> = new Set([...spanElements, ...blockElements, ...voidElements, ...MODELS.keys()]);

export type ContentModel = 'block' | 'span' | 'raw';

export interface Tag {
  /** Lower case where HTML knows the element. */
  name: string;
  attributes: Map<string, string>;
  /** Written as `<x/>`. */
  closed: boolean;
  /** Offset past the tag. */
  end: number;
}

const NAME = /[\p{L}_][\p{L}\p{N}\p{M}._-]*(?::[\p{L}_][\p{L}\p{N}\p{M}._-]*)?/uy;
const VALUE_START = /\s*=\s*/y;
const BARE_VALUE = /[\p{L}\p{N}\p{M}\p{Pc}]+/uy;
const SPACE = /\s+/y;
const TAG_END = /\s*(\/)?>/y;
const CLOSING = /\s*>/y;

/** The content model of an element; unknown ones are raw. */
export function contentModel(name: string): ContentModel {
  return MODELS.get(name) ?? 'raw';
}

/** Lower case for elements of HTML; other names (SVG, custom elements) are kept. */
export function elementName(name: string): string {
  const lower = name.toLowerCase();
  return known.has(lower) ? lower : name;
}

/** The opening tag at `at`, when kramdown takes it for one: values quoted or a single word. */
export function openingTag(text: string, at: number): Tag | null {
  const name = matchAt(NAME, text, at + 1);
  if (!name) return null;
  const attributes = new Map<string, string>();
  const end = readAttributeRun({ text, at: at + 1 + name.length, attributes, fold: known.has(name.toLowerCase()) });
  const stop = matchOf(TAG_END, text, end);
  if (!stop) return null;
  return { name: elementName(name), attributes, closed: stop[1] !== undefined, end: end + stop[0].length };
}

/** The closing tag at `at` (which is at `</`). */
export function closingTag(text: string, at: number): { name: string; end: number } | null {
  const name = matchAt(NAME, text, at + 2);
  const stop = name ? matchAt(CLOSING, text, at + 2 + name.length) : null;
  return name && stop ? { name: elementName(name), end: at + 2 + name.length + stop.length } : null;
}

/** Writes an opening tag as kramdown prints it. */
export function printTag(tag: Pick<Tag, 'name' | 'attributes'>, selfClosing: boolean): string {
  return `<${tag.name}${printAttributes(tag.attributes)}${selfClosing ? ' />' : '>'}`;
}

/** Attributes in the order they were given, escaped; an empty id is left out. */
export function printAttributes(attributes: Map<string, string>): string {
  let html = '';
  for (const [key, value] of attributes) {
    if (key === 'id' && value.trim() === '') continue;
    html += ` ${key}="${escapeAttribute(value)}"`;
  }
  return html;
}

/** A value for double quotes. */
export function escapeAttribute(value: string): string {
  return /[<>&"]/.test(value) ? escapeHtml(value).replaceAll('"', '&quot;') : value;
}

const REFERENCE = '&(?:[\\p{L}_][\\p{L}\\p{N}\\p{M}._:-]*|#\\d+|#x[0-9a-fA-F]+);';
const ESCAPED = new RegExp(`(${REFERENCE})|[<>&]`, 'gu');
const ENTITIES: Record<string, string | undefined> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** Escapes text for HTML; entities in it stay. */
export function escapeHtml(text: string): string {
  return /[<>&]/.test(text) ? text.replace(ESCAPED, (found, entity) => entity ?? ENTITIES[found] ?? found) : text;
}

interface AttributeRun {
  text: string;
  at: number;
  attributes: Map<string, string>;
  fold: boolean;
}

function readAttributeRun({ text, at, attributes, fold }: AttributeRun): number {
  let end = at;
  for (;;) {
    const space = matchAt(SPACE, text, end);
    const name = space ? matchAt(NAME, text, end + space.length) : null;
    if (!space || !name) return end;
    const value = attributeValue(text, end + space.length + name.length);
    attributes.set(fold ? name.toLowerCase() : name, value.value);
    end = value.end;
  }
}

function attributeValue(text: string, at: number): { value: string; end: number } {
  const equals = matchAt(VALUE_START, text, at);
  const start = at + (equals?.length ?? 0);
  const quote = text[start];
  if (equals && (quote === '"' || quote === "'")) {
    const stop = text.indexOf(quote, start + 1);
    if (stop >= 0) return { value: text.slice(start + 1, stop), end: stop + 1 };
  }
  const bare = equals ? matchAt(BARE_VALUE, text, start) : null;
  return bare ? { value: bare, end: start + bare.length } : { value: '', end: at };
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  return matchOf(pattern, text, at)?.[0] ?? null;
}

function matchOf(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function words(list: string): string[] {
  return list.split(' ');
}
