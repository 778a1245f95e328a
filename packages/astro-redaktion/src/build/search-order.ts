import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { IndexFile } from 'pagefind';

/**
 * The files of an index with their lists in order. Pagefind 1.5 writes languages, filters, their values and ways to sort
 * as they come out of a hash table with a seed of its own, so that the same texts give other bytes, and names, each time.
 * Its files are gzipped CBOR (RFC 8949) behind twelve bytes that say so; what is not as we know it is left as it is.
 */
export function inOrder(files: readonly IndexFile[]): IndexFile[] {
  const names = new Map<string, string>();
  const filters = files.map((file) => (file.path.endsWith('.pf_filter') ? sorted(file, names, [1]) : file));
  const metas = filters.map((file) => (file.path.endsWith('.pf_meta') ? sorted(file, names, [3, 4]) : file));
  return metas.map((file) => (file.path === 'pagefind-entry.json' ? { ...file, content: entry(file, names) } : file));
}

/** A file with these of its lists in order, named by what it holds now. */
function sorted({ path, content }: IndexFile, names: Map<string, string>, lists: readonly number[]): IndexFile {
  const plain = gunzipSync(content);
  const root = readItem(plain, MAGIC.length);
  if (!plain.subarray(0, MAGIC.length).equals(MAGIC) || root?.end !== plain.length) return { path, content };
  for (const list of lists) root.items[list]?.items.sort((a, b) => a.all.compare(b.all));
  const text = Buffer.concat([MAGIC, bytesOf(root, names)]);
  const [, old = ''] = /([^/.]+)\.pf_\w+$/.exec(path) ?? [];
  const [, language = '', hash = ''] = /^(.*_)(\w+)$/.exec(old) ?? [];
  const name = `${language}${createHash('sha1').update(text).digest('hex').slice(0, hash.length)}`;
  names.set(old, name);
  return { path: path.replace(old, () => name), content: gzipSync(text) };
}

const MAGIC = Buffer.from('pagefind_dcd');

/** The list of languages, which point at the files of theirs. */
function entry({ content }: IndexFile, names: ReadonlyMap<string, string>): Uint8Array {
  const { languages, ...rest } = JSON.parse(Buffer.from(content).toString()) as Entry;
  const ordered = Object.entries(languages)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([language, facts]) => [language, { ...facts, hash: names.get(facts.hash) ?? facts.hash }]);
  return Buffer.from(JSON.stringify({ ...rest, languages: Object.fromEntries(ordered) }));
}

interface Entry {
  languages: Record<string, { hash: string }>;
}

/** An item of CBOR: all its bytes as they were read, those of its own, and what is inside it where it is a list. */
interface Item {
  all: Buffer;
  own: Buffer;
  items: Item[];
  end: number;
}

/** Reads numbers, texts and lists, which is all that these files have; `undefined` at anything else. */
function readItem(bytes: Buffer, start: number): Item | undefined {
  const first = bytes[start];
  if (first === undefined) return undefined;
  const [major, short] = [first >> 5, first & 31];
  if (short > 26) return undefined;
  const size = short < 24 ? 0 : 2 ** (short - 24);
  let end = start + 1 + size;
  if (end > bytes.length) return undefined;
  const count = size === 0 ? short : bytes.readUIntBE(start + 1, size);
  if (major === TEXT) end += count;
  else if (major !== LIST && major > NEGATIVE) return undefined;
  const own = bytes.subarray(start, end);
  const items: Item[] = [];
  for (let left = major === LIST ? count : 0; left > 0; left -= 1) {
    const item = readItem(bytes, end);
    if (!item) return undefined;
    items.push(item);
    end = item.end;
  }
  return { all: bytes.subarray(start, end), own, items, end };
}

/** Major types of CBOR. */
const NEGATIVE = 1;
const TEXT = 3;
const LIST = 4;

/** The bytes of an item, with the new names of files: as long as the old, so that no length changes. */
function bytesOf({ own, items }: Item, names: ReadonlyMap<string, string>): Buffer {
  const name = own[0] !== undefined && own[0] >> 5 === TEXT ? names.get(own.toString('utf8', 1)) : undefined;
  const head = name === undefined ? own : Buffer.concat([own.subarray(0, 1), Buffer.from(name)]);
  return items.length === 0 ? head : Buffer.concat([head, ...items.map((item) => bytesOf(item, names))]);
}
