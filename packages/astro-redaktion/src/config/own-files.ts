import { missingFiles, type NamedFile } from './missing-file.ts';
import { problemsError } from './report.ts';
import type { ParsedOptions } from './schema.ts';
import { ownerPath } from './specifier.ts';

/**
 * Looks for the components and style sheets that options name by path; what packages have is Vite's to find.
 *
 * @param root of the project, where relative paths start
 * @throws one error that names every file that does not exist
 */
export function requireOwnFiles(options: Pick<ParsedOptions, 'components' | 'slots' | 'styles'>, root: URL): void {
  const files = namedPaths(options).flatMap(([option, path]): NamedFile[] => {
    const url = ownerPath(path, root);
    return url instanceof URL ? [{ option, path, url }] : [];
  });
  const fix = 'Give the path of a file, relative to the project.';
  const problems = missingFiles(files, { code: 'file-missing', fix });
  if (problems.length > 0) throw problemsError('Files that options name are missing', problems);
}

function namedPaths({ components, slots, styles }: Parameters<typeof requireOwnFiles>[0]): [string, string][] {
  const added = Object.entries(slots).flatMap(([slot, additions]) =>
    (['before', 'after', 'around'] as const).flatMap((place) =>
      (additions?.[place] ?? []).map((path): [string, string] => [`slots.${slot}.${place}`, path]),
    ),
  );
  const filled = Object.entries(components).map(([slot, path]): [string, string] => [`components.${slot}`, path ?? '']);
  return [...filled, ...added, ...styles.map((path): [string, string] => ['styles', path])];
}
