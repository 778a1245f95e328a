import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest } from '../model/nearest.ts';
import { problemsError } from './report.ts';
import type { ParsedOptions } from './schema.ts';
import { fileUrl } from './specifier.ts';

/**
 * The files of `sharePictures.fonts`.
 *
 * @param root of the project, where relative paths start
 * @throws one error that names every file that does not exist
 */
export function ownFonts({ sharePictures }: Pick<ParsedOptions, 'sharePictures'>, root: URL): URL[] {
  const paths = typeof sharePictures === 'object' ? sharePictures.fonts : [];
  const files = paths.map((path) => ({ path, url: fileUrl(path.replace(/^\/+/, './'), root) }));
  const missing = files.filter(({ url }) => !existsSync(url));
  if (missing.length > 0) {
    const problems = missing.map(({ path, url }) => ({
      code: 'font-missing',
      severity: 'error' as const,
      file: 'astro.config',
      message: `option \`sharePictures.fonts\`: there is no file ${JSON.stringify(path)}.`,
      fix: nearTo(url) ?? 'Give the path of a font file, relative to the project.',
    }));
    throw problemsError('The fonts of share pictures cannot be read', problems);
  }
  return files.map(({ url }) => url);
}

function nearTo(url: URL): string | undefined {
  const folder = new URL('.', url);
  const name = existsSync(folder) ? nearest(basename(fileURLToPath(url)), readdirSync(folder)) : undefined;
  return name === undefined ? undefined : `Did you mean \`${name}\`?`;
}
