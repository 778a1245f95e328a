import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest } from '../model/nearest.ts';
import type { Problem } from '../types.ts';

/** A file that an option names. */
export interface NamedFile {
  /** As the owner writes it: `components.Footer`. */
  option: string;
  /** As the owner wrote it. */
  path: string;
  url: URL;
}

/** A problem for each file that does not exist, with what lies there under nearly the same name. */
export function missingFiles(files: readonly NamedFile[], { code, fix }: { code: string; fix: string }): Problem[] {
  return files
    .filter(({ url }) => !existsSync(url))
    .map(({ option, path, url }) => ({
      code,
      severity: 'error',
      file: 'astro.config',
      message: `option \`${option}\`: there is no file ${JSON.stringify(path)}.`,
      fix: nearTo(url) ?? fix,
    }));
}

function nearTo(url: URL): string | undefined {
  const folder = new URL('.', url);
  const name = existsSync(folder) ? nearest(basename(fileURLToPath(url)), readdirSync(folder)) : undefined;
  return name === undefined ? undefined : `Did you mean \`${name}\`?`;
}
