import type { SlotName } from '../../config/slots.ts';

/** Where a copy comes from. */
export interface Note {
  slot: string;
  /** Version of astro-redaktion. */
  version: string;
}

const PATTERN = /^\/\/ Slot (\w+) of astro-redaktion (\S+), ejected\..*$/m;

/** The line at the head of a copied component. */
export function noteOf(slot: SlotName, version: string): string {
  return `// Slot ${slot} of astro-redaktion ${version}, ejected. What changes there later: npx redaktion eject --diff`;
}

/** The note of a component; absent for one that was not copied. */
export function readNote(source: string): Note | undefined {
  const [, slot, version] = PATTERN.exec(source) ?? [];
  return slot !== undefined && version !== undefined ? { slot, version } : undefined;
}

/** The component without its note, to compare versions; or with another note. */
export function replaceNote(source: string, note = ''): string {
  return source.replace(note === '' ? new RegExp(`${PATTERN.source}\\n?`, 'm') : PATTERN, () => note);
}
