/**
 * Rows of a CSV or TSV file as maps from the first row's names (RFC 4180, quotes and line breaks in fields included).
 * An empty field is `null`, as in Ruby. Our own, as no parser is at hand that does not bring a stream library.
 */
export function parseCsv(text: string, separator: string): Record<string, string | null>[] {
  const [names, ...rows] = readRows(text, separator);
  return rows.map(({ cells }) => {
    const record: Record<string, string | null> = Object.create(null);
    for (const [at, name] of names?.cells.entries() ?? []) record[name ?? ''] = cells[at] ?? null;
    return record;
  });
}

/** The rows as they stand, the names too, each with the line (1-based) on which it begins. */
export function readRows(text: string, separator: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let row: CsvRow['cells'] = [];
  let [line, begin] = [1, 0];
  for (let at = 0; at < text.length; ) {
    const field = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at, separator);
    row.push(field.value);
    at = field.end;
    if (text[at] === separator) {
      at++;
      if (at < text.length) continue;
      row.push(null);
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    rows.push({ cells: row, line });
    row = [];
    line += text.slice(begin, at).split('\n').length - 1;
    begin = at;
  }
  return rows.filter(({ cells }) => cells.length > 1 || cells[0] !== null);
}

function readPlain(text: string, begin: number, separator: string): Field {
  let end = begin;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  return { value: end > begin ? text.slice(begin, end) : null, end };
}

function readQuoted(text: string, begin: number): Field {
  let value = '';
  let at = begin + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { value: value + text.slice(at), end: text.length };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

export interface CsvRow {
  cells: (string | null)[];
  line: number;
}

interface Field {
  value: string | null;
  end: number;
}
