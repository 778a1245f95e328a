import type { Edge, LocatedEntry, Relation, RelationType } from '../types.ts';

/** Each relation type and what it is from the other side. The first of each pair is the one an edge is drawn with. */
const pairs: readonly (readonly [RelationType, RelationType])[] = [
  ['part-of', 'has-part'],
  ['login-with', 'login-for'],
  ['authority-from', 'authority-for'],
  ['data-from', 'delivers-to'],
  ['requires', 'required-by'],
  ['runs-over', 'carries'],
  ['uses', 'used-by'],
  ['replaces', 'replaced-by'],
  ['complements', 'complements'],
  ['see-also', 'see-also'],
];

/** What each relation type is from the other side. */
export const inverse: Readonly<Record<RelationType, RelationType>> = Object.fromEntries(
  pairs.flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]),
) as Record<RelationType, RelationType>;

/** The same seen from both sides, as a complement is. */
export function isSymmetric(type: RelationType): boolean {
  return inverse[type] === type;
}

/**
 * Every service's relations in both directions: those of its own file first, in its order, then those that other
 * files state, turned round. What both files state is one relation. Unknown targets are left out.
 */
export function relate(entries: readonly LocatedEntry[]): Map<string, Relation[]> {
  const views = new Map<string, Map<string, Relation>>(entries.map(({ data }) => [data.id, new Map()]));
  const add = (from: string, relation: Relation): void => {
    const own = views.get(from);
    const key = `${relation.type} ${relation.to}`;
    if (own && views.has(relation.to) && !own.has(key)) own.set(key, relation);
  };
  for (const { data } of entries) {
    for (const { type, to, grade, label } of data.relations) {
      add(data.id, { type, to, grade, stated: true, ...(label === undefined ? {} : { label }) });
    }
  }
  for (const { data } of entries) {
    for (const { type, to, grade } of data.relations)
      add(to, { type: inverse[type], to: data.id, grade, stated: false });
  }
  return new Map([...views].map(([id, own]) => [id, [...own.values()]]));
}

/** Each line between two services once, in a direction that does not depend on which file states it. */
export function edgesOf(relations: ReadonlyMap<string, readonly Relation[]>): Edge[] {
  const edges = new Map<string, Edge>();
  const rank = new Map([...relations.keys()].map((id, index) => [id, index]));
  for (const [from, own] of relations) {
    for (const { type, to, grade } of own) {
      const forward = isSymmetric(type)
        ? (rank.get(from) ?? 0) < (rank.get(to) ?? 0)
        : pairs.some(([one]) => one === type);
      const edge = forward ? { from, to, type, grade } : { from: to, to: from, type: inverse[type], grade };
      const key = `${edge.from} ${edge.type} ${edge.to}`;
      if (!edges.has(key)) edges.set(key, edge);
    }
  }
  return [...edges.values()];
}
