import { describe, expect, test } from 'vitest';
import { type ChartProps, chartProps } from '../../../../packages/astro-redaktion/src/blocks/chart/chart-props.ts';
import { chartCells, chartRows } from '../../../../packages/astro-redaktion/src/blocks/chart/chart-table.ts';
import { csvText, markdownTable } from '../../../../packages/astro-redaktion/src/blocks/data-table.ts';
import { drawChart } from '../../../../packages/astro-redaktion/src/blocks/chart/draw-chart.ts';

const read = (props: object): ChartProps => chartProps.parse({ title: 'T', labels: 'A, B', series: '1, 2', ...props });
const draw = (props: object) => drawChart(read(props), { width: 680, height: 340, print: String });
const faults = (props: object) =>
  chartProps
    .safeParse({ title: 'T', labels: 'A, B', series: '1, 2', ...props })
    .error?.issues.map(({ message }) => message);

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
    expect(faults({ series: '[[1, 2], [3, 4]]' })).toHaveLength(2);
    expect(faults({ type: 'stacked', series: 'X: 1, -2; Y: 1, 2' })).toHaveLength(1);
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
