import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { z } from 'astro/zod';
import { nearest } from '../model/nearest.ts';
import type { Guide, Problem, TermEntry } from '../types.ts';
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

/** Reads `terms.yml` and `guides/*.yml` of each folder (absolute paths). `ids` are those of the services there are. */
export function readExtras(
  folders: readonly string[],
  { root, ids }: { root: string; ids: readonly string[] },
): CatalogueExtras {
  const problems: Problem[] = [];
  const terms = new Map<string, TermEntry>();
  const guides = new Map<string, Guide>();
  for (const folder of folders) {
    for (const file of yamlFiles(folder, 'terms.yml', root)) {
      const read = parse(termsSchema, file, problems) ?? [];
      problems.push(
        ...unknownServices(
          file,
          read.map(({ services }, index) => ({ services, path: [index, 'services'] })),
          ids,
        ),
      );
      for (const term of read) terms.set(term.short, term);
    }
    for (const file of yamlFiles(folder, 'guides', root)) {
      const guide = parse(guideSchema, file, problems);
      const steps = guide?.steps ?? [];
      problems.push(
        ...unknownServices(
          file,
          steps.map(({ services }, index) => ({ services, path: ['steps', index, 'services'] })),
          ids,
        ),
      );
      if (guide) guides.set(guide.id, guide);
    }
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
