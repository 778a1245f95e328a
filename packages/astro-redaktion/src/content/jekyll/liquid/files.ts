import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * Reads a text file that lies in a folder, symbolic links followed and judged by where they lead.
 *
 * @returns the text without byte order mark; `missing`; or `outside` for a link that leads out of the folder.
 */
export function readInside(folder: string, name: string): FileRead {
  const path = join(folder, name);
  try {
    if (!isInside(realpathSync(folder), realpathSync(path))) return { kind: 'outside' };
    if (!statSync(path).isFile()) return { kind: 'missing' };
    return { kind: 'text', text: readFileSync(path, 'utf8').replace(/^\uFEFF/, '') };
  } catch (error) {
    if (isMissing(error)) return { kind: 'missing' };
    throw error;
  }
}

export type FileRead = { kind: 'text'; text: string } | { kind: 'missing' } | { kind: 'outside' };

function isInside(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** No such file: by name, by a file where a folder should be, by a name too long, or by a loop of links. */
function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE'].includes(code);
}
