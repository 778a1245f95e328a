import type { z } from 'astro/zod';
import { quoteValue } from '../../config/quote-value.ts';
import { nearest } from '../../config/suggest.ts';
import type { Problem } from '../../types.ts';
import { isMap } from '../fields.ts';
import { type PlacedYaml, readPlacedYaml } from './placed-yaml.ts';

/** A record of a registry, checked. */
export interface RegistryEntry<T> {
  key: string;
  value: T;
  /** 1-based. */
  line: number;
  /** 1-based lines of its keys. */
  lines: Record<string, number>;
}

/** What decides how a file is read. */
export interface RegistrySetup<T> {
  /** `tags`, as the option `registries` calls it. */
  kind: string;
  /** Path as the owner knows it. */
  file: string;
  schema: z.ZodType<T> & { shape: Record<string, unknown> };
  /** The field that a plain text stands for. */
  name: string;
}

/**
 * Takes a registry file apart: a map (key → record, or a text that is its name) or a list of records or texts.
 * Wrong records are left out and told of, each with its line.
 */
export function readEntries<T>(
  text: string,
  setup: RegistrySetup<T>,
): { entries: RegistryEntry<T>[]; problems: Problem[] } {
  const yaml = readPlacedYaml(text);
  if (yaml.fault) return { entries: [], problems: [broken(yaml.fault, setup)] };
  const raw = rawEntries(yaml, setup);
  if (!raw) return { entries: [], problems: [wrongShape(yaml.value, setup)] };
  const problems: Problem[] = [];
  const entries = raw.flatMap((entry) => {
    const result = setup.schema.safeParse(entry.value);
    if (!result.success) {
      problems.push(...result.error.issues.flatMap((issue) => issueProblems(issue, { entry, yaml, setup })));
      return [];
    }
    problems.push(...nearMisses(entry, { yaml, setup }));
    const lines = Object.keys(entry.value).map((field) => [field, yaml.lineBelow(entry.line, [field])] as const);
    return [{ key: entry.key, line: entry.line, lines: Object.fromEntries(lines), value: result.data }];
  });
  return { entries, problems };
}

interface RawEntry {
  key: string;
  line: number;
  value: Record<string, unknown>;
}

function rawEntries(
  { value, lineOf, lineBelow }: PlacedYaml,
  { name }: RegistrySetup<unknown>,
): RawEntry[] | undefined {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) {
    const list = value.map((item: unknown, index): RawEntry | undefined => {
      const { key, ...record } = isMap(item) ? item : { [name]: item };
      const own = key ?? record[name];
      if (!isName(own)) return undefined;
      return { key: String(own), line: lineOf(item) ?? (lineOf(value) ?? 1) + index, value: record };
    });
    return list.every((item) => item !== undefined) ? list : undefined;
  }
  if (!isMap(value)) return undefined;
  const list = Object.entries(value).map(([key, item]): RawEntry | undefined => {
    const record = isName(item) ? { [name]: item } : (item ?? {});
    return isMap(record) ? { key, line: lineOf(item) ?? lineBelow(1, [key]), value: record } : undefined;
  });
  return list.every((item) => item !== undefined) ? list : undefined;
}

interface At {
  yaml: PlacedYaml;
  setup: RegistrySetup<unknown>;
}

function issueProblems(issue: z.core.$ZodIssue, { entry, yaml, setup }: At & { entry: RawEntry }): Problem[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownField([...path, key], { entry, yaml, setup }));
  const value = path.reduce<unknown>((inner, key) => (isMap(inner) ? inner[key] : undefined), entry.value);
  return [
    {
      code: 'registry-wrong-value',
      severity: 'error',
      file: setup.file,
      line: yaml.lineBelow(entry.line, path),
      message: `\`${path.join('.')}\` of \`${entry.key}\` ${messageOf(issue)}; it is ${value == null ? 'empty' : quoteValue(value)}.`,
      ...(value == null
        ? { fix: 'A `#` begins a comment in YAML: put the value in quotation marks, or take the line away.' }
        : {}),
    },
  ];
}

/** A union answers with its own sentence; the branches' would say the same thing twice. */
function messageOf(issue: z.core.$ZodIssue): string {
  return issue.message.startsWith('must') ? issue.message : 'has the wrong type';
}

function unknownField(path: string[], { entry, yaml, setup }: At & { entry: RawEntry }): Problem {
  const known = Object.keys(setup.schema.shape);
  const near = nearest(path.at(-1) ?? '', known);
  return {
    code: 'registry-unknown-field',
    severity: 'error',
    file: setup.file,
    line: yaml.lineBelow(entry.line, path),
    message: `\`${entry.key}\` has a field \`${path.join('.')}\`, which is not known.`,
    fix: `${near ? `Did you mean \`${near}\`?` : `Fields: ${known.join(', ')}.`} ${otherwise(setup)}`,
  };
}

/** Where other keys are let through, a misspelt one of ours would be lost in silence. */
function nearMisses(entry: RawEntry, { yaml, setup }: At): Problem[] {
  const known = Object.keys(setup.schema.shape);
  return Object.keys(entry.value).flatMap((key) => {
    const near = known.includes(key) ? undefined : nearest(key, known);
    if (near === undefined || near in entry.value) return [];
    const problem = unknownField([key], { entry, yaml, setup });
    return [{ ...problem, severity: 'warning' as const }];
  });
}

function broken(fault: NonNullable<PlacedYaml['fault']>, { file }: RegistrySetup<unknown>): Problem {
  return {
    code: 'registry-broken-yaml',
    severity: 'error',
    file,
    line: fault.line,
    column: fault.column,
    message: `the file cannot be read as YAML: ${fault.message}.`,
    fix: 'Mind the indentation, and put texts with `: ` or ` #` in them in quotation marks.',
  };
}

function wrongShape(value: unknown, setup: RegistrySetup<unknown>): Problem {
  return {
    code: 'registry-wrong-shape',
    severity: 'error',
    file: setup.file,
    line: 1,
    message: `the file is no registry of ${setup.kind}: it must be a map of records, or a list of them; it is ${quoteValue(value)}.`,
    fix: `Write for example \`medicinteknik: { ${setup.name}: Medicinteknik }\`. ${otherwise(setup)}`,
  };
}

function otherwise({ kind }: RegistrySetup<unknown>): string {
  return `If the file is meant for something else, set \`registries: { ${kind}: false }\`, or name another file there.`;
}

function isName(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
}
