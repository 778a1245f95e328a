import { readDate } from '../date.ts';
import { parseDateText, wallOf } from '../date-text.ts';
import { Moment } from './moment.ts';

/**
 * A date as text in a template: `now`, seconds since 1970, or whatever Ruby's `Time.parse` reads. A text without a
 * zone is in the site's zone; one with a zone is printed in that zone, as in Ruby.
 *
 * @returns `undefined` for what is no date.
 */
export function parseDate(source: string, { timeZone, time }: { timeZone: string; time: number }): Moment | undefined {
  const text = source.trim();
  if (/^(?:now|today)$/i.test(text)) return new Moment(time, timeZone);
  if (/^\d+$/.test(text)) return new Moment(Number(text) * 1000, timeZone);
  const { date, fault } = readDate(text, timeZone);
  if (!date) return undefined;
  const parts = parseDateText(text);
  if (parts?.zone === undefined || fault === 'unknown-zone') return new Moment(date.instant, timeZone);
  return new Moment(date.instant, Math.round((wallOf(parts) - date.instant) / 60_000));
}
