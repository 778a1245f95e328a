import type { CatalogueHead, LocatedEntry, Place, Problem, StatedRelation } from '../types.ts';
import { nearest } from './nearest.ts';
import { inverse, isSymmetric } from './relations.ts';

/** Relations that lead nowhere, to oneself, twice to the same, both ways at once, or that one file alone states. */
export function checkRelations(entries: readonly LocatedEntry[], context: CheckContext): Problem[] {
  const byId = new Map(entries.map((entry) => [entry.data.id, entry]));
  return entries.flatMap((entry) => {
    const { data } = entry;
    const seen = new Set<string>();
    const relations = data.relations.flatMap((relation, index): Problem[] => {
      const at = (field: string): Place => entry.at('relations', index, field);
      if (context.hidden.has(relation.to)) return [];
      const other = byId.get(relation.to);
      if (!other) return [unknown({ id: relation.to, place: at('to'), said: `"${data.id}" ${relation.type}`, byId })];
      if (relation.to === data.id) return [toItself(data.id, at('to'))];
      const key = `${relation.type} ${relation.to}`;
      if (seen.has(key)) return [twice(data.id, relation, at('to'))];
      seen.add(key);
      return checkOtherSide({ entry, other, relation, place: at('type'), both: context.head.relationsIn === 'both' });
    });
    const after = data.after.flatMap(({ id }, index) =>
      id === undefined || byId.has(id) || context.hidden.has(id)
        ? []
        : [unknown({ id, place: entry.at('after', index, 'id'), said: `What came after "${data.id}"`, byId })],
    );
    return [...relations, ...after];
  });
}

/** What the checks know besides the entries. */
export interface CheckContext {
  head: CatalogueHead;
  hidden: ReadonlySet<string>;
}

interface Sides {
  entry: LocatedEntry;
  other: LocatedEntry;
  relation: StatedRelation;
  place: Place;
  both: boolean;
}

function checkOtherSide({ entry, other, relation, place, both }: Sides): Problem[] {
  const [from, to] = [entry.data.id, other.data.id];
  const states = (type: StatedRelation['type']): boolean =>
    other.data.relations.some((each) => each.to === from && each.type === type);
  if (!isSymmetric(relation.type) && states(relation.type))
    return [
      {
        code: 'relation-contradicts',
        severity: 'error',
        ...place,
        message: `"${from}" is ${relation.type} "${to}", and "${to}" is ${relation.type} "${from}": it cannot be both.`,
        fix: `Let one of them say ${inverse[relation.type]}.`,
      },
    ];
  if (!both || states(inverse[relation.type])) return [];
  return [
    {
      code: 'relation-one-sided',
      severity: 'error',
      ...place,
      message: `"${from}" is ${relation.type} "${to}", but the file of "${to}" does not say so.`,
      fix: `Add to ${other.at().file}: - { type: ${inverse[relation.type]}, to: ${from}, grade: ${relation.grade} }`,
    },
  ];
}

function unknown(given: { id: string; place: Place; said: string; byId: ReadonlyMap<string, LocatedEntry> }): Problem {
  const near = nearest(given.id, given.byId.keys());
  return {
    code: 'relation-dangling',
    severity: 'error',
    ...given.place,
    message: `${given.said} "${given.id}", but no service has that id.`,
    fix: near === undefined ? 'Add the service, or take the line away.' : `Did you mean "${near}"?`,
  };
}

function toItself(id: string, place: Place): Problem {
  return {
    code: 'relation-to-itself',
    severity: 'error',
    ...place,
    message: `"${id}" has a relation to itself.`,
    fix: 'Take the line away, or name the other service.',
  };
}

function twice(id: string, relation: StatedRelation, place: Place): Problem {
  return {
    code: 'relation-twice',
    severity: 'error',
    ...place,
    message: `"${id}" states twice that it is ${relation.type} "${relation.to}".`,
    fix: 'Take one of the lines away.',
  };
}
