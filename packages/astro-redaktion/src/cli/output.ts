/** Where a command writes; handed in, so that tests read what a person would see. */
export interface Output {
  /** What was asked for: stdout. */
  print: (text: string) => void;
  /** What happens meanwhile: stderr. */
  note: (text: string) => void;
}

/** Rows of text as columns, the last one unpadded. */
export function columns(rows: readonly (readonly string[])[], indent = '  '): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows
    .map(
      (row) => indent + row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0))).join('  '),
    )
    .join('\n');
}
