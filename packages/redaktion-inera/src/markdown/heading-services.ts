import { matchAt } from './match.ts';
import type { Matcher } from './matcher.ts';

/**
 * The services that a heading is about: its ids if the heading consists of names and what joins them, else none.
 * `Formulärhantering, Journalen och Mina intyg` gives three, `Nationell patientöversikt (NPÖ)` one, `Pascal och vi`
 * none. Words that are ambiguous in running text count here: a heading of its own is about the service.
 */
export function headingServices(matcher: Matcher, heading: string): string[] {
  const text = heading.normalize('NFC').trim();
  const ids = new Set<string>();
  let index = skip(text, leading, 0);
  while (index < text.length) {
    const match = matchAt(matcher, text, { index, ambiguous: true });
    if (!match) return [];
    ids.add(match.id);
    index = skip(text, joining, match.end);
    if (index === match.end && index < text.length) return [];
  }
  return [...ids];
}

/** A number before the heading: `3. Webcert`. */
const leading = /(?:\d{1,2}[.)]\s+)?/y;

const joining = /(?:[\s,;:/()&+–-]|(?:och|samt|eller|and|or)(?=\s))+|$/y;

function skip(text: string, pattern: RegExp, index: number): number {
  pattern.lastIndex = index;
  return index + (pattern.exec(text)?.[0].length ?? 0);
}
