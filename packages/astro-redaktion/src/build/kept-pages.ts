import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * The files of the last build, in one file beside the texts. `dist` itself would not do: other integrations
 * change what lies there, and hosts do not keep it.
 */
export interface KeptPages {
  /** What was written there, if it was under one of these keys; else `undefined`. Good until the next is read. */
  read: (file: string, keys: readonly string[]) => Buffer | undefined;
  /** Remembers what was written. */
  keep: (file: string, key: string, body: Buffer) => void;
  /** Forgets the files that were neither read nor kept, and puts the rest on disk. */
  close: () => void;
}

/**
 * Opens what the last build left.
 *
 * @param folder of the cache
 * @param salt stands for everything that all pages depend on; another one than the last build's forgets all
 */
export function openKeptPages(folder: string, salt: string): KeptPages {
  mkdirSync(folder, { recursive: true });
  const [pack, index] = [join(folder, 'pages.bin'), join(folder, 'pages.json')];
  const last = readIndex(index, salt);
  const old = last && existsSync(pack) ? openSync(pack, 'r') : undefined;
  const known = new Map(
    old !== undefined && last && fstatSync(old).size >= last.size ? Object.entries(last.files) : [],
  );
  const used = [...known.values()].reduce((sum, [, , length]) => sum + length, 0);
  // Written anew when half of it is of pages that have changed since.
  const anew = known.size === 0 || (last?.size ?? 0) > 2 * used + SLACK;
  const target = anew ? `${pack}.new` : pack;
  if (anew) rmSync(target, { force: true });
  const out = openSync(target, 'a');
  let at = fstatSync(out).size;
  const files: Record<string, Slice> = {};
  let room = Buffer.allocUnsafeSlow(1 << 18);
  // Many pages with one call of the system.
  const batch = Buffer.allocUnsafeSlow(BATCH);
  let held = 0;
  const flush = (): void => {
    if (held > 0) writeSync(out, batch, 0, held);
    held = 0;
  };
  const keep: KeptPages['keep'] = (file, key, body) => {
    if (held + body.length > BATCH) flush();
    if (body.length > BATCH) writeSync(out, body);
    else held += body.copy(batch, held);
    files[file] = [key, at, body.length];
    at += body.length;
  };
  return {
    read(file, keys) {
      const slice = known.get(file);
      if (old === undefined || !slice || !keys.includes(slice[0])) return undefined;
      const [key, start, length] = slice;
      if (room.length < length) room = Buffer.allocUnsafeSlow(2 * length);
      const body = room.subarray(0, length);
      if (readSync(old, body, 0, length, start) !== length) return undefined;
      if (anew) keep(file, key, body);
      else files[file] = slice;
      return body;
    },
    keep,
    close() {
      flush();
      closeSync(out);
      if (old !== undefined) closeSync(old);
      if (anew) renameSync(target, pack);
      writeFileSync(`${index}.new`, JSON.stringify({ salt, size: at, files } satisfies Index));
      renameSync(`${index}.new`, index);
    },
  };
}

/** Forgets every page. */
export function forgetPages(folder: string): void {
  rmSync(join(folder, 'pages.json'), { force: true });
}

/** Bytes of pages that have changed that are not worth a new file. */
const SLACK = 1 << 20;
const BATCH = 1 << 20;

/** Key, first byte, bytes. */
type Slice = [key: string, at: number, length: number];

interface Index {
  salt: string;
  /** Of the pack, bytes. */
  size: number;
  files: Record<string, Slice>;
}

function readIndex(path: string, salt: string): Index | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const index = JSON.parse(readFileSync(path, 'utf8')) as Index;
    return index.salt === salt ? index : undefined;
  } catch {
    // Half a file of an interrupted build: as good as none.
    return undefined;
  }
}
