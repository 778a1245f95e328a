import type { Finding } from './types.ts';

const FEWEST = 3;

/**
 * One finding for what is gone from most texts alike, such as a licence below each of them: a layout set it, and what
 * a layout sets is for a person to judge, once. Words are counted only where they are many of a text, so of those
 * findings most have to be alike.
 *
 * @param pages how many texts were compared
 */
export function foldLayoutParts(findings: readonly Finding[], pages: number): Finding[] {
  const words = findings.filter(({ kind }) => kind === 'words').length;
  const alike = Map.groupBy(findings, likeness);
  return [...alike.values()].flatMap((list): Finding[] => {
    const [first] = list;
    if (!first || list.length < FEWEST) return list;
    const more = `here and from ${list.length - 1} more pages; a layout of the old site set`;
    if ((first.kind === 'link' || first.kind === 'picture') && list.length > pages / 2)
      return [{ ...first, severity: 'differs', message: `${first.message}, ${more} it, it seems` }];
    if (first.kind === 'words' && list.length > words / 2)
      return [{ ...first, message: `${wordsGone(first)} words are gone, ${more} them, it seems` }];
    return list;
  });
}

/** What findings of one cause have in common; lists of texts that have grown are no layout's. */
function likeness(finding: Finding): string {
  const { kind, address, message } = finding;
  if (kind !== 'words') return `${kind} ${message}`;
  const gone = wordsGone(finding);
  return `words ${gone > 0 ? gone : address}`;
}

function wordsGone({ message }: Finding): number {
  const [mine = 0, theirs = 0] = message.match(/\d+/g)?.map(Number) ?? [];
  return theirs - mine;
}
