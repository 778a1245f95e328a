import type { NamedFile } from './yaml-file.ts';

/** What stands in code, in the shape of a file; its place is its name. */
export function codeFile(name: string, value: unknown): NamedFile {
  const place = { file: `defineCatalogue(): ${name}` };
  return { name, value, problems: [], at: () => place, keyAt: () => place };
}
