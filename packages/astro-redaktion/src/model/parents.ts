import type { Problem } from '../types.ts';
import { recordPlace, type TermRecord } from './records.ts';

/** What is asked of a registry here. */
interface Names {
  file: string;
  records: TermRecord[];
  find: (name: string) => TermRecord | undefined;
  nearest: (name: string) => string | undefined;
}

/** Finds the record above each one, and what is wrong: parents that do not exist, and circles, each named once. */
export function checkParents(register: Names): {
  parentOf: (record: TermRecord) => TermRecord | undefined;
  problems: Problem[];
} {
  const above = (record: TermRecord): TermRecord | undefined =>
    record.parent === undefined ? undefined : register.find(record.parent);
  const circles = findCircles(register.records, above);
  const circling = new Set(circles.flat());
  const unknown = register.records.filter((record) => record.parent !== undefined && !above(record));
  return {
    parentOf: (record) => (circling.has(record) ? undefined : above(record)),
    problems: [
      ...unknown.map((record) => unknownParent(record, register)),
      ...circles.map((circle) => circular(circle, register.file)),
    ],
  };
}

/** Walks up from every record, but over each one only once. */
function findCircles(
  records: readonly TermRecord[],
  above: (record: TermRecord) => TermRecord | undefined,
): TermRecord[][] {
  const done = new Set<TermRecord>();
  return records.flatMap((start) => {
    const path = new Set<TermRecord>();
    let record: TermRecord | undefined = start;
    while (record && !done.has(record)) {
      done.add(record);
      path.add(record);
      record = above(record);
    }
    const walked = [...path];
    return record && path.has(record) ? [walked.slice(walked.indexOf(record))] : [];
  });
}

function unknownParent(record: TermRecord, { file, nearest }: Names): Problem {
  const { parent = '' } = record;
  const near = nearest(parent);
  return {
    code: 'registry-unknown-parent',
    severity: 'error',
    ...recordPlace(record, file, 'parent'),
    message: `the parent “${parent}” of \`${record.key}\` is not in this file.`,
    fix: near ? `Did you mean “${near}”?` : 'Add it, or leave `parent` out.',
  };
}

function circular(circle: TermRecord[], file: string): Problem {
  const [first] = circle;
  const place = first ? recordPlace(first, file, 'parent') : { file };
  const keys = circle.map(({ key }) => key);
  const shown = keys.length > 10 ? [...keys.slice(0, 9), '…', ...keys.slice(-1)] : keys;
  return {
    code: 'registry-circle',
    severity: 'error',
    ...place,
    message: `the parents go in a circle: ${[...shown, first?.key].join(' → ')}.`,
    fix: 'Leave `parent` out of one of them.',
  };
}
