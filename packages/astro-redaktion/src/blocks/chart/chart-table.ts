import { escapeHtml } from '../../block.ts';
import { formatNumber } from '../../i18n/format.ts';
import { markdownLabel } from '../markdown-label.ts';
import type { ChartProps } from './chart-props.ts';

/** The numbers of a chart in rows: a label, then a value of each series. The first row is the heads. */
export function chartRows({ title, labels, series, unit }: ChartProps, lang: string): string[][] {
  const heads = ['', ...series.map(({ name }) => name || unit || title)];
  return [
    heads,
    ...labels.map((label, index) => [label, ...series.map(({ values }) => formatNumber(values[index] ?? 0, lang))]),
  ];
}

/** The same as an HTML table. */
export function htmlTable([heads = [], ...rows]: string[][]): string {
  const cell = (text: string, tag: string): string => `<${tag}>${escapeHtml(text)}</${tag}>`;
  const head = heads.map((text) => cell(text, text === '' ? 'td' : 'th')).join('');
  const body = rows.map(
    ([label = '', ...values]) => `<tr>${cell(label, 'th')}${values.map((value) => cell(value, 'td')).join('')}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** The same as a Markdown table. */
export function markdownTable([heads = [], ...rows]: string[][]): string {
  const row = (cells: string[]): string => `| ${cells.map(markdownLabel).join(' | ')} |`;
  return [
    row(heads),
    `|${heads.map((_, index) => (index === 0 ? ' --- |' : ' ---: |')).join('')}`,
    ...rows.map(row),
  ].join('\n');
}

/** The numbers as a file that opens in any spreadsheet: semicolons, and decimal commas where the language has them. */
export function chartCsv({ title, labels, series, unit }: ChartProps, lang: string): string {
  const comma = formatNumber(0.5, lang).includes(',');
  const cell = (text: string): string => {
    // A spreadsheet would run a cell that begins like a formula.
    const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
    return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const number = (value: number): string => (comma ? String(value).replace('.', ',') : String(value));
  const rows = [
    ['', ...series.map(({ name }) => name || unit || title)],
    ...labels.map((label, index) => [label, ...series.map(({ values }) => number(values[index] ?? 0))]),
  ];
  return `\ufeff${rows.map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`;
}
