import { missingFiles } from './missing-file.ts';
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
  const option = 'sharePictures.fonts';
  const files = paths.map((path) => ({ option, path, url: fileUrl(path.replace(/^\/+/, './'), root) }));
  const fix = 'Give the path of a font file, relative to the project.';
  const problems = missingFiles(files, { code: 'font-missing', fix });
  if (problems.length > 0) throw problemsError('The fonts of share pictures cannot be read', problems);
  return files.map(({ url }) => url);
}
