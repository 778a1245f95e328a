import { closes, opens } from './borders.ts';
import type { End, Matcher, Node } from './matcher.ts';
import { betweenAt, betweenKey, wordAt } from './matcher.ts';

/** A name found in a text. Indexes count UTF-16 units; `end` is before any ending (`Webcert|s`, `NPÖ|:s`). */
export interface Match {
  id: string;
  start: number;
  end: number;
}

/** The longest name that begins at an index, if any. Reads no further than the longest name is. */
export function matchAt(
  matcher: Matcher,
  text: string,
  { index, ambiguous = false }: { index: number; ambiguous?: boolean },
): Match | undefined {
  // First, so that a hit inside a long word costs nothing: the pass stays linear.
  if (!opens(text, index, false)) return undefined;
  let best: Match | undefined;
  const reached = (node: Node, wordEnd: number, ending: number): void => {
    const end = wordEnd - ending;
    if (best && end <= best.end) return;
    const fitting = node.ends.find((each) => fits(each, { text, index, wordEnd, ambiguous }));
    if (fitting) best = { id: fitting.id, start: index, end };
  };
  walk(matcher.root, { text, index, reached });
  return best;
}

/** Every name in a plain text, in its order; they do not overlap. Indexes are those of the text in NFC. */
export function findNames(matcher: Matcher, text: string): Match[] {
  const composed = text.normalize('NFC');
  const { start } = matcher;
  const found: Match[] = [];
  start.lastIndex = 0;
  for (let hit = start.exec(composed); hit; hit = start.exec(composed)) {
    if (/^(?:https?:|www\.)/.test(hit[0])) continue;
    const match = matchAt(matcher, composed, { index: hit.index });
    if (match) found.push(match);
    start.lastIndex = match ? match.end : hit.index + 1;
  }
  return found;
}

/** Characters between two words of a name, entities and line breaks with indentation included. */
const longestBetween = 40;

interface Walk {
  text: string;
  index: number;
  reached: (node: Node, wordEnd: number, ending: number) => void;
}

/** Follows every path through the tree that the text spells; there is one, but where an ending spells another word. */
function walk(node: Node, { text, index, reached }: Walk): void {
  wordAt.lastIndex = index;
  const word = wordAt.exec(text)?.[0];
  if (word === undefined) return;
  const wordEnd = index + word.length;
  const steps = [...(node.exact.get(word) ?? []), ...(node.folded.get(word.toLowerCase()) ?? [])];
  for (const { node: next, ending } of steps) {
    if (next.ends.length > 0) reached(next, wordEnd, ending);
    if (next.between.size === 0) continue;
    betweenAt.lastIndex = wordEnd;
    const between = betweenAt.exec(text)?.[0];
    if (between === undefined || between.length > longestBetween) continue;
    const beyond = next.between.get(betweenKey(between));
    if (beyond) walk(beyond, { text, index: wordEnd + between.length, reached });
  }
}

function fits(end: End, at: { text: string; index: number; wordEnd: number; ambiguous: boolean }): boolean {
  if (end.ambiguous && !at.ambiguous) return false;
  if (end.initial !== undefined && at.text.charAt(at.index) !== end.initial) return false;
  return (!end.numeric || opens(at.text, at.index, true)) && closes(at.text, at.wordEnd, end.numeric);
}
