import type { Relation, RelationType } from '../types.ts';

/** A relation's place in the drawing of one service's relations; lengths in user units. */
export interface MapRow {
  /** Given with the first relation of its type. */
  heading: { type: RelationType; y: number } | undefined;
  to: string;
  /** Base line of the name. */
  y: number;
  /** From the trunk to the name. */
  path: string;
  /** No official source says so. */
  unsure: boolean;
}

/** A trunk with a branch to every relation, by type: narrow enough to be read at its own size on a small screen. */
export interface ServiceMapDrawing {
  width: number;
  height: number;
  trunk: string;
  rows: MapRow[];
}

const WIDTH = 350;
const TRUNK = 9;
const ROW = 26;
const HEADING = 30;

/** Draws the relations of one service, each once, in the order in which their types first come. */
export function drawMap(relations: readonly Relation[]): ServiceMapDrawing {
  let y = 34;
  const rows: MapRow[] = [];
  for (const [type, members] of relationsByType(relations)) {
    const heading = { type, y: y + 20 };
    y += HEADING;
    for (const [index, { to, grade }] of members.entries()) {
      const middle = y + ROW / 2;
      rows.push({
        heading: index === 0 ? heading : undefined,
        to,
        y: middle + 5,
        path: `M${TRUNK} ${middle - 9}q0 9 9 9h14`,
        unsure: grade !== 'A',
      });
      y += ROW;
    }
  }
  const end = y - ROW / 2 - 9;
  return { width: WIDTH, height: y + 6, trunk: rows.length > 0 ? `M${TRUNK} 26V${end}` : '', rows };
}

/** Relations of a type together; the types in the order in which they first come. */
export function relationsByType(relations: readonly Relation[]): Map<RelationType, Relation[]> {
  const types = new Map<RelationType, Relation[]>();
  for (const relation of relations) {
    const members = types.get(relation.type);
    if (members) members.push(relation);
    else types.set(relation.type, [relation]);
  }
  return types;
}
