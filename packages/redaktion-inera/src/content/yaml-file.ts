import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { Place, Problem } from '../types.ts';

/** A YAML file, read: its value, and the place of anything in it. */
export interface YamlFile {
  value: unknown;
  problems: Problem[];
  /** The place of the value at a path; of its key where `key` is asked for; of the nearest thing around it, if absent. */
  at: (path: readonly PropertyKey[]) => Place;
  keyAt: (path: readonly PropertyKey[], key: string) => Place;
}

/** A YAML file and its name without folder and ending; `isHead`: it speaks of the catalogue as a whole. */
export type NamedFile = YamlFile & { name: string; isHead?: boolean };

/** Reads YAML 1.2. Days stay strings. Faults of syntax become problems with line and column. */
export function readYaml(text: string, file: string): YamlFile {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core' });
  const place = (offset: number | undefined): Place => {
    if (offset === undefined) return { file, line: 1, column: 1 };
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const problems = doc.errors.map(
    (error): Problem => ({
      code: 'yaml-syntax',
      severity: 'error',
      ...place(error.pos[0]),
      message: `The file is not YAML: ${error.message}.`,
      fix: 'Mind the indentation, and put texts with ": " or " #" in them within quotes.',
    }),
  );
  return {
    value: problems.length > 0 ? undefined : doc.toJS({ maxAliasCount: 20 }),
    problems,
    at: (path) => place(offsetOf(doc, path)),
    keyAt: (path, key) => place(keyOffset(doc, path, key) ?? offsetOf(doc, path)),
  };
}

function offsetOf(doc: Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const found = doc.getIn(path.slice(0, length), true);
    if (isNode(found) && found.range) return found.range[0];
  }
  return doc.contents?.range[0];
}

function keyOffset(doc: Document.Parsed, path: readonly PropertyKey[], key: string): number | undefined {
  const map = path.length > 0 ? doc.getIn(path, true) : doc.contents;
  if (!isMap(map)) return undefined;
  const pair = map.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key);
  return pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
}
