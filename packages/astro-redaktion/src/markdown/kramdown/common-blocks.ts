import { codeUnits } from '../code-units.ts';
import type { Scope } from './scope.ts';
import type { KramdownOptions, Unread } from './types.ts';
import { type Common, readCommonBlock } from './common-lines.ts';
import { isOddSpace } from './common-starts.ts';
import { readOn } from './quick-spans.ts';
import { newQuick } from './quick-state.ts';
import { addBlock } from './scope.ts';
import { leave } from './unread.ts';

/** How many blocks above are looked at for a list. */
const LOOK_BACK = 8;

/** Whether the document may hold blocks to be taken as they are. */
export function mayTakeAsIs(text: string, options: KramdownOptions): boolean {
  return options.input === 'GFM' && !options.hardWrap && options.headerOffset === 0 && !text.includes('{::');
}

/**
 * Headings, paragraphs, lists, quotes, comments and fenced code that CommonMark reads as kramdown does, with lines of
 * the common kind: written at once, all that stand in a row. Most of a post is that, and needs no outline.
 */
export function readCommonBlocks(scope: Scope): boolean {
  const { text } = scope;
  const { options, common } = scope.outline;
  if (common.failed === scope.at || !mayStart(scope)) return false;
  common.units ??= codeUnits(text);
  const quick = newQuick(text, { options }, { readOn, odd: leave, units: common.units });
  const unread: Unread[] = [];
  quick.unread = unread;
  quick.from = scope.at;
  let [out, from, end, left] = ['', scope.at, scope.at, 0];
  let last: Common | undefined;
  for (let at = scope.at; at < text.length; ) {
    const block = readCommonBlock(quick, at, common);
    if (!block) break;
    let next = block.end;
    while (text[next] === '\n') next += 1;
    // A block that no blank line ends is taken together with the next one, or not at all.
    if (next > block.end || next === text.length) {
      if (next < text.length && (block.goesOn.includes(text[next] ?? '') || isOddSpace(text, next))) break;
      [out, from, end, left] = [quick.out, quick.from, next, unread.length];
      last = block;
    } else if (block.alone) break;
    at = next;
  }
  common.failed = end;
  if (end === scope.at) return false;
  const block = addBlock(scope, 'common', out + text.slice(from, end).trimEnd());
  if (left > 0) block.unread = unread.slice(0, left);
  if (last?.ordered !== undefined) block.ordered = last.ordered;
  addBlock(scope, 'blank', '\n\n');
  scope.at = end;
  return true;
}

/** After a blank line, but for one below a list, which could go on. */
function mayStart({ pending, blocks }: Scope): boolean {
  if (pending) return false;
  if (blocks.length === 0) return true;
  if (blocks.at(-1)?.kind !== 'blank') return false;
  const near = blocks.slice(-LOOK_BACK);
  const above = near.findLast(({ kind, text }) => kind !== 'blank' && kind !== 'boundary' && !isEmpty(kind, text));
  if (!above) return near.length === blocks.length;
  return above.kind !== 'list' && (above.kind !== 'common' || above.ordered === undefined);
}

/** A paragraph of spaces that only look like some. */
function isEmpty(kind: string, text: string): boolean {
  return kind === 'paragraph' && text === '';
}
