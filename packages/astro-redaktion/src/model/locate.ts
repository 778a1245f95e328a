import type { Problem } from '../types.ts';

/** A value in a post's front matter that a problem is about. */
export interface Place {
  /** Path relative to the project's root. */
  file: string;
  /** Key of the front matter: `tags`, `author`, `expires` … */
  key: string;
  /** The value as written, where the key has several. */
  value?: string;
}

/** Finds where a value stands. Given by who can read the file; the model cannot. */
export type Locate = (place: Place) => { line: number; column?: number } | undefined;

/** The part of a problem that says where it is: file, and line when it can be found. */
export function problemPlace(place: Place, locate: Locate | undefined): Pick<Problem, 'file' | 'line' | 'column'> {
  return { file: place.file, ...locate?.(place) };
}
