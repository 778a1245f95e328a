import type { BlockFiles } from '../../block.ts';
import type { Translate } from '../../i18n/translate.ts';
import { dataRows, numberAt } from '../data-rows.ts';
import type { ChartProps } from './chart-props.ts';

/**
 * Turns rows, given or read from a file of data, into labels and series: the first column holds the labels.
 *
 * @throws with file and line where something is no number, and where a column is not there
 */
export function loadChart(given: Record<string, unknown>, files: BlockFiles): Record<string, unknown> {
  const { data, rows: own, columns, ...props } = given;
  if (data === undefined && own === undefined) return given;
  const value: unknown = typeof own === 'string' ? JSON.parse(own) : own;
  const { heads, rows } = dataRows(data === undefined ? { path: '`rows`', value } : files.data(String(data)));
  const path = data === undefined ? '`rows`' : String(data);
  const chosen =
    typeof columns === 'string' ? columns.split(',').map((name) => name.trim()) : (columns as string[] | undefined);
  const series = (chosen ?? heads.slice(1)).map((name, index) => {
    const at = chosen ? heads.indexOf(name) : index + 1;
    if (at < 0) throw new Error(`${path} has no column "${name}"; it has ${heads.join(', ')}`);
    return { name, values: rows.map(({ cells, place }) => numberAt(cells[at], place)) };
  });
  return { ...props, labels: rows.map(({ cells }) => String(cells[0])), series };
}

/** A chart with a name for all that readers see. */
export type NamedChart = ChartProps & { title: string };

/** Gives what old posts leave without a name one: the chart, and its series where there are several. */
export function namedChart(props: ChartProps, t: Translate): NamedChart {
  const { title, series } = props;
  const isMany = series.length > 1;
  return {
    ...props,
    title: title ?? t('chart'),
    series: series.map(({ name, values }, index) => ({
      name: name || (isMany ? t('chartSeries', { number: index + 1 }) : ''),
      values,
    })),
  };
}
