import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RenderedPost } from '../types.ts';

/** Tells whether a post was made of the same files as now. */
export interface Sources {
  /** The digest of a text that was made with these files, from the digest of its own source. */
  digest: (own: string, files: readonly string[]) => string;
}

/** @param root the folder from which files are named; each is read once a build. */
export function createSources(root: string): Sources {
  const known = new Map<string, string>();
  const hashOf = (file: string): string => {
    const path = join(root, file);
    const found = known.get(file) ?? (existsSync(path) ? hash('sha1', readFileSync(path)) : 'absent');
    known.set(file, found);
    return found;
  };
  return {
    digest: (own, files) => (files.length === 0 ? own : hash('sha1', JSON.stringify([own, files.map(hashOf)]))),
  };
}

/** The digest of a text that depends on more than its files: that of the text itself. */
export function textDigest(own: string, text: RenderedPost): string {
  return hash('sha1', JSON.stringify([own, text]));
}
