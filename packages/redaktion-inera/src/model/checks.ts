import type { CatalogueHead, GradedField, LocatedEntry, Place, Problem, Vocabulary } from '../types.ts';
import { nameKey, namesOf } from './names.ts';
import { nearest } from './nearest.ts';
import type { CheckContext } from './relation-checks.ts';
import { checkRelations } from './relation-checks.ts';

/** Everything about a catalogue's entries that a schema of one entry cannot see, in the order of the entries. */
export function checkEntries(entries: readonly LocatedEntry[], context: CheckContext): Problem[] {
  return [
    ...checkIds(entries),
    ...checkNames(entries),
    ...entries.flatMap((entry) => [...checkWords(entry, context.head), ...checkFacts(entry)]),
    ...checkRelations(entries, context),
  ];
}

function checkIds(entries: readonly LocatedEntry[]): Problem[] {
  const first = new Map<string, LocatedEntry>();
  return entries.flatMap((entry) => {
    const { id } = entry.data;
    const before = first.get(id);
    if (!before) first.set(id, entry);
    return before === undefined
      ? []
      : [
          problem({
            code: 'service-twice',
            place: entry.at('id'),
            message: `Two services have the id "${id}"; the other is in ${where(before.at('id'))}.`,
            fix: 'Give one of them another id, or put both into one file.',
          }),
        ];
  });
}

function checkNames(entries: readonly LocatedEntry[]): Problem[] {
  const first = new Map<string, LocatedEntry>();
  return entries.flatMap((entry) =>
    namesOf(entry.data).flatMap((name) => {
      const before = first.get(nameKey(name));
      if (!before) first.set(nameKey(name), entry);
      return before === undefined || before.data.id === entry.data.id
        ? []
        : [
            problem({
              code: 'name-twice',
              place: placeOfName(entry, name),
              message: `"${name}" is a name of both "${before.data.id}" (${where(placeOfName(before, name))}) and "${entry.data.id}".`,
              fix: 'Take it away from one of them: a name in a text must lead to one service.',
            }),
          ];
    }),
  );
}

function placeOfName(entry: LocatedEntry, name: string): Place {
  const { data } = entry;
  const key = nameKey(name);
  for (const field of ['aliases', 'formerNames'] as const) {
    const index = data[field].findIndex((each) => nameKey(each) === key);
    if (index >= 0) return entry.at(field, index);
  }
  return entry.at(nameKey(data.name) === key ? 'name' : 'abbreviation');
}

function checkWords(entry: LocatedEntry, head: CatalogueHead): Problem[] {
  const { data } = entry;
  const check = (word: string, list: Vocabulary, at: readonly (string | number)[]): Problem[] => {
    if (Object.hasOwn(list, word)) return [];
    const near = nearest(word, Object.keys(list));
    return [
      problem({
        code: 'word-unknown',
        place: entry.at(...at),
        message: `"${data.id}" has ${at[0]} "${word}", which the catalogue does not know.`,
        fix: `${near === undefined ? '' : `Did you mean "${near}"? `}Use one of: ${Object.keys(list).join(', ')}.`,
      }),
    ];
  };
  return [
    ...check(data.category, head.categories, ['category']),
    ...check(data.kind, head.kinds, ['kind']),
    ...data.audience.flatMap((word, index) => check(word, head.audiences, ['audience', index])),
    ...data.access.flatMap((word, index) => check(word, head.access, ['access', index])),
  ];
}

/** A grade stands for a fact, and an ended service says how it ended. */
function checkFacts(entry: LocatedEntry): Problem[] {
  const { data } = entry;
  const found = (Object.keys(data.grades) as GradedField[])
    .filter((field) => data.grades[field] !== 'unknown' && !isStated(entry, field))
    .map((field) =>
      problem({
        code: 'grade-without-fact',
        place: entry.at('grades', field),
        severity: 'warning',
        message: `"${data.id}" grades ${field}, but states none.`,
        fix: `State ${field} with its source, or take the grade away.`,
      }),
    );
  const ended = data.status === 'wound-up' || data.status === 'handed-over' || data.status === 'winding-down';
  if (ended && data.after.length === 0 && data.statusNote === undefined)
    found.push(
      problem({
        code: 'ending-unexplained',
        place: entry.at('status'),
        severity: 'warning',
        message: `"${data.id}" is ${data.status}, but says neither what came after nor what is known.`,
        fix: 'Add `after` (an id or a name) or `statusNote`.',
      }),
    );
  return found;
}

function isStated({ data }: LocatedEntry, field: GradedField): boolean {
  if (field === 'aliases') return data.aliases.length + data.formerNames.length > 0 || data.abbreviation !== undefined;
  if (field === 'integration' || field === 'status') return true;
  const value = data[field];
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

function problem(given: {
  code: string;
  place: Place;
  message: string;
  fix: string;
  severity?: Problem['severity'];
}): Problem {
  const { code, place, message, fix, severity = 'error' } = given;
  return { code, severity, ...place, message, fix };
}

function where(place: Place): string {
  return place.line === undefined ? place.file : `${place.file}:${place.line}`;
}
