import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { CatalogueHead, LocatedEntry, Problem } from '../types.ts';
import { codeFile } from './code-file.ts';
import { catalogueSchema } from './schema.ts';
import { schemaProblems } from './schema-problems.ts';
import type { Draft } from './service-draft.ts';
import { addToDraft, finishDraft } from './service-draft.ts';
import type { NamedFile, YamlFile } from './yaml-file.ts';
import { readYaml } from './yaml-file.ts';

/** What the folders of a catalogue hold. Where something is wrong, `problems` says so and the rest is still read. */
export interface CatalogueFiles {
  /** Undefined if no folder has a `catalogue.yml` that can be used. */
  head: CatalogueHead | undefined;
  entries: LocatedEntry[];
  /** Ids that a file hides with `hidden: true`. */
  hidden: string[];
  problems: Problem[];
}

export interface ReadOptions {
  /** Absolute path; problems name files relative to it. */
  root: string;
  /** What stands in code instead of files, and has the last word. */
  head?: Partial<CatalogueHead> | undefined;
  services?: readonly { id: string }[];
}

/**
 * Reads `catalogue.yml` and `services/*.yml` of each folder (absolute paths). Later folders change earlier ones: a file
 * for a known id replaces the fields it names (`null` takes one away), one with `hidden: true` hides the service, one
 * for a new id adds it. The last `catalogue.yml` counts.
 */
export function readCatalogue(folders: readonly string[], { root, ...code }: ReadOptions): CatalogueFiles {
  const problems: Problem[] = [];
  const drafts = new Map<string, Draft>();
  const files = folders.flatMap((folder) => folderFiles(folder, root, problems).map((path) => readFile(path, root)));
  let headFile: NamedFile | undefined;
  for (const file of [...files, ...(code.services ?? []).map((service) => codeFile(service.id, service))]) {
    problems.push(...file.problems);
    if (file.isHead) headFile = file;
    else if (file.problems.length === 0) problems.push(...addToDraft(drafts, file));
  }
  const head = headOf(headFile, code.head, problems);
  if (!headFile && !code.head) problems.push(headMissing(folders, root));
  const finished = [...drafts.values()].map((draft) => finishDraft(draft));
  return {
    head,
    entries: finished.flatMap(({ entry }) => entry ?? []),
    hidden: [...drafts].filter(([, draft]) => draft.hidden).map(([id]) => id),
    problems: [...problems, ...finished.flatMap((each) => each.problems)],
  };
}

function folderFiles(folder: string, root: string, problems: Problem[]): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    problems.push({
      code: 'catalogue-folder-missing',
      severity: 'error',
      file: pathFrom(root, folder),
      message: `There is no folder ${pathFrom(root, folder)}.`,
      fix: 'Make the folder with a `services` folder in it, or correct the path in the options.',
    });
    return [];
  }
  const services = join(folder, 'services');
  const inside = statSync(services, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(services) : [];
  const yaml = inside
    .filter((name) => /\.ya?ml$/.test(name))
    .toSorted()
    .map((name) => join(services, name));
  const head = join(folder, 'catalogue.yml');
  return statSync(head, { throwIfNoEntry: false }) ? [head, ...yaml] : yaml;
}

function readFile(path: string, root: string): NamedFile {
  const file = pathFrom(root, path);
  const name = basename(path).replace(/\.ya?ml$/, '');
  // A service may be called `catalogue`.
  return { ...readYaml(readFileSync(path, 'utf8'), file), name, isHead: basename(dirname(path)) !== 'services' };
}

/** What the file says, changed by what stands in code. */
function headOf(
  own: NamedFile | undefined,
  code: Partial<CatalogueHead> | undefined,
  problems: Problem[],
): CatalogueHead | undefined {
  if (own && own.problems.length > 0) return undefined;
  if (!own && !code) return undefined;
  const said = typeof own?.value === 'object' ? own.value : {};
  const file: YamlFile = { ...(own ?? codeFile('head', {})), value: own && !code ? own.value : { ...said, ...code } };
  const result = catalogueSchema.safeParse(file.value);
  if (!result.success)
    problems.push(...schemaProblems(result.error, { value: file.value, fileOf: () => file, what: 'The catalogue' }));
  return result.data;
}

function headMissing(folders: readonly string[], root: string): Problem {
  const folder = pathFrom(root, folders.at(-1) ?? root);
  return {
    code: 'catalogue-head-missing',
    severity: 'error',
    file: `${folder}/catalogue.yml`,
    message: 'No folder of the catalogue has a catalogue.yml.',
    fix: `Write ${folder}/catalogue.yml with id, title, categories, kinds, audiences and access.`,
  };
}

function pathFrom(root: string, path: string): string {
  return relative(root, path).replaceAll('\\', '/') || '.';
}
