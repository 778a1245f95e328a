import type { Spans } from './span-state.ts';
import type { TypographicSymbol } from './types.ts';
import { ENTITY_NAMES } from './entity-names.ts';
import { addElement, addText, plain } from './span-state.ts';

const SYMBOLS: readonly (readonly [string, TypographicSymbol])[] = [
  ['---', 'mdash'],
  ['--', 'ndash'],
  ['...', 'hellip'],
  ['<< ', 'laquo_space'],
  [' >>', 'raquo_space'],
  ['<<', 'laquo'],
  ['>>', 'raquo'],
];
const ENTITY = /&(?:[\p{L}_:][\p{L}\p{N}_:.-]*|#\d+|#x[0-9a-fA-F]+);/uy;
const ESCAPED_ENTITY = /&\\#(?:\d{1,7}|[xX][\da-fA-F]{1,6});/y;
const GFM_ESCAPE = /\\([\\.*_+`<>()[\]{}#!:|"'$=\-~])/y;
const NATIVE_ESCAPE = /\\([\\.*_+`<>()[\]{}#!:|"'$=-])/y;

/** Dashes, dots, guillemets; two spaces before a line end. */
export function readTypography(spans: Spans): boolean {
  const { text, at } = spans;
  for (const [source, name] of SYMBOLS) {
    if (!text.startsWith(source, at)) continue;
    spans.at += source.length;
    addElement(spans, plain(spans.writing.outline.options.typographicSymbols[name]));
    return true;
  }
  if (!text.startsWith('  \n', at) || spans.writing.outline.options.hardWrap) return false;
  spans.at += 2;
  addElement(spans, '\\');
  return true;
}

/** An entity that HTML knows stays, even with its `#` escaped; any other ampersand is text. */
export function readEntity(spans: Spans): boolean {
  ESCAPED_ENTITY.lastIndex = spans.at;
  const escaped = ESCAPED_ENTITY.exec(spans.text)?.[0];
  if (escaped !== undefined) {
    spans.at += escaped.length;
    addElement(spans, escaped.replace('\\', ''));
    return true;
  }
  ENTITY.lastIndex = spans.at;
  const match = ENTITY.exec(spans.text);
  if (!match) return false;
  const name = match[0].slice(1, -1);
  if (!name.startsWith('#') && !ENTITY_NAMES.has(name)) return false;
  spans.at += match[0].length;
  addElement(spans, match[0]);
  return true;
}

/** `\*` and its kind, `\\` at a line's end (a line break), `\<<`. A lone backslash is text. */
export function readEscape(spans: Spans): boolean {
  const { text, at } = spans;
  const guillemets = text.startsWith('\\<<', at) || text.startsWith('\\>>', at);
  const breaks = spans.writing.outline.options.hardWrap ? 0 : breakWidth(spans);
  if (guillemets || breaks > 0) {
    addElement(spans, guillemets ? plain(text.slice(at + 1, at + 3)) : '\\');
    spans.at += breaks || 3;
    return true;
  }
  const pattern = isGfm(spans) ? GFM_ESCAPE : NATIVE_ESCAPE;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return false;
  spans.at += 2;
  addText(spans, match[1] ?? '');
  return true;
}

/** How many backslashes at a line's end make a line break here. */
function breakWidth(spans: Spans): number {
  const { text, at } = spans;
  if (text.startsWith('\\\\\n', at)) return 2;
  return text[at + 1] === '\n' && isGfm(spans) ? 1 : 0;
}

function isGfm(spans: Spans): boolean {
  return spans.writing.outline.options.input === 'GFM';
}
