import { formatNumber } from '../../i18n/format.ts';
import type { ChartProps } from './chart-props.ts';

/** The numbers of a chart in rows: a label, then a value of each series. The first row is the heads. */
export function chartRows(props: ChartProps, lang: string): string[][] {
  return chartCells(props).map((cells) =>
    cells.map((cell) => (typeof cell === 'number' ? formatNumber(cell, lang) : cell)),
  );
}

/** The same with numbers as numbers, for a file. */
export function chartCells({ title, labels, series, unit }: ChartProps): (string | number)[][] {
  return [
    ['', ...series.map(({ name }) => name || unit || title)],
    ...labels.map((label, index) => [label, ...series.map(({ values }) => values[index] ?? 0)]),
  ];
}
