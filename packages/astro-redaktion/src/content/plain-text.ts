import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { codeUnits } from '../markdown/code-units.ts';

/** By name, filled as they are met. */
const ENTITIES = new Map<string, string>();
const ENTITY = /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi;
/** White space but for a single space: those, which are nearly all, need not be written again. */
const TO_FOLD = /[^\S ]\s*| \s+/g;
/** A tag: its name tells whether words end at it. */
const TAG = /<\/?([a-z][a-z\d]*)?[^>]*>/iy;
/** Also what opens on request only: an explanation of a word. */
const HIDDEN = /<(script|style|small(?=[^>]* popover))\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/iy;
const IN_LINE = new Set('a abbr b button cite code del em i ins kbd mark q s small span strong sub sup u'.split(' '));

/** The text of trusted HTML, white space folded. */
export function plainText(html: string): string {
  let text = '';
  let from = 0;
  let at = html.indexOf('<');
  while (at >= 0) {
    const markup = markupAt(html, at);
    if (markup) {
      text += html.slice(from, at) + markup.shown;
      from = markup.end;
    }
    at = html.indexOf('<', markup?.end ?? at + 1);
  }
  text += html.slice(from);
  return decodeEntities(text).replace(TO_FOLD, ' ').trim();
}

/** The text of the first element of that name, lower case. */
export function firstElement(html: string, name: string): string | undefined {
  const waiting: DefaultTreeAdapterTypes.Node[] = [parseFragment(html, { sourceCodeLocationInfo: true })];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('tagName' in node && node.tagName === name) {
      const { startTag, endTag, endOffset } = node.sourceCodeLocation ?? {};
      return plainText(html.slice(startTag?.endOffset, endTag?.startOffset ?? endOffset));
    }
    if ('childNodes' in node) waiting.push(...node.childNodes.toReversed());
  }
  return undefined;
}

/** The characters that entities stand for: numbers, and names as browsers know them. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITY, decoded) : text;
}

/** What a tag, a comment, or a script with its content leaves of itself: nothing, or a space. */
function markupAt(html: string, at: number): { shown: string; end: number } | undefined {
  const next = html.charCodeAt(at + 1) | 0x20;
  // `!` with that bit is itself; only these two letters start what is hidden.
  if (next === 0x73 || next === 0x21) {
    HIDDEN.lastIndex = at;
    const hidden = HIDDEN.exec(html);
    if (hidden) return { shown: hidden[1] === 'small' ? '' : ' ', end: HIDDEN.lastIndex };
  }
  TAG.lastIndex = at;
  const name = TAG.exec(html)?.[1];
  if (TAG.lastIndex === 0) return undefined;
  return { shown: name !== undefined && IN_LINE.has(name.toLowerCase()) ? '' : ' ', end: TAG.lastIndex };
}

function decoded(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return ENTITIES.get(name) ?? characterOf(whole, name);
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** An unknown name stays as it is written. */
function characterOf(entity: string, name: string): string {
  const [node] = parseFragment(entity).childNodes;
  const text = (node as DefaultTreeAdapterTypes.TextNode).value;
  ENTITIES.set(name, text);
  return text;
}

const WORD = /[\p{L}\p{N}]+(?:[’':.-][\p{L}\p{N}]+)*/gu;

/** Number of words of a plain text. */
export function countWords(text: string): number {
  const codes = codeUnits(text);
  let words = 0;
  // What has been read: nothing of a word, a letter of one, or a letter and a sign that may stand within one.
  let state = OTHER;
  for (let at = 0; at < text.length; at += 1) {
    const kind = KINDS[codes[at] ?? 0];
    if (kind === OUTSIDE) return text.match(WORD)?.length ?? 0;
    if (kind === LETTER) {
      if (state === OTHER) words += 1;
      state = LETTER;
    } else state = kind === JOINT && state === LETTER ? JOINT : OTHER;
  }
  return words;
}

const [OTHER, LETTER, JOINT, OUTSIDE] = [0, 1, 2, 3];

/** What each character is, up to the signs in which Latin text is set; a text with any other is left to the expression. */
const KINDS = Uint8Array.from({ length: 1 << 16 }, (_, code) => {
  if (code >= 0x2070 || (code >= 0x300 && code < 0x2000)) return OUTSIDE;
  const character = String.fromCharCode(code);
  if (/[\p{L}\p{N}]/u.test(character)) return LETTER;
  return /[’':.-]/.test(character) ? JOINT : OTHER;
});

/** At most `length` characters, ended after a word. */
export function shorten(text: string, length = 160): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length + 1).replace(/\s+\S*$/, '');
  // A text without spaces is cut between characters, not inside a pair of surrogates.
  const short = cut.length <= length ? cut : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
  return `${short.replace(/[\s,;:–-]+$/, '')}…`;
}
