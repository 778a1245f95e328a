/** A value as the owner wrote it, for a problem's message: JSON where that can say it, at most 80 characters long. */
export function quoteValue(value: unknown): string {
  const written = textOf(value);
  return written.length > MOST ? `${written.slice(0, MOST - 3).toWellFormed()}…` : written;
}

const MOST = 80;

/** JSON has no functions, symbols and big integers. */
function textOf(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  return typeof value === 'bigint' ? `${value}n` : (JSON.stringify(value) ?? String(value));
}
