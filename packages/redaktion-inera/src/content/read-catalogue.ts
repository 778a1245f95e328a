import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CatalogueHead, LocatedEntry, Problem } from '../types.ts';
import { catalogueSchema } from './schema.ts';
import { schemaProblems } from './schema-problems.ts';
import type { Draft } from './service-draft.ts';
import { addToDraft, finishDraft } from './service-draft.ts';
import type { NamedFile } from './yaml-file.ts';
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
}

/**
 * Reads `catalogue.yml` and `services/*.yml` of each folder (absolute paths). Later folders change earlier ones: a file
 * for a known id replaces the fields it names (`null` takes one away), one with `hidden: true` hides the service, one
 * for a new id adds it. The last `catalogue.yml` counts.
 */
export function readCatalogue(folders: readonly string[], { root }: ReadOptions): CatalogueFiles {
  const problems: Problem[] = [];
  const drafts = new Map<string, Draft>();
  let head: CatalogueHead | undefined;
  let heads = 0;
  for (const folder of folders) {
    const inFolder = folderFiles(folder, root, problems);
    for (const file of inFolder.map((path) => readFile(path, root))) {
      problems.push(...file.problems);
      if (file.name === 'catalogue') [head, heads] = [readHead(file, problems) ?? head, heads + 1];
      else if (file.problems.length === 0) problems.push(...addToDraft(drafts, file));
    }
  }
  if (heads === 0) problems.push(headMissing(folders, root));
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
  return { ...readYaml(readFileSync(path, 'utf8'), file), name: file.replace(/^.*\//, '').replace(/\.ya?ml$/, '') };
}

function readHead(file: NamedFile, problems: Problem[]): CatalogueHead | undefined {
  if (file.problems.length > 0) return undefined;
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
