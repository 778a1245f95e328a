import { formatNumber } from '../../i18n/format.ts';
import type { NamedChart } from './chart-data.ts';
import { labelTexts } from './chart-dates.ts';

/** The numbers of a chart in rows: a label, then a value of each series. The first row is the heads. */
export function chartRows(props: NamedChart, lang: string): string[][] {
  const labels = labelTexts(props.labels, lang);
  return chartCells({ ...props, labels: [...labels] }).map((cells) =>
    cells.map((cell) => (typeof cell === 'number' ? formatNumber(cell, lang) : cell)),
  );
}

/** The same with numbers as numbers and dates as they were given, for a file. */
export function chartCells({ title, labels, series, unit }: NamedChart): (string | number)[][] {
  return [
    ['', ...series.map(({ name }) => name || unit || title)],
    ...labels.map((label, index) => [label, ...series.map(({ values }) => values[index] ?? 0)]),
  ];
}
