import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MadeFile } from '../block.ts';
import type { Problem } from '../types.ts';

/** Files that blocks have made, kept from build to build by their path, which changes with what they hold. */
export interface MadeFiles {
  /** Whether all of these are there. */
  has: (paths: readonly string[] | undefined) => boolean;
  /** Makes those that are not there. What goes wrong is a problem of the post's. */
  keep: (files: readonly MadeFile[], post: string) => Promise<Problem[]>;
  /** Forgets all but these. */
  only: (wanted: ReadonlySet<string>) => void;
}

/** @param store folder that stays between builds */
export function openMadeFiles(store: URL): MadeFiles {
  const folder = fileURLToPath(madeFolder(store));
  const place = (path: string): string => join(folder, path);
  return {
    has: (paths) => paths?.every((path) => existsSync(place(path))) ?? true,
    async keep(files, post) {
      const problems: Problem[] = [];
      for (const { path, make } of files) {
        if (existsSync(place(path))) continue;
        try {
          const content = await make();
          mkdirSync(dirname(place(path)), { recursive: true });
          writeFileSync(`${place(path)}.new`, content);
          renameSync(`${place(path)}.new`, place(path));
        } catch (error) {
          problems.push(notMade(path, error, post));
        }
      }
      return problems;
    },
    only(wanted) {
      if (!existsSync(folder)) return;
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        const file = join(entry.parentPath, entry.name);
        if (entry.isFile() && !wanted.has(relative(folder, file).replaceAll('\\', '/'))) rmSync(file);
      }
    },
  };
}

/** Where they lie. */
export function madeFolder(store: URL): URL {
  return new URL('./files/', store);
}

function notMade(path: string, error: unknown, file: string): Problem {
  return {
    code: 'block-file',
    severity: 'error',
    file,
    message: `a block's file ${path} cannot be made: ${error instanceof Error ? error.message : String(error)}.`,
    fix: 'Correct `files` of the block.',
  };
}
