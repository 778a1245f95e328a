import type { Dirent } from 'node:fs';
import { readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { compareCodePoints } from '../../../model/code-points.ts';
import type { YamlFault } from '../yaml.ts';
import { parseYaml } from '../yaml.ts';
import { parseCsv } from './csv.ts';
import { getter, once } from './documents.ts';
import { Fault } from './fault.ts';
import { readInside } from './files.ts';
import type { LiquidSite } from './types.ts';
import { fromYaml } from './value.ts';

// Jekyll's order: a later ending wins over an earlier one of the same name.
const endings = ['.yaml', '.yml', '.json', '.csv', '.tsv'];

/** `site.data`: each file is read when a template first asks for it. */
export function readData(source: DataSource): Record<string, unknown> {
  return readFolder(source, source.site.dataDir ?? '_data');
}

function readFolder(source: DataSource, folder: string): Record<string, unknown> {
  const data: Record<string, unknown> = Object.create(null);
  const entries = listFolder(source.site.root, folder);
  for (const ending of endings) {
    for (const { name } of entries.filter((entry) => entry.isFile() && posix.extname(entry.name) === ending)) {
      const path = posix.join(folder, name);
      const read = once(() => readFile(source, path));
      getter(data, keyOf(posix.basename(name, ending)), () => {
        source.used(path);
        return read();
      });
    }
  }
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    const path = posix.join(folder, name);
    const read = once(() => readFolder(source, path));
    getter(data, keyOf(name), () => {
      source.used(`${path}/`);
      return read();
    });
  }
  return data;
}

/** Files and folders themselves; links are passed over, as in Jekyll. */
function listFolder(root: string, folder: string): Dirent[] {
  try {
    return readdirSync(posix.join(root, folder), { withFileTypes: true }).sort((a, b) =>
      compareCodePoints(a.name, b.name),
    );
  } catch {
    return []; // A site without data files.
  }
}

/** Jekyll's `sanitize_filename`: `two.words` becomes `twowords`, spaces become `_`. */
function keyOf(name: string): string {
  return name
    .replace(/[^\w\s-]+/g, '')
    .trim()
    .replace(/\s+/g, '_');
}

function readFile(source: DataSource, path: string): unknown {
  const { root, timeZone } = source.site;
  const read = readInside(root, path);
  if (read.kind !== 'text') return null;
  const ending = posix.extname(path);
  if (ending === '.csv') return parseCsv(read.text, ',');
  if (ending === '.tsv') return parseCsv(read.text, '\t');
  const json = ending === '.json' ? parseJson(read.text) : undefined;
  if (json) return fromYaml(json.value, timeZone);
  const yaml = parseYaml(read.text);
  if (yaml.fault) source.broken(brokenFile(path, yaml.fault));
  return yaml.fault ? null : fromYaml(yaml.value, timeZone);
}

/** Jekyll reads JSON as YAML, which allows comments and trailing commas: what is no plain JSON is left to that. */
function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function brokenFile(path: string, { message, line, quoted }: YamlFault): Fault {
  return new Fault({
    code: 'liquid-data',
    message: `The data file ${path} cannot be read: ${message} on line ${line}, "${quoted}".`,
    fix: 'Correct the data file.',
  });
}

export interface DataSource {
  site: LiquidSite;
  /** A file was read, or (with `/` at its end) a folder's names. */
  used: (path: string) => void;
  broken: (fault: Fault) => void;
}
