import type { PageFacts } from './facts.ts';
import { changed, type Finding, lost } from './finding.ts';

/** Words that may be missing before a page is named, as a share of the old text's: themes print dates and labels in it. */
const WORDS_MISSING = 0.02;

/** What two versions of one page differ in. */
export function* comparePages(path: string, old: PageFacts, now: PageFacts): Generator<Finding> {
  for (const id of old.headings.filter((heading) => !now.anchors.has(heading)))
    yield lost('heading', path, `the heading \`#${id}\` has another id now`, `Write \`{#${id}}\` after the heading.`);
  if (old.title !== '' && now.title !== '' && !sameTitle(old.title, now.title))
    yield changed('title', path, `“${old.title}” is “${now.title}” now`, 'Compare the two pages.');
  if (old.day !== undefined && now.day !== undefined && old.day !== now.day)
    yield changed('date', path, `${old.day} is ${now.day} now`, "Set `timezone` to the old site's.");
  const missing = missingWords(old.words, now.words);
  if (missing.length > Math.max(3, old.words.length * WORDS_MISSING))
    yield changed(
      'words',
      path,
      `${missing.length} of ${old.words.length} words are gone: ${sample(missing)}`,
      'Compare the two texts.',
    );
  const links = new Set([...now.external, ...now.links.map(({ to }) => to)]);
  for (const href of new Set([...old.external, ...old.links.map(({ to }) => to)]))
    if (!links.has(href) && href !== path)
      yield changed('link', path, `the link to ${href} is gone`, 'Look for what took its place.');
}

/** Themes put the site's name into titles; whichever holds the other is the same title. */
function sameTitle(a: string, b: string): boolean {
  const [one, two] = [a, b].map((title) => title.toLowerCase().replace(/[“”"'’‘]/g, ''));
  return one !== undefined && two !== undefined && (one.includes(two) || two.includes(one));
}

function missingWords(old: readonly string[], now: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of now) left.set(word, (left.get(word) ?? 0) + 1);
  return old.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

function sample(words: readonly string[]): string {
  return words.slice(0, 8).join(' ') + (words.length > 8 ? ' …' : '');
}
