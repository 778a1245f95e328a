import type { Finding } from './types.ts';

/**
 * One finding for what is gone from most texts alike, such as a licence below each of them: a layout set it, and what
 * a layout sets is for a person to judge, once.
 *
 * @param pages how many texts were compared
 */
export function foldLayoutParts(findings: readonly Finding[], pages: number): Finding[] {
  const alike = Map.groupBy(findings, ({ kind, message }) => `${kind} ${message}`);
  return [...alike.values()].flatMap((list): Finding[] => {
    const [first] = list;
    const isPart = first && (first.kind === 'link' || first.kind === 'picture');
    if (!isPart || list.length < 3 || list.length <= pages / 2) return list;
    const message = `${first.message}, here and from ${list.length - 1} more pages; a layout of the old site set it, it seems`;
    return [{ ...first, severity: 'differs', message }];
  });
}
