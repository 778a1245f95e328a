import { escapeHtml } from '../block.ts';
import { formatNumber } from '../i18n/format.ts';
import { markdownLabel } from './markdown-label.ts';

/** Rows as an HTML table: the first one is the heads, the first cell of the others their label. */
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

/** Rows as a file that opens in any spreadsheet: semicolons, and decimal commas where the language has them. */
export function csvText(rows: readonly (readonly (string | number)[])[], lang: string): string {
  const comma = formatNumber(0.5, lang).includes(',');
  const cell = (given: string | number): string => {
    if (typeof given === 'number') return comma ? String(given).replace('.', ',') : String(given);
    // A spreadsheet would run a cell that begins like a formula.
    const safe = /^[=+@\t\r]|^-(?!\d)/.test(given) ? `'${given}` : given;
    return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\ufeff${rows.map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** A file as an address, so that no page needs a file beside it. */
export function csvAddress(rows: readonly (readonly (string | number)[])[], lang: string): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(csvText(rows, lang))}`;
}
