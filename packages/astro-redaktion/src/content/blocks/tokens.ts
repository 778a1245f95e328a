import { ATTRIBUTES } from './attributes.ts';

/** What may be a directive. */
export interface Token {
  source: string;
  offset: number;
  /** By the name of the group in `TOKEN`. */
  parts: Partial<Record<string, string>>;
}

/**
 * Puts something else in the place of everything that may be a directive. Code, comments and `{% raw %}` are passed by;
 * one that never ends is text. Each end is looked for once, so that thousands without one cost no more than the text.
 */
export function replaceTokens(source: string, write: (token: Token) => string): string {
  const ends = new Map<string, End | null>();
  let [text, from] = ['', 0];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match; match = TOKEN.exec(source)) {
    const { index: offset, groups: parts = {} } = match;
    const open = parts['comment'] ?? parts['raw'] ?? parts['tag'];
    if (open !== undefined) {
      TOKEN.lastIndex = endOf(open, { source, from: TOKEN.lastIndex, ends }) ?? offset + 1;
    } else if (parts['fence'] === undefined && parts['tick'] === undefined) {
      text += source.slice(from, offset) + write({ source: match[0], offset, parts });
      from = TOKEN.lastIndex;
    }
  }
  return text + source.slice(from);
}

/** An end that has been found. */
interface End {
  start: number;
  end: number;
}

function endOf(
  open: string,
  { source, from, ends }: { source: string; from: number; ends: Map<string, End | null> },
): number | undefined {
  let known = ends.get(open);
  if (known === undefined || (known && known.start < from)) {
    const pattern = ENDS[open];
    if (!pattern) return undefined;
    pattern.lastIndex = from;
    const match = pattern.exec(source);
    known = match && { start: match.index, end: pattern.lastIndex };
    ends.set(open, known);
  }
  return known?.end;
}

const LIQUID = ['raw', 'highlight', 'comment'];
const TAGS = ['pre', 'script', 'style', 'textarea'];
/** Ends by what `TOKEN` finds of the start. */
const ENDS: Record<string, RegExp | undefined> = {
  '<!--': /-->/g,
  ...Object.fromEntries(LIQUID.map((name) => [name, new RegExp(String.raw`\{%-?\s*end${name}\s*-?%\}`, 'g')])),
  ...Object.fromEntries(TAGS.map((name) => [name, new RegExp(`</${name}>`, 'g')])),
};

/** Code and the like first, so that nothing in it is found; then directives of blocks, then those in a line. */
const TOKEN = new RegExp(
  [
    String.raw`^[ \t>]*(?:[-*+] +|\d+[.)] +)?(?<fence>\`{3,}|~{3,})[^\n]*(?:\n[\s\S]*?^[ \t>]*\k<fence>[\`~]*[ \t]*\r?$|[\s\S]*)`,
    String.raw`\{%-?\s*(?<raw>${LIQUID.join('|')})\b`,
    '(?<comment><!--)',
    String.raw`<(?<tag>${TAGS.join('|')})\b`,
    '(?<!`)(?<tick>`+)(?!`)(?:(?!\\r?\\n[ \\t]*\\r?\\n)[\\s\\S])*?(?<!`)\\k<tick>(?!`)',
    String.raw`^ {0,3}(?<colons>:{2,})(?<name>[a-z][\w-]*)?[ \t]*(?<attributes>${ATTRIBUTES})?[ \t]*\r?$`,
    String.raw`(?<![\w:]):(?<inline>[a-z][\w-]*)\[(?<label>[^\[\]\n]*)\](?<labelled>${ATTRIBUTES})`,
  ].join('|'),
  'gm',
);
