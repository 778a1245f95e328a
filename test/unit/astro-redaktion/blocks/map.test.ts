import { readFileSync } from 'node:fs';
import { geoArea } from 'd3-geo';
import { describe, expect, test } from 'vitest';
import type { BlockFiles } from '../../../../packages/astro-redaktion/src/block.ts';
import { classEdges, drawMap } from '../../../../packages/astro-redaktion/src/blocks/map/draw-map.ts';
import { createMap } from '../../../../packages/astro-redaktion/src/blocks/map/map.ts';
import type { MapProps } from '../../../../packages/astro-redaktion/src/blocks/map/map-props.ts';
import { findRegion, readTopology } from '../../../../packages/astro-redaktion/src/blocks/map/topology.ts';

const file = new URL('../../../../packages/astro-redaktion/geo/lan.topo.json', import.meta.url);
const sweden = readTopology(JSON.parse(readFileSync(file, 'utf8')));

/** Two squares beside one another, east of Greenwich. */
const SQUARES = JSON.stringify({
  type: 'Topology',
  arcs: [
    [
      [1, 0],
      [1, 1],
    ],
    [
      [1, 1],
      [0, 1],
      [0, 0],
      [1, 0],
    ],
    [
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 1],
    ],
  ],
  objects: {
    rutor: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[~1, ~0]], properties: { namn: 'Väst' } },
        { type: 'Polygon', arcs: [[0, ~2]], properties: { namn: 'Öst' } },
      ],
    },
  },
});

const files = (data: Record<string, { value: unknown; lines?: number[] }> = {}): BlockFiles => ({
  data: (name) => {
    const found = data[name];
    if (!found) throw new Error(`there is no file _data/${name}`);
    return { path: `_data/${name}`, ...found };
  },
  text: () => SQUARES,
  publish: async () => undefined,
});

async function read(props: Record<string, unknown>, door = files()): Promise<MapProps> {
  const block = createMap({ rutor: './rutor.topo.json' });
  const reading = block.read(await block.load?.(props, door));
  if ('issues' in reading) throw new Error(reading.issues.map(({ message }) => message).join('\n'));
  return reading.props as MapProps;
}

describe("Sweden's regions", () => {
  test('are the 21, with the codes of ISO and of Statistics Sweden, none twice', () => {
    expect(sweden.regions.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'sv'))).toEqual([
      'Blekinge',
      'Dalarna',
      'Gotland',
      'Gävleborg',
      'Halland',
      'Jämtland',
      'Jönköping',
      'Kalmar',
      'Kronoberg',
      'Norrbotten',
      'Skåne',
      'Stockholm',
      'Södermanland',
      'Uppsala',
      'Värmland',
      'Västerbotten',
      'Västernorrland',
      'Västmanland',
      'Västra Götaland',
      'Örebro',
      'Östergötland',
    ]);
    expect(new Set(sweden.regions.flatMap(({ codes }) => codes)).size).toBe(42);
  });

  test('have the size of Sweden, 447,000 km² of land and lakes, and lie side by side', () => {
    const steradians = sweden.shapes.map((shape) => geoArea(shape));
    const square = steradians.reduce((sum, area) => sum + area, 0) * 6371 ** 2;
    expect(square).toBeGreaterThan(430_000);
    expect(square).toBeLessThan(465_000);
    const gotland = sweden.shapes[sweden.regions.findIndex(({ name }) => name === 'Gotland')];
    expect(gotland && geoArea(gotland) * 6371 ** 2).toBeCloseTo(3150, -3);
  });

  test.each([
    ['Skåne', 'Skåne'],
    ['skåne län', 'Skåne'],
    ['Region Skåne', 'Skåne'],
    ['SE-M', 'Skåne'],
    ['m', 'Skåne'],
    ['12', 'Skåne'],
    ['Stockholms län', 'Stockholm'],
    ['01 Stockholms län', 'Stockholm'],
    ['Västra Götalandsregionen', undefined],
    ['Region Jönköpings län', 'Jönköping'],
    ['Uppsala län', 'Uppsala'],
    ['Dalarnas län', 'Dalarna'],
    ['Skne', undefined],
  ])('are found by what people call them: %s', (given, name) => {
    expect(findRegion(given, sweden.regions)?.name).toBe(name);
  });
});

