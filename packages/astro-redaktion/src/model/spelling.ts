/** The printed form of a name as written: Jekyll authors write `_` for a space in a tag that stands in a string. */
export function printed(spelling: string): string {
  const text = spelling.toWellFormed().normalize('NFC').trim();
  return text.replace(/[\s_]+/gu, ' ').trim() || text;
}

/**
 * What the spellings of one name have in common: case, Unicode form, and `_`, `-` and space make no difference.
 * `C++` and `C#` stay apart.
 */
export function nameKey(spelling: string): string {
  const key = printed(spelling)
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\s\-\u2010\u2011]+/gu, ' ')
    .trim();
  // A name of hyphens alone has no letters to make a page of, but is still a name.
  return key || printed(spelling);
}

/** How often each spelling of one name is used, in the order of its first use. */
export type Spellings = Map<string, number>;

/** Counts a spelling. Posts are gone through from the oldest to the newest. */
export function countSpelling(spellings: Spellings, spelling: string): void {
  const label = printed(spelling);
  spellings.set(label, (spellings.get(label) ?? 0) + 1);
}

/** The most used spelling; of equals the one that was used first. */
export function bestSpelling(spellings: Spellings): string {
  let best = '';
  let most = 0;
  for (const [label, count] of spellings) if (count > most) [best, most] = [label, count];
  return best;
}
