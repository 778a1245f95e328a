/**
 * Faces of rarer letters in a family of their own, after the one that most texts are set in. Chromium counts a family of
 * several ranges as still loading as long as one of them is not there, and lays the whole page out anew when any other
 * face arrives: a late italic for one word costs as much as the page's first layout. A family apart is not looked at
 * before a letter asks for it.
 */
export function splitRanges(css: string): string {
  const common = new Map<string, string>();
  for (const [, family = '', range = ''] of css.matchAll(FACE)) {
    if (!common.has(family) || (hasSpace(range) && !hasSpace(common.get(family) ?? ''))) common.set(family, range);
  }
  const split = new Set<string>();
  const rules = css.replace(FACE, (rule, family: string, range: string) => {
    if (common.get(family) === range) return rule;
    split.add(family);
    return rule.replace(family, () => rare(family));
  });
  return rules.replace(LIST, (list, family: string) => (split.has(family) ? `${list},${rare(family)}` : list));
}

/** A face of a range, as Astro prints it: its family, which has quotes where it has a space, and its range. */
const FACE = /@font-face\{font-family:("[^"]*"|[^;]*);[^}]*?unicode-range:([^;}]*)[^}]*\}/g;
/** The first of a property's families. */
const LIST = /--[\w-]+:("[^"]*"|[^",;}]+)/g;

/** Whether a range, as `unicode-range` has it, holds the space, without which there is no text. */
function hasSpace(range: string): boolean {
  return range.split(',').some((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return Number.parseInt(from.replaceAll('?', '0'), 16) <= 32 && Number.parseInt(to.replaceAll('?', 'F'), 16) >= 32;
  });
}

function rare(family: string): string {
  return `"${family.replaceAll('"', '')} rare"`;
}
