import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { z } from 'astro/zod';
import { nearest } from '../model/nearest.ts';
import type { Guide, Problem, TermEntry } from '../types.ts';
import { codeFile } from './code-file.ts';
import { guideSchema, termsSchema } from './extras-schema.ts';
import { schemaProblems } from './schema-problems.ts';
import type { YamlFile } from './yaml-file.ts';
import { readYaml } from './yaml-file.ts';

/** What stands beside the services in a catalogue's folders. */
export interface CatalogueExtras {
  /** Of `terms.yml`; of a later folder where both have the same short form. */
  terms: TermEntry[];
  /** Of `guides/*.yml`, by id; a later folder's replaces an earlier one's. */
  guides: Map<string, Guide>;
  problems: Problem[];
}

export interface ExtrasOptions {
  /** Absolute path; problems name files relative to it. */
  root: string;
  /** Of the services there are. */
  ids: readonly string[];
  /** Of services that are hidden: to name one is no fault. Default: none. */
  hidden?: readonly string[];
  /** What stands in code instead of files, and has the last word. Default: nothing. */
  terms?: readonly TermEntry[];
  guides?: readonly Guide[];
}

/** Reads `terms.yml` and `guides/*.yml` of each folder (absolute paths). */
export function readExtras(folders: readonly string[], options: ExtrasOptions): CatalogueExtras {
  const { root } = options;
  const ids = [...options.ids, ...(options.hidden ?? [])];
  const problems: Problem[] = [];
  const terms = new Map<string, TermEntry>();
  const guides = new Map<string, Guide>();
  const files = (name: string): YamlFile[] => folders.flatMap((folder) => yamlFiles(folder, name, root));
  const inCode = options.terms?.length ? [codeFile('terms', options.terms)] : [];
  for (const file of [...files('terms.yml'), ...inCode]) {
    const read = parse(termsSchema, file, problems) ?? [];
    const lists = read.map(({ services }, index) => ({ services, path: [index, 'services'] }));
    problems.push(...unknownServices(file, lists, ids));
    for (const term of read) terms.set(term.short, term);
  }
  for (const file of [...files('guides'), ...(options.guides ?? []).map((guide) => codeFile(guide.id, guide))]) {
    const guide = parse(guideSchema, file, problems);
    const lists = (guide?.steps ?? []).map(({ services }, index) => ({ services, path: ['steps', index, 'services'] }));
    problems.push(...unknownServices(file, lists, ids));
    if (guide) guides.set(guide.id, guide);
  }
  return { terms: [...terms.values()], guides, problems };
}

/** One file, or all YAML files of a folder; none if there is no such thing. */
function yamlFiles(folder: string, name: string, root: string): YamlFile[] {
  const path = join(folder, name);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  const paths = stat.isDirectory()
    ? readdirSync(path)
        .filter((each) => /\.ya?ml$/.test(each))
        .toSorted()
        .map((each) => join(path, each))
    : [path];
  return paths.map((each) => readYaml(readFileSync(each, 'utf8'), relative(root, each).replaceAll('\\', '/')));
}

function parse<T>(schema: z.ZodType<T>, file: YamlFile, problems: Problem[]): T | undefined {
  problems.push(...file.problems);
  if (file.problems.length > 0) return undefined;
  const result = schema.safeParse(file.value);
  if (!result.success)
    problems.push(...schemaProblems(result.error, { value: file.value, fileOf: () => file, what: 'The file' }));
  return result.data;
}

function unknownServices(
  file: YamlFile,
  lists: readonly { services: readonly string[]; path: readonly (string | number)[] }[],
  ids: readonly string[],
): Problem[] {
  return lists.flatMap(({ services, path }) =>
    services.flatMap((id, index): Problem[] => {
      if (ids.includes(id)) return [];
      const near = nearest(id, ids);
      return [
        {
          code: 'service-unknown',
          severity: 'error',
          ...file.at([...path, index]),
          message: `No service has the id "${id}".`,
          fix: near === undefined ? 'Add the service, or take the word away.' : `Did you mean "${near}"?`,
        },
      ];
    }),
  );
}
