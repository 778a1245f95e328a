import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { RenderedFacts, RenderedPost, RenderedSlice } from '../types.ts';

const NAME = 'text.bin';

/**
 * Rendered texts, one after the other in one file beside Astro's data store.
 *
 * Astro keeps the whole store in memory and in the bundle; texts are most of it, and a page needs one of them.
 * Records are only ever appended; an unchanged post keeps its slice from build to build.
 */
export interface TextFile {
  append: (text: RenderedPost) => RenderedSlice;
  /** True while the file of an earlier build can be added to. */
  readonly reused: boolean;
  /** Size in bytes. */
  size: () => number;
  close: () => void;
}

/** Opens the file for a build's texts; `fresh` starts it anew. */
export function openTextFile(folder: string, fresh: boolean): TextFile {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, NAME);
  const reused = !fresh && existsSync(path);
  // A new file under the old name: a page that still reads the old one keeps its own copy.
  if (!reused && existsSync(path)) rmSync(path);
  const file = openSync(path, 'a');
  let at = fstatSync(file).size;
  // One room for all: a buffer of each text's own asks for its length first, which takes as long as the writing.
  let room = Buffer.allocUnsafeSlow(2 << 20);
  let used = 0;
  const flush = (): void => {
    if (used > 0) writeSync(file, room, 0, used);
    used = 0;
  };
  const add = (text: string): number => {
    const most = MOST_BYTES * text.length;
    if (room.length - used < most) flush();
    if (room.length < most) room = Buffer.allocUnsafeSlow(2 * most);
    const length = room.write(text, used);
    used += length;
    return length;
  };
  return {
    reused,
    append({ html, excerpt, ...facts }) {
      const slice = {
        at,
        html: add(html),
        excerpt: add(excerpt),
        facts: add(JSON.stringify(facts satisfies RenderedFacts)),
      };
      at += slice.html + slice.excerpt + slice.facts;
      return hasPicture(html, facts) ? { ...slice, picture: true } : slice;
    },
    size: () => at,
    close() {
      flush();
      closeSync(file);
    },
  };
}

/** Reads parts of the file; opens it once. */
export interface TextReader {
  html: (slice: RenderedSlice) => string;
  excerpt: (slice: RenderedSlice) => string;
  facts: (slice: RenderedSlice) => RenderedFacts;
  /** All three, in one reading. */
  post: (slice: RenderedSlice) => RenderedPost;
  /** Lets go of the file; a further read opens it again. */
  close: () => void;
}

export function createTextReader(folder: string): TextReader {
  let file: number | undefined;
  let room = Buffer.allocUnsafeSlow(1 << 16);
  // Good until the next are read.
  const bytes = (at: number, length: number): Buffer => {
    file ??= openSync(join(folder, NAME), 'r');
    if (room.length < length) room = Buffer.allocUnsafeSlow(2 * length);
    readSync(file, room, 0, length, at);
    return room.subarray(0, length);
  };
  const read = (at: number, length: number): string => bytes(at, length).toString('utf8');
  return {
    html: (slice) => read(slice.at, slice.html),
    excerpt: (slice) => read(slice.at + slice.html, slice.excerpt),
    facts: (slice) => JSON.parse(read(slice.at + slice.html + slice.excerpt, slice.facts)) as RenderedFacts,
    post({ at, html, excerpt, facts }) {
      const all = bytes(at, html + excerpt + facts);
      return {
        html: all.toString('utf8', 0, html),
        excerpt: all.toString('utf8', html, html + excerpt),
        ...(JSON.parse(all.toString('utf8', html + excerpt)) as RenderedFacts),
      };
    },
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

/** Writes a file so that a reader sees the old one or the new one, never half of it. */
export function replaceFile(path: string, write: (temporary: string) => void): void {
  const temporary = `${path}.new`;
  write(temporary);
  renameSync(temporary, path);
}

/** With the blocks in their forms for feeds, as the sitemap reads the text. */
function hasPicture(html: string, { components }: RenderedFacts): boolean {
  return html.includes('<img') || components.some(({ feed }) => feed.includes('<img'));
}

/** Of UTF-8 for a unit of UTF-16. */
const MOST_BYTES = 3;