describe('a map', () => {
  test.each([
    ['text', 'Skåne: 12,5; SE-AB: −3'],
    ['a map', { 'Skåne län': 12.5, Stockholm: '-3' }],
    [
      'rows',
      [
        { region: 'Skåne', value: 12.5 },
        { region: '01', value: -3 },
      ],
    ],
  ])('takes values as %s', async (_, values) => {
    expect((await read({ values })).values).toEqual([
      { region: 'Skåne', value: 12.5 },
      { region: 'Stockholm', value: -3 },
    ]);
  });

  test('gives checked props back as they are', async () => {
    const once = await read({ values: 'Skåne: 1', points: 'A: 59, 18, /a/', breaks: '1, 2', classes: '3' });
    expect(await read({ ...once })).toEqual(once);
    expect(once.points).toEqual([{ name: 'A', lat: 59, lon: 18, url: '/a/' }]);
  });

  test('takes both from files of data, and says in which line they are wrong', async () => {
    const door = files({
      'b.csv': {
        value: [
          ['Län', '2023', '2024'],
          ['Skåne', '1', '2'],
          ['Skåna', '3', 'x'],
        ],
        lines: [1, 2, 4],
      },
      'p.json': { value: [{ namn: 'A', lat: 59, longitude: 18, url: '/a/' }] },
      'm.yml': { value: { Skåne: 3 } },
    });
    expect((await read({ data: 'm.yml' }, door)).values).toEqual([{ region: 'Skåne', value: 3 }]);
    expect((await read({ data: 'p.json' }, door)).points).toEqual([{ name: 'A', lat: 59, lon: 18, url: '/a/' }]);
    await expect(read({ data: 'b.csv', column: '2023' }, door)).rejects.toThrow(
      '_data/b.csv:4: "Skåna" is no region of the map; did you mean "Skåne"?',
    );
    await expect(read({ data: 'b.csv', column: '2025' }, door)).rejects.toThrow('has no column "2025"; it has ');
    await expect(read({ data: 'b.csv', column: '2024' }, door)).rejects.toThrow('_data/b.csv:4: "x" is no number');
  });

  test('says what is wrong with it', async () => {
    await expect(read({ values: 'Skåna: 1' })).rejects.toThrow(
      '"Skåna" is no region of the map; did you mean "Skåne"?',
    );
    await expect(read({ values: 'Skåne: 1; SE-M: 2' })).rejects.toThrow('"Skåne" has two values');
    await expect(read({ values: 'Skåne: elva' })).rejects.toThrow('"elva" is no number');
    await expect(read({ points: 'A: 18, 59' })).rejects.toThrow('lies outside of the map; latitude comes first');
    await expect(read({ map: 'rutr' })).rejects.toThrow('there is no map "rutr"; did you mean "rutor"?');
    await expect(read({ values: 'Skåne: 1', breaks: '3, 2' })).rejects.toThrow('must grow');
  });

  test('is drawn from any TopoJSON, in proportion and inside its box', async () => {
    const drawing = drawMap(readTopology(JSON.parse(SQUARES)), await read({ map: 'rutor', values: 'Väst: 1; Öst: 9' }));
    expect(drawing.groups.map(({ kind, shapes }) => [kind, shapes.map(({ name }) => name)])).toEqual([
      [0, ['Väst']],
      [5, ['Öst']],
    ]);
    expect(drawing.height).toBeGreaterThan(300);
    expect(drawing.height).toBeLessThan(350);
  });

  test('draws Sweden in whole units, under 20 kB, with its points where they are', async () => {
    const drawing = drawMap(sweden, await read({ points: 'Kiruna: 67.86, 20.23; Malmö: 55.6, 13' }));
    const [kiruna, malmo] = drawing.points;
    expect((malmo?.y ?? 0) - (kiruna?.y ?? 0)).toBeGreaterThan(drawing.height * 0.85);
    expect((kiruna?.x ?? 0) - (malmo?.x ?? 0)).toBeGreaterThan(drawing.width * 0.4);
    const paths = drawing.groups.flatMap(({ shapes }) => shapes.map(({ d }) => d));
    expect(paths).toHaveLength(21);
    expect(paths.join('')).toMatch(/^[mlz\d -]+$/);
    expect(paths.join('').length).toBeLessThan(20_000);
  });

  test('puts values into classes with round ends, or into those that the writer names', () => {
    const values = [3, 12, 19, 47].map((value, index) => ({ region: String(index), value }));
    expect(classEdges({ values, classes: 5, breaks: undefined })).toEqual([
      [0, 10],
      [10, 20],
      [20, 30],
      [30, 40],
      [40, 50],
    ]);
    expect(classEdges({ values, classes: 5, breaks: [10, 40] })).toEqual([
      [3, 10],
      [10, 40],
      [40, 47],
    ]);
    // Eight round ends between 2 and 9 would be seven classes.
    const few = [2.1, 2.4, 7, 9].map((value, index) => ({ region: String(index), value }));
    expect(classEdges({ values: few, classes: 5, breaks: undefined })).toEqual([
      [2, 4],
      [4, 6],
      [6, 8],
      [8, 10],
    ]);
    expect(classEdges({ values: values.slice(0, 1), classes: 5, breaks: undefined })).toEqual([[3, 3]]);
    expect(classEdges({ values: [], classes: 5, breaks: undefined })).toEqual([]);
  });
});
