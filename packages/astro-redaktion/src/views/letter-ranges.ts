/**
 * Faces of rarer letters in a family of their own, after the one that most texts are set in. A browser that has a family
 * of several ranges counts it as still loading as long as one of them is not there, and lays the whole page out anew
 * when any other face arrives: a late italic for one word costs as much as the page's first layout (seen in traces of
 * Chromium 156). A family apart is not looked at before a letter asks for it.
 */
export function splitRanges(css: string): string {
  const first = new Map<string, string>();
  const split = new Set<string>();
  const rules = css.replace(FACE, (rule, family: string, range: string) => {
    if (!first.has(family)) first.set(family, range);
    if (first.get(family) === range) return rule;
    split.add(family);
    return rule.replace(family, rare(family));
  });
  return rules.replace(LIST, (_, before: string, family: string) =>
    split.has(family) ? `${before}${family},${rare(family)}` : `${before}${family}`,
  );
}

/** A face of a range, as Astro prints it: its family with quotes, and its range. */
const FACE = /@font-face\{font-family:("[^"]*");[^}]*?unicode-range:([^;}]*)[^}]*\}/g;
/** A property's list of families, up to the end of its first. */
const LIST = /(--[\w-]+:)("[^"]*")/g;

function rare(family: string): string {
  return family.replace(/"$/, ' rare"');
}
