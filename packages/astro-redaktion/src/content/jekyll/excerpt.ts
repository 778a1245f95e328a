/**
 * Where a post's excerpt comes from, as Jekyll has it: the front matter's `excerpt` as it stands (raw HTML, no
 * Markdown), else the text before the separator, to be rendered alone.
 *
 * The text before the separator gets the reference links and footnotes that it uses but that are defined after
 * it, and closing tags for Liquid blocks that the separator cut through. A separator that is not found, or has
 * nothing after it, makes the whole post its excerpt; so does a blank line with `\r\n`.
 *
 * @returns `null` when excerpts are off: an empty separator
 */
export function excerptSource({ body, data, separator, blocks = LIQUID_BLOCKS }: ExcerptInput): Excerpt | null {
  const own = data['excerpt'];
  const sign = separatorOf(data['excerpt_separator'], separator);
  if (own !== undefined && own !== null && own !== false) return { raw: String(own) };
  if (sign === '') return null;
  const at = body.indexOf(sign);
  if (at === -1) return { source: body, more: false };
  const tail = body.slice(at + sign.length);
  const head = body.slice(0, at);
  if (tail === '') return { source: head, more: false };
  const closed = head.includes('{%') ? closeBlocks(head, blocks) : head;
  const definitions = definitionsFor(closed, tail);
  const source = definitions.length === 0 ? closed : `${closed}\n\n${definitions.join('\n')}`;
  return { source, more: tail.trim() !== '' };
}

/** Tags that need an end tag, of Liquid itself and of Jekyll. */
export const LIQUID_BLOCKS: ReadonlySet<string> = new Set([
  'if',
  'unless',
  'case',
  'for',
  'tablerow',
  'capture',
  'comment',
  'raw',
  'ifchanged',
  'highlight',
]);

const TAG = /\{%-?\s*(\w+)\s*[\s\S]*?-?%\}/g;
// Not `.`, which leaves out the carriage return of a Windows line end.
const DEFINITION = /^ {0,3}(\[[^\]]+\])(:[^\n]+)$/gm;

/** The post's own separator, unless it is null or false. */
function separatorOf(own: unknown, site: string): string {
  return own === undefined || own === null || own === false ? site : String(own);
}

function closeBlocks(head: string, blocks: ReadonlySet<string>): string {
  let closed = head;
  const opened = [...head.matchAll(TAG)].map(([, name = '']) => name).reverse();
  for (const name of opened) {
    if (!blocks.has(name)) continue;
    // As Jekyll has it: one end tag anywhere before the separator is enough.
    if (new RegExp(`\\{%-?\\s*end${name}[\\s\\S]*?-?%\\}`).test(closed)) continue;
    closed += `\n{% end${name} %}`;
  }
  return closed;
}

/** Definitions of links and footnotes after the separator whose name stands before it. */
function definitionsFor(head: string, tail: string): string[] {
  if (!tail.includes(']:')) return [];
  return [...tail.matchAll(DEFINITION)].flatMap(([, name = '', rest = '']) =>
    head.includes(name) ? [name + rest] : [],
  );
}

/** What an excerpt is made from. */
export interface ExcerptInput {
  /** The text after the front matter, before Liquid. */
  body: string;
  /** Front matter after defaults. */
  data: Readonly<Record<string, unknown>>;
  /** The site's `excerpt_separator`; Jekyll's default is a blank line, `\n\n`. */
  separator: string;
  /** Names of Liquid blocks. Default: Liquid's and Jekyll's own. */
  blocks?: ReadonlySet<string>;
}

/** HTML as it stands (`raw`), or a text for Liquid and Markdown (`source`) and whether the post goes on after it. */
export type Excerpt = { raw: string; source?: undefined } | { raw?: undefined; source: string; more: boolean };
