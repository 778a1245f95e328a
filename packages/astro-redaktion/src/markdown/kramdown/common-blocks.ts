import type { Scope } from './scope.ts';
import type { KramdownOptions } from './types.ts';
import { addBlock } from './scope.ts';

// Text that both dialects read alike. What starts something stands in no class; `.`, `-`, `:`, `!` and `w` do not
// when what follows makes more of them (`...`, `--`, `://`, `![`, `www.`).
const LETTER = 'A-Za-zÀ-ÖØ-öø-ÿ';
const CLASS =
  '[A-VX-Za-vx-z0-9 ,;?/%+=()\\u00A1-\\u1679\\u1681-\\u1FFF\\u2010-\\u2027\\u2030-\\u205E\\u2070-\\u2FFF\\u3001-\\uFDCF\\uFDF0-\\uFEFE]';
/** The look ahead makes going back cheap where the whole does not match. */
const SAFE = `${CLASS}*(?!${CLASS})`;
const SIGN = '[-.:!](?![-./\\[])|[wW](?!\\.)';
const LINK = `\\[${SAFE}(?:(?:${SIGN})${SAFE})*\\]\\([\\w./:?#=%+,;~@&-]+\\)`;
/** A word or more, in delimiters that open and close by anybody's rule. */
const WORDS = `(?=[${LETTER}0-9])${SAFE}(?:(?:${SIGN}|${LINK})${SAFE})*(?<=[${LETTER}0-9.,;:?!)])`;
const EMPHASIS = ['\\*', '_', '\\*\\*', '__'].map((run) => `${run}${WORDS}${run}`).join('|');
const STRESSED = `(?<![^ \\n(])(?:${EMPHASIS})(?=[\\s.,;:?)])`;
const INLINE = `${SAFE}(?:(?:${SIGN}|${LINK}|${STRESSED})${SAFE})*(?<! )\\n`;
const LINE = `(?=[${LETTER}(\\[*_]|\\d+(?![\\d.)]))${INLINE}`;
const HEADING_START = `#{1,6} (?=[${LETTER}0-9(\\[*_])`;
const HEADING = HEADING_START + INLINE;
const BULLETS = `(?:- ${LINE})+|(?:\\* ${LINE})+`;
const NUMBERS = `1\\. ${LINE}(?:\\d{1,9}\\. ${LINE})*`;
const PARAGRAPH = `(?:${LINE})+`;
const OTHER = `(?:> ${LINE})+|<!--[\\w: ]*-->\\n`;
/** Blank lines, and then nothing that could belong to what stands above. */
const after = (more = ''): string => `(?:\\n+(?![\\n \\t:{^${more}])|$)`;
const BODY = `(?:${BULLETS})${after('*+-')}|${NUMBERS}${after('\\d')}|${PARAGRAPH}(?:${after()}|(?=${HEADING_START}))|(?:${OTHER})?${after()}`;
const BLOCK = `(?=[^\\n])(?:${HEADING})*(?:${BODY})`;

const RUN = new RegExp(`(?:${BLOCK})+`, 'y');
/** A run is matched as one: what is longer goes the long way, so that no text can fill the expression's stack. */
const LONGEST = 500_000;

/** Whether the document may hold blocks to be taken as they are. */
export function mayTakeAsIs(text: string, options: KramdownOptions): boolean {
  const common = options.input === 'GFM' && !options.hardWrap && options.headerOffset === 0;
  return common && text.length <= LONGEST && !text.includes('{::');
}

/**
 * Headings, paragraphs, lists of lines, quotes and comments that CommonMark reads as kramdown does: taken as they
 * are, all that stand in a row. Most of a post is that, and need not be read character by character.
 */
export function readCommonBlocks(scope: Scope): boolean {
  const { blocks } = scope;
  if (scope.pending || (blocks.length > 0 && (blocks.at(-1)?.kind !== 'blank' || blocks.at(-2)?.kind === 'list')))
    return false;
  RUN.lastIndex = scope.at;
  if (!RUN.test(scope.text)) return false;
  addBlock(scope, 'common', scope.text.slice(scope.at, RUN.lastIndex).trimEnd());
  addBlock(scope, 'blank', '\n\n');
  scope.at = RUN.lastIndex;
  return true;
}
