import type { Problem } from '../types.ts';
import { nearest } from './nearest.ts';
import { checkParents } from './parents.ts';
import { type AuthorRecord, type RecordPlace, recordPlace, type TermRecord } from './records.ts';
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

/** A registry of terms, which may stand under one another. */
export interface TermRegister extends Register<TermRecord> {
  /** The record above; none where it is unknown or the chain leads back, which are problems of their own. */
  parentOf: (record: TermRecord) => TermRecord | undefined;
}

/** Checks the tags or categories: names claimed twice, unknown parents, circles of parents. */
export function termRegister(records: TermRecord[] | undefined, file: string): TermRegister | undefined {
  if (!records) return undefined;
  const names = ({ label, locales = {} }: TermRecord): string[] => [
    label,
    ...Object.values(locales).flatMap((texts) => texts.label ?? []),
  ];
  const register = createRegister(records, { file, names });
  const { parentOf, problems } = checkParents(register);
  return { ...register, parentOf, problems: [...register.problems, ...problems] };
}

/** Checks the authors: names claimed twice. */
export function authorRegister(records: AuthorRecord[] | undefined, file: string): Register<AuthorRecord> | undefined {
  return records && createRegister(records, { file, names: ({ name }) => [name] });
}

function createRegister<R extends RecordPlace>(
  records: R[],
  { file, names }: { file: string; names: (record: R) => string[] },
): Register<R> {
  const byName = new Map<string, R>();
  const known = records.find((record) => record.file !== undefined)?.file ?? file;
  const problems: Problem[] = [];
  for (const record of records) {
    const claim = (name: string, field?: string): void => {
      const other = byName.get(nameKey(name));
      if (!other) byName.set(nameKey(name), record);
      else if (other !== record) problems.push(claimedTwice(name, { record, other, file, field }));
    };
    for (const name of [record.key, ...names(record)]) claim(name);
    for (const alias of record.aliases ?? []) claim(alias, 'aliases');
  }
  return {
    file: known,
    records,
    problems,
    find: (name) => byName.get(nameKey(name)),
    nearest: suggester(records.flatMap((record) => [...names(record), ...(record.aliases ?? [])])),
  };
}

/** Looks for the nearest name, which costs the whole list; past some, nobody reads the proposals. */
function suggester(names: readonly string[]): (name: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (name) => {
    if (!known.has(name) && known.size < MOST_PROPOSALS) known.set(name, nearest(name, names));
    return known.get(name);
  };
}

const MOST_PROPOSALS = 50;

function claimedTwice(
  name: string,
  { record, other, file, field }: { record: RecordPlace; other: RecordPlace; file: string; field: string | undefined },
): Problem {
  const line = other.line === undefined ? '' : ` (line ${other.line})`;
  return {
    code: 'registry-name-twice',
    severity: 'error',
    ...recordPlace(record, file, field),
    message: `the name “${name}” belongs to both \`${other.key}\`${line} and \`${record.key}\`.`,
    fix: 'Take it away from one of them.',
  };
}
