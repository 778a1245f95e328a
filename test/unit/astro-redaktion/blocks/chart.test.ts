import { describe, expect, test } from 'vitest';
import type { BlockFiles } from '../../../../packages/astro-redaktion/src/block.ts';
import { createT } from '../../../../packages/astro-redaktion/src/i18n/translate.ts';
import {
  loadChart,
  type NamedChart,
  namedChart,
} from '../../../../packages/astro-redaktion/src/blocks/chart/chart-data.ts';
import { chartProps } from '../../../../packages/astro-redaktion/src/blocks/chart/chart-props.ts';
import { chartCells, chartRows } from '../../../../packages/astro-redaktion/src/blocks/chart/chart-table.ts';
import { csvText, markdownTable } from '../../../../packages/astro-redaktion/src/blocks/data-table.ts';
import { labelTexts } from '../../../../packages/astro-redaktion/src/blocks/chart/chart-dates.ts';
import { drawChart } from '../../../../packages/astro-redaktion/src/blocks/chart/draw-chart.ts';

const t = createT('sv');
const read = (props: object): NamedChart =>
  namedChart(chartProps.parse({ title: 'T', labels: 'A, B', series: '1, 2', ...props }), t);
const draw = (props: object) => drawChart(read(props), { width: 680, height: 340, print: String });
const faults = (props: object) =>
  chartProps
    .safeParse({ title: 'T', labels: 'A, B', series: '1, 2', ...props })
    .error?.issues.map(({ message }) => message);

/** Files of data, by name. */
const files = (data: Record<string, { value: unknown; lines?: number[] }>): BlockFiles => ({
  data: (name) => ({ path: `_data/${name}`, value: undefined, ...data[name] }),
  text: () => '',
  publish: async () => undefined,
});

