import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Note, readNote } from './note.ts';

/** A component that was copied into the project. */
export interface Copy extends Note {
  /** Path from the project's root. */
  file: string;
  /** Where its original lies, as it was copied. */
  original: string;
  source: string;
}

/** Copies of components below `src`, wherever the owner has put them; found by their notes. */
export function findCopies(root: string): Copy[] {
  const folder = join(root, 'src');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.astro'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(ORIGINALS))
    .sort()
    .flatMap((path) => {
      const source = readFileSync(path, 'utf8');
      const note = readNote(source);
      if (!note) return [];
      const file = relative(root, path).replaceAll('\\', '/');
      return [{ ...note, file, source, original: originalOf(file, note.slot) }];
    });
}

/** Where the original of a copy lies: in a folder beside it, so that both move and are committed together. */
export function originalOf(file: string, slot: string): string {
  return join(dirname(file), ORIGINALS, `${slot}.astro`).replaceAll('\\', '/');
}

const ORIGINALS = '.ejected';
