import type { LocatedEntry, Problem } from '../types.ts';
import { serviceSchema } from './schema.ts';
import { schemaProblems } from './schema-problems.ts';
import type { NamedFile } from './yaml-file.ts';

/** One service as gathered from the files that speak of it, before its fields are checked. */
export interface Draft {
  id: string;
  /** The file that first spoke of it. */
  file: NamedFile;
  /** Each field, and the file that had the last word on it. */
  fields: Map<string, { value: unknown; file: NamedFile }>;
  hidden: boolean;
}

/** Adds what a file says of a service to what is known of it. */
export function addToDraft(drafts: Map<string, Draft>, file: NamedFile): Problem[] {
  if (typeof file.value !== 'object' || file.value === null || Array.isArray(file.value)) {
    return [
      {
        code: 'service-not-a-map',
        severity: 'error',
        ...file.at([]),
        message: 'The file is empty or not a list of fields.',
        fix: 'Begin it with "id: …" and "name: …".',
      },
    ];
  }
  const { hidden, ...given } = file.value as Record<string, unknown>;
  const id = typeof given['id'] === 'string' ? given['id'] : file.name;
  const draft = drafts.get(id) ?? { id, file, fields: new Map(), hidden: false };
  drafts.set(id, draft);
  draft.hidden = hidden === undefined ? draft.hidden : hidden === true;
  for (const [key, value] of Object.entries({ ...given, id })) {
    if (value === null) draft.fields.delete(key);
    else draft.fields.set(key, { value, file });
  }
  return id === file.name
    ? []
    : [
        {
          code: 'service-file-name',
          severity: 'error',
          ...file.at(['id']),
          message: `The file ${file.name}.yml has the id "${id}".`,
          fix: `Name the file ${id}.yml, so that it can be found.`,
        },
      ];
}

/** The entry, or what is wrong with it. Hidden ones are not checked. */
export function finishDraft(draft: Draft): { entry?: LocatedEntry; problems: Problem[] } {
  if (draft.hidden) return { problems: [] };
  const value = Object.fromEntries([...draft.fields].map(([key, field]) => [key, field.value]));
  const fileOf = (key: PropertyKey | undefined): NamedFile => draft.fields.get(String(key))?.file ?? draft.file;
  const result = serviceSchema.safeParse(value);
  if (!result.success) return { problems: schemaProblems(result.error, { value, fileOf, what: `"${draft.id}"` }) };
  return { entry: { data: result.data, at: (...path) => fileOf(path[0]).at(path) }, problems: [] };
}
