import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import type { BlockFiles, DataFile } from '../../block.ts';
import { nearest } from '../../model/nearest.ts';
import type { JekyllSite } from '../jekyll-site.ts';
import { readInside } from '../jekyll/liquid/files.ts';
import { readRows } from '../jekyll/liquid/csv.ts';
import { parseYaml } from '../jekyll/yaml.ts';

/** Folders that blocks read, as absolute paths. */
export interface BlockFolders {
  /** The Astro project. */
  project: string;
  /** The Jekyll site, or the project. */
  root: string;
  /** The data folder, below `root`. */
  dataDir: string;
  public: string;
}

/** The folders of a site. */
export function blockFolders(
  { root, config }: JekyllSite,
  astro: Pick<AstroConfig, 'root' | 'publicDir'>,
): BlockFolders {
  return {
    project: fileURLToPath(astro.root),
    root: fileURLToPath(root),
    dataDir: config.dataDir,
    public: fileURLToPath(astro.publicDir),
  };
}

/**
 * Makes the door to files that blocks have.
 *
 * @param used is told each file that was read, by its path from `root`
 */
export function createBlockFiles(folders: BlockFolders, used: (file: string) => void): BlockFiles {
  const { project, root, dataDir } = folders;
  return {
    data(name) {
      const path = posix.join(dataDir, name);
      used(path);
      const read = readInside(join(root, dataDir), name);
      if (read.kind !== 'text') throw new Error(missing(path, read.kind, join(root, dataDir)));
      return parse(path, read.text);
    },
    text(path) {
      used(relative(root, join(project, path)).replaceAll('\\', '/'));
      const read = readInside(project, path);
      if (read.kind !== 'text') throw new Error(missing(path, read.kind, dirname(join(project, path))));
      return read.text;
    },
    async publish(path, make) {
      const file = join(folders.public, path);
      if (existsSync(file)) return path;
      const bytes = await make();
      if (!bytes) return undefined;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
      return path;
    },
  };
}

/** For components of a page, where no post is to hang on the file. */
export function pageFiles(folders: BlockFolders): BlockFiles {
  return createBlockFiles(folders, () => {});
}

function missing(path: string, kind: 'missing' | 'outside', folder: string): string {
  if (kind === 'outside') return `${path} leads out of its folder`;
  const near = existsSync(folder) ? nearest(posix.basename(path), readdirSync(folder)) : undefined;
  return `there is no file ${path}${near ? `; did you mean ${posix.join(posix.dirname(path), near)}?` : ''}`;
}

function parse(path: string, text: string): DataFile {
  const ending = extname(path);
  if (ending === '.csv' || ending === '.tsv') {
    const rows = readRows(text, ending === '.tsv' ? '\t' : separatorOf(text));
    return {
      path,
      value: rows.map(({ cells }) => cells.map((cell) => cell ?? '')),
      lines: rows.map(({ line }) => line),
    };
  }
  if (!/^\.(?:json|ya?ml)$/.test(ending)) throw new Error(`${path} must end in .csv, .tsv, .json, .yml or .yaml`);
  const { value, fault } = parseYaml(text);
  if (fault) throw new Error(`${path}:${fault.line} cannot be read: ${fault.message}`);
  return { path, value: JSON.parse(JSON.stringify(value ?? null)) as unknown };
}

/** Where decimals have commas, spreadsheets part cells with semicolons. */
function separatorOf(text: string): string {
  const [heads = ''] = text.split('\n', 1);
  return heads.includes(';') ? ';' : ',';
}
