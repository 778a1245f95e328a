import type { z } from 'astro/zod';
import type { Problem } from '../types.ts';
import { quoteValue } from './quote-value.ts';
import { problemsError } from './report.ts';
import { optionsSchema, type ParsedOptions } from './schema.ts';
import { nearest } from './suggest.ts';

/**
 * Checks the options of `redaktion()` and fills in their defaults.
 *
 * @throws one error that lists every unknown key and wrong value.
 */
export function parseOptions(options: unknown): ParsedOptions {
  const result = optionsSchema.safeParse(options ?? {});
  if (result.success) return result.data;
  throw problemsError(
    'The options of redaktion() are not valid',
    result.error.issues.flatMap((issue) => issueToProblems(issue, options)),
  );
}

function issueToProblems(issue: z.core.$ZodIssue, options: unknown): Problem[] {
  const at = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(key, { at, path: issue.path }));
  }
  if (issue.code === 'invalid_key')
    return [problem('wrong-option', `option \`${at}\`: the key ${issue.issues[0]?.message ?? issue.message}.`)];
  const value = valueAt(options, issue.path);
  const got = value === undefined ? 'it is missing' : `it is ${quoteValue(value)}`;
  return [problem('wrong-option', `option \`${at || 'redaktion'}\`: ${issue.message}; ${got}.`)];
}

function unknownKey(key: string, place: { at: string; path: PropertyKey[] }): Problem {
  const known = knownKeys(place.path);
  const near = nearest(key, known);
  const name = place.at ? `${place.at}.${key}` : key;
  return problem(
    'unknown-option',
    `there is no option \`${name}\`.`,
    near ? `Did you mean \`${near}\`?` : `Options here: ${known.join(', ')}.`,
  );
}

/** Keys that the schema knows at a path; the options nest through objects with defaults alone. */
function knownKeys(path: PropertyKey[]): string[] {
  let schema: unknown = optionsSchema;
  for (const key of path) schema = shapeOf(schema)?.[String(key)];
  return Object.keys(shapeOf(schema) ?? {});
}

function shapeOf(schema: unknown): Record<string, unknown> | undefined {
  const inner = schema as { shape?: Record<string, unknown>; def?: { innerType?: unknown; element?: unknown } };
  if (!inner) return undefined;
  return inner.shape ?? shapeOf(inner.def?.innerType ?? inner.def?.element);
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);
}

function problem(code: string, message: string, fix?: string): Problem {
  return { code, severity: 'error', file: 'astro.config', message, ...(fix === undefined ? {} : { fix }) };
}