describe('a chart', () => {
  test.each([
    ['1, -2.5', [{ name: '', values: [1, -2.5] }]],
    [
      'X: 1, 2; Y: 3, 4',
      [
        { name: 'X', values: [1, 2] },
        { name: 'Y', values: [3, 4] },
      ],
    ],
    ['[1, 2]', [{ name: '', values: [1, 2] }]],
    [[1, 2], [{ name: '', values: [1, 2] }]],
    [[{ name: 'X', values: [1, 2] }], [{ name: 'X', values: [1, 2] }]],
  ])('reads series %j', (series, expected) => {
    expect(read({ series }).series).toEqual(expected);
  });

  test('says what is wrong with its numbers', () => {
    expect(faults({ series: '1, tolv' })).toEqual(['"tolv" is no number']);
    expect(faults({ series: '1, ' })).toEqual(['"" is no number']);
    expect(faults({ series: 'X: 1; Y: 1, 2' })).toEqual(['"X" has 1 values for 2 labels']);
    expect(faults({ labels: '2024-02-01, 2024-01-01' })).toEqual(['are dates, so they must be in order']);
    expect(faults({ type: 'stacked', series: 'X: 1, -2; Y: 1, 2' })).toHaveLength(1);
  });

  test('reads labels and series as Jekyll includes have them for a script, and names what they leave without a name', () => {
    const props = read({ title: undefined, labels: "'Jan', 'Feb'", series: '[5, 2], [3, 4]' });
    expect(props.labels).toEqual(['Jan', 'Feb']);
    expect(props.title).toBe('Diagram');
    expect(props.series).toEqual([
      { name: 'Serie 1', values: [5, 2] },
      { name: 'Serie 2', values: [3, 4] },
    ]);
  });

  test('takes rows: of CSV, of JSON, of a template, all columns or some', () => {
    const table = [
      ['År', 'Män', 'Kvinnor'],
      ['2023', '1,5', '12 000'],
      ['2024', '−2', '3.25'],
    ];
    const door = files({
      'a.csv': { value: table, lines: [1, 2, 4] },
      'b.json': { value: [{ år: '2023', antal: 7 }] },
    });
    expect(loadChart({ title: 'T', data: 'a.csv' }, door)).toEqual({
      title: 'T',
      labels: ['2023', '2024'],
      series: [
        { name: 'Män', values: [1.5, -2] },
        { name: 'Kvinnor', values: [12000, 3.25] },
      ],
    });
    expect(loadChart({ data: 'a.csv', columns: 'Kvinnor' }, door)['series']).toEqual([
      { name: 'Kvinnor', values: [12000, 3.25] },
    ]);
    expect(loadChart({ data: 'b.json' }, door)).toEqual({ labels: ['2023'], series: [{ name: 'antal', values: [7] }] });
    expect(loadChart({ rows: '[{"m": "a", "n": 1}]' }, door)).toEqual({
      labels: ['a'],
      series: [{ name: 'n', values: [1] }],
    });
    const given = { labels: ['A'], series: [1] };
    expect(loadChart(given, door)).toBe(given);
  });

  test('says in which file and line of it a number is wrong, and which column is missing', () => {
    const door = files({
      'a.csv': {
        value: [
          ['År', 'N'],
          ['2023', '1'],
          ['2024', 'två'],
        ],
        lines: [1, 2, 4],
      },
    });
    expect(() => loadChart({ data: 'a.csv' }, door)).toThrow('_data/a.csv:4: "två" is no number');
    expect(() => loadChart({ data: 'a.csv', columns: 'M' }, door)).toThrow('a.csv has no column "M"; it has År, N');
  });

  test('sets dates as far apart as they are, and prints them as the language does', () => {
    const props = read({ type: 'line', labels: '2024-01-01, 2024-01-11, 2024-03-01', series: '1, 2, 3' });
    const [first, second, third] = drawChart(props, { width: 680, height: 340, print: String }).dots.map(({ x }) => x);
    expect(((second ?? 0) - (first ?? 0)) / ((third ?? 0) - (first ?? 0))).toBeCloseTo(10 / 60, 1);
    expect(labelTexts(props.labels, 'sv')).toEqual(['1 januari 2024', '11 januari 2024', '1 mars 2024']);
    expect(labelTexts(props.labels, 'sv', true)).toEqual(['1 januari', '11 januari', '1 mars']);
    expect(labelTexts(['2023-12', '2024-01'], 'sv')).toEqual(['december 2023', 'januari 2024']);
    expect(labelTexts(['2023', '2024'], 'sv')).toEqual(['2023', '2024']);
    expect(chartRows(props, 'sv')[1]?.[0]).toBe('1 januari 2024');
    expect(csvText(chartCells(props), 'sv')).toContain('\r\n2024-01-11;2\r\n');
  });

  test('draws bars from zero, up and down, in proportion', () => {
    const [up, down] = draw({ series: '10, -5' }).bars;
    const zero = draw({ series: '10, -5' }).grid.find(({ isZero }) => isZero)?.y ?? 0;
    expect((up?.y ?? 0) + (up?.height ?? 0)).toBeCloseTo(zero, 0);
    expect(down?.y).toBeCloseTo(zero, 0);
    expect(up?.height).toBeCloseTo(2 * (down?.height ?? 0), 0);
  });

  test('stacks bars on one another', () => {
    const [first, , second] = draw({ type: 'stacked', series: 'X: 1, 2; Y: 3, 4' }).bars;
    expect((second?.y ?? 0) + (second?.height ?? 0)).toBeCloseTo(first?.y ?? 0, 0);
  });

  test('keeps names of lines apart, and everything inside its box', () => {
    const { notes, labels } = draw({ type: 'line', series: 'X: 1, 2; Y: 1, 2; Z: 1, 2' });
    const heights = notes.map(({ y }) => y);
    expect(Math.min(...heights.slice(1).map((y, index) => y - (heights[index] ?? 0)))).toBeGreaterThanOrEqual(17.9);
    expect(labels.every(({ x }) => x > 0 && x < 680)).toBe(true);
  });

  test('begins and ends with labels that stand inside its box, however long', () => {
    const months = ['2025-09', '2026-08'];
    const props = read({ type: 'line', labels: months, series: '1, 2' });
    const texts = ['mitten av september 2025', 'mitten av augusti 2026'];
    const { labels } = drawChart(props, { width: 680, height: 260, print: String, texts });
    expect(labels).toMatchObject([
      { x: 0, text: 'mitten av september 2025', anchor: 'start' },
      { x: 680, text: 'mitten av augusti 2026', anchor: 'end' },
    ]);
  });

  test('of zeros alone, of one value and of many labels can be drawn', () => {
    for (const type of ['bar', 'line', 'area', 'stacked', 'dot']) {
      const many = Array.from({ length: 200 }, (_, index) => `label ${index}`);
      for (const props of [
        { series: '0, 0' },
        { labels: 'A', series: '7' },
        { labels: many, series: many.map(() => 3) },
      ]) {
        const drawing = draw({ type, ...props });
        expect(JSON.stringify(drawing)).not.toMatch(/NaN|Infinity|null/);
        expect(drawing.labels.length).toBeLessThan(20);
      }
    }
  });

  test('gives its numbers as Markdown and as a file, in the language, with nothing that runs', () => {
    const props = read({ labels: ['=1+1', 'a|b'], series: 'X "y": 1.5, -20000' });
    expect(markdownTable(chartRows(props, 'sv')).replace(/\u00a0/g, '~')).toBe(
      '|  | X "y" |\n| --- | ---: |\n| =1+1 | 1,5 |\n| a\\|b | −20 000 |',
    );
    expect(csvText(chartCells(props), 'sv')).toBe(`\ufeff;"X ""y"""\r\n'=1+1;1,5\r\na|b;-20000\r\n`);
    expect(csvText(chartCells(props), 'en')).toContain(';1.5\r\n');
  });
});
