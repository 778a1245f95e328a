import { expect, test } from 'vitest';
import { drawMap } from '../../../../packages/redaktion-inera/src/model/map.ts';
import { ineraCatalogue } from '../catalogues.ts';

test('the map of every service draws each of its relations once, in order, none over another', () => {
  for (const { id, relations } of ineraCatalogue().services) {
    const { rows, height } = drawMap(relations);
    expect(rows.map(({ to }) => to).toSorted(), id).toEqual(relations.map(({ to }) => to).toSorted());
    expect(rows.filter(({ heading }) => heading)).toHaveLength(new Set(relations.map(({ type }) => type)).size);
    const lines = rows.flatMap(({ heading, y }) => (heading ? [heading.y, y] : [y]));
    expect(lines, id).toEqual(lines.toSorted((a, b) => a - b));
    for (const [index, y] of lines.entries()) if (index > 0) expect(y - (lines[index - 1] ?? 0)).toBeGreaterThan(14);
    expect(height).toBeGreaterThan(lines.at(-1) ?? 0);
  }
});

test('names stay inside the drawing at seven units a letter', () => {
  for (const { name } of ineraCatalogue().services)
    expect(38 + name.length * 7, name).toBeLessThanOrEqual(drawMap([]).width);
});
