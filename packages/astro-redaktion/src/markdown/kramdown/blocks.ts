import type { Scope } from './scope.ts';
import { readAbbreviation } from './abbreviations.ts';
import { readListLine, readNamedList } from './attribute-lists.ts';
import { readCommonBlocks } from './common-blocks.ts';
import { readFencedCode, readIndentedCode } from './code-blocks.ts';
import { readDefinitionList } from './definition-lists.ts';
import { readBlockExtension } from './extensions.ts';
import { readFootnote } from './footnotes.ts';
import { readAtxHeading, readRule, readSetextHeading } from './headings.ts';
import { readHtmlBlock } from './html-blocks.ts';
import { readLinkDefinition } from './link-definitions.ts';
import { readList } from './lists.ts';
import { readMathBlock } from './math.ts';
import { readParagraph } from './paragraphs.ts';
import { readQuote } from './quotes.ts';
import { addBlock, DEEPEST, take } from './scope.ts';
import { readTable } from './tables.ts';

const BLANK = /(?:[ \t\f\v]*\n)+/y;
const BOUNDARY_MARKER = /\^[ \t\f\v]*\n/y;
const SPACE = 32;
const TAB = 9;

/**
 * Reads the blocks of a text by kramdown's rules, in kramdown's order, up to its end or to the closing tag of the
 * HTML element it is read for. Only the outline is read here: the text of the blocks is left to the engine.
 */
export function readBlocks(scope: Scope): void {
  const common = scope.depth === 0 && scope.outline.asIs;
  while (scope.at < scope.text.length) {
    const before = scope.at;
    if (common && readCommonBlocks(scope)) continue;
    if (readBlock(scope) === 'closed') return;
    if (scope.at === before) readParagraph(scope);
  }
}

function readBlock(scope: Scope): 'read' | 'closed' {
  const { text, at } = scope;
  const code = text.charCodeAt(at);
  if (code <= SPACE && readBlank(scope)) return 'read';
  let first = at;
  while (first < at + 4 && text.charCodeAt(first) === SPACE) first += 1;
  if (first === at + 4 || code === TAB) return readIndentedCode(scope);
  const read = scope.depth > DEEPEST ? false : readByFirstCharacter(scope, text[first] ?? '', first - at);
  if (read) return read;
  return (
    readSetextHeading(scope) ||
    (scope.depth <= DEEPEST && readAfterSetext(scope, text[first] ?? '')) ||
    readParagraph(scope)
  );
}

function readByFirstCharacter(scope: Scope, character: string, indent: number): false | 'read' | 'closed' {
  switch (character) {
    case '~':
    case '`':
      return readFencedCode(scope) && 'read';
    case '>':
      return readQuote(scope) && 'read';
    case '#':
      return indent === 0 && readAtxHeading(scope) && 'read';
    case '*':
    case '-':
      return (readRule(scope) || readList(scope)) && 'read';
    case '_':
      return readRule(scope) && 'read';
    case '+':
      return readList(scope) && 'read';
    case ':':
      return readDefinitionList(scope) && 'read';
    case '<': {
      const result = readHtmlBlock(scope);
      return result !== 'none' && result;
    }
    default:
      return character >= '0' && character <= '9' && readList(scope) && 'read';
  }
}

function readAfterSetext(scope: Scope, character: string): false | 'read' {
  if (character === '$' || character === '\\') {
    if (readMathBlock(scope)) return 'read';
  }
  if (readTable(scope)) return 'read';
  switch (character) {
    case '[':
      return (readFootnote(scope) || readLinkDefinition(scope)) && 'read';
    case '*':
      return readAbbreviation(scope) && 'read';
    case '{':
      return (readNamedList(scope) || readBlockExtension(scope) || readListLine(scope)) && 'read';
    case '^':
      return readMarker(scope) && 'read';
    default:
      return false;
  }
}

function readBlank(scope: Scope): boolean {
  const match = take(scope, BLANK);
  if (!match) return false;
  const last = scope.blocks.at(-1);
  if (last?.kind === 'blank') last.text += match[0];
  else addBlock(scope, 'blank', match[0]);
  return true;
}

function readMarker(scope: Scope): boolean {
  if (!take(scope, BOUNDARY_MARKER)) return false;
  addBlock(scope, 'boundary').boundary = 'marker';
  return true;
}
