import type { z } from 'astro/zod';
import { nearest } from '../model/nearest.ts';
import type { Problem } from '../types.ts';
import { serviceJsonSchema } from './json-schema.ts';
import type { YamlFile } from './yaml-file.ts';

export interface SchemaContext {
  /** What was checked. */
  value: unknown;
  /** The file that gave a top-level field. */
  fileOf: (key: PropertyKey | undefined) => YamlFile;
  /** The subject of each message. */
  what: string;
}

/** What a schema found, as problems with file, line and column, quoting the value. */
export function schemaProblems(error: z.ZodError, context: SchemaContext): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    const { path } = issue;
    const file = context.fileOf(path[0]);
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, context));
    const value = valueAt(context.value, path);
    const field = path.length > 0 ? path.map(String).join('.') : 'the whole';
    if (value === undefined)
      return [
        {
          code: 'field-missing',
          severity: 'error',
          ...file.at(path),
          message: `${context.what} has no ${field}.`,
          fix: `Add ${field}.`,
        },
      ];
    return [
      {
        code: 'field-invalid',
        severity: 'error',
        ...file.at(path),
        message: `${context.what} has ${field}: ${quote(value)}: ${lowerFirst(issue.message)}.`,
        fix: 'Correct the value; the README beside the data says what each field may hold.',
      },
    ];
  });
}

function unknownKey(key: string, path: readonly PropertyKey[], context: SchemaContext): Problem {
  const known = path.length === 0 ? Object.keys(serviceJsonSchema()['properties'] ?? {}) : [];
  const near = nearest(key, known);
  return {
    code: 'field-unknown',
    severity: 'error',
    ...context.fileOf(path[0] ?? key).keyAt(path, key),
    message: `${context.what} has a field "${[...path.map(String), key].join('.')}", which is not known.`,
    fix: near === undefined ? 'Take it away, or correct its name.' : `Did you mean "${near}"?`,
  };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
}
