import type { Day } from '../types.ts';

/** The day on which an instant falls in a time zone. */
export function dayIn(instant: number, timeZone: string): Day {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(instant)
    .map(({ type, value }) => [type, value] as const);
  const { year, month, day } = Object.fromEntries(parts) as Record<'year' | 'month' | 'day', string>;
  return `${year}-${month}-${day}`;
}

/** A year, month or day as the language writes it: `2018`, `juli 2018`, `23 november 2026`. */
export function printDate(date: string, lang: string): string {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return String(year);
  const style: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' }),
  };
  return new Intl.DateTimeFormat(lang, { ...style, timeZone: 'UTC' }).format(Date.UTC(year, month - 1, day ?? 1));
}
