import type { Problem } from '../types.ts';
import { nearest } from './nearest.ts';
import type { AuthorRecord, RecordPlace, TermRecord } from './records.ts';
import { nameKey } from './spelling.ts';

/** A registry that has been checked: finds a record by key, name or alias in any spelling. */
export interface Register<R extends RecordPlace> {
  /** Where the owner writes it. */
  file: string;
  records: R[];
  find: (name: string) => R | undefined;
  /** The known name that is nearest to an unknown one. */
  nearest: (name: string) => string | undefined;
  problems: Problem[];
}

/** Checks the tags or categories: names claimed twice, unknown parents, circles of parents. */
export function termRegister(records: TermRecord[] | undefined, file: string): Register<TermRecord> | undefined {
  if (!records) return undefined;
  const names = ({ label, locales = {} }: TermRecord): string[] => [
    label,
    ...Object.values(locales).flatMap((texts) => texts.label ?? []),
  ];
  const register = createRegister(records, { file, names });
  return { ...register, problems: [...register.problems, ...checkParents(register)] };
}

/** Checks the authors: names claimed twice. */
export function authorRegister(records: AuthorRecord[] | undefined, file: string): Register<AuthorRecord> | undefined {
  return records && createRegister(records, { file, names: ({ name }) => [name] });
}

/** The record above, unless it is unknown or the chain leads back; those are problems of their own. */
export function parentOf(record: TermRecord, register: Register<TermRecord>): TermRecord | undefined {
  const parent = record.parent === undefined ? undefined : register.find(record.parent);
  return parent && !circleFrom(parent, register).includes(record) ? parent : undefined;
}

function createRegister<R extends RecordPlace>(
  records: R[],
  { file, names }: { file: string; names: (record: R) => string[] },
): Register<R> {
  const byName = new Map<string, R>();
  const problems: Problem[] = [];
  for (const record of records) {
    for (const name of [record.key, ...names(record), ...(record.aliases ?? [])]) {
      const other = byName.get(nameKey(name));
      if (!other) byName.set(nameKey(name), record);
      else if (other !== record) problems.push(claimedTwice(name, { record, other, file }));
    }
  }
  return {
    file,
    records,
    problems,
    find: (name) => byName.get(nameKey(name)),
    nearest: (name) =>
      nearest(
        name,
        records.flatMap((record) => [...names(record), ...(record.aliases ?? [])]),
      ),
  };
}

function claimedTwice(
  name: string,
  { record, other, file }: { record: RecordPlace; other: RecordPlace; file: string },
): Problem {
  return {
    code: 'registry-name-twice',
    severity: 'error',
    ...placeOf(record, file),
    message: `the name “${name}” belongs to both \`${other.key}\` and \`${record.key}\`.`,
    fix: 'Take it away from one of them.',
  };
}

function checkParents(register: Register<TermRecord>): Problem[] {
  const circles = new Set<string>();
  return register.records.flatMap((record): Problem[] => {
    const { parent } = record;
    if (parent === undefined) return [];
    if (!register.find(parent)) return [unknownParent(record, parent, register)];
    const circle = circleFrom(record, register);
    const members = circle
      .map(({ key }) => key)
      .sort()
      .join(' ');
    if (circle.length === 0 || circles.has(members)) return [];
    circles.add(members);
    return [circular(circle, register)];
  });
}

/** The records of the circle that a record is part of; none when its parents end. */
function circleFrom(start: TermRecord, register: Register<TermRecord>): TermRecord[] {
  const seen = new Set<TermRecord>();
  let record: TermRecord | undefined = start;
  while (record && !seen.has(record)) {
    seen.add(record);
    record = record.parent === undefined ? undefined : register.find(record.parent);
  }
  return record === start ? [...seen] : [];
}

function unknownParent(record: TermRecord, parent: string, register: Register<TermRecord>): Problem {
  const near = register.nearest(parent);
  return {
    code: 'registry-unknown-parent',
    severity: 'error',
    ...placeOf(record, register.file),
    message: `the parent “${parent}” of \`${record.key}\` is not in this file.`,
    fix: near ? `Did you mean “${near}”?` : 'Add it, or leave `parent` out.',
  };
}

function circular(circle: TermRecord[], register: Register<TermRecord>): Problem {
  const [first] = circle;
  return {
    code: 'registry-circle',
    severity: 'error',
    ...placeOf(first, register.file),
    message: `the parents go in a circle: ${[...circle, first].map((record) => record?.key).join(' → ')}.`,
    fix: 'Leave `parent` out of one of them.',
  };
}

function placeOf(record: RecordPlace | undefined, file: string): Pick<Problem, 'file' | 'line'> {
  return { file: record?.file ?? file, ...(record?.line === undefined ? {} : { line: record.line }) };
}
