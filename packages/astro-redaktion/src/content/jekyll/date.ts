import type { PostDate } from '../../types.ts';
import { isRealDay, parseDateText, wallOf } from './date-text.ts';
import { dateIn, instantOf, offsetAt } from './zone.ts';

/**
 * A date as front matter or a file name gives it, read as Jekyll does, in the site's zone.
 *
 * A text with a zone is that instant. Date and time without a zone are the site's own (YAML's timestamps without
 * a zone reach this function with `+0000` written out, see `yaml-scalar.ts`). A date alone is midnight in
 * the site's zone.
 *
 * @param value what the YAML reader gave: text, number (`20220602`) or a `Date`
 * @param timeZone the site's zone, an IANA name
 */
export function readDate(value: unknown, timeZone: string): DateResult {
  if (value instanceof Date) return { date: dateIn(value.getTime(), timeZone) };
  if (typeof value !== 'string' && typeof value !== 'number') return { fault: 'unreadable' };
  const parts = parseDateText(String(value).trim());
  if (!parts) return { fault: 'unreadable' };
  const wall = wallOf(parts);
  const offset = parts.zone === undefined ? undefined : readZone(parts.zone, { year: parts.year, timeZone });
  const instant = offset === undefined ? instantOf(wall, timeZone) : wall - offset;
  const date = dateIn(instant, timeZone);
  if (!isRealDay(parts)) return { date, fault: 'impossible-day' };
  return parts.zone !== undefined && offset === undefined ? { date, fault: 'unknown-zone' } : { date };
}

/** The named zones that Ruby's `Time.zone_offset` reads whatever the machine's own zone is, in hours. */
const NAMED: Readonly<Record<string, number>> = {
  utc: 0,
  ut: 0,
  gmt: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  a: 1,
  b: 2,
  c: 3,
  d: 4,
  e: 5,
  f: 6,
  g: 7,
  h: 8,
  i: 9,
  k: 10,
  l: 11,
  m: 12,
  n: -1,
  o: -2,
  p: -3,
  q: -4,
  r: -5,
  s: -6,
  t: -7,
  u: -8,
  v: -9,
  w: -10,
  x: -11,
  y: -12,
};
/** Names that Ruby reads only where they are the site's own (`CET` on a site in Stockholm), in hours. */
const LOCAL: Readonly<Record<string, number>> = {
  wet: 0,
  west: 1,
  bst: 1,
  ist: 5.5,
  cet: 1,
  cest: 2,
  met: 1,
  mest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  jst: 9,
};
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Milliseconds ahead of UTC, or `undefined` for a name that Ruby passes over (the site's zone is meant then). */
function readZone(written: string, site: { year: number; timeZone: string }): number | undefined {
  const name = written.toLowerCase();
  const offset = /^(?:gmt|utc)?([+-])(\d+)(?::(\d+))?(?::(\d+))?$/.exec(name);
  if (offset) return readOffset(offset);
  const named = NAMED[name];
  if (named !== undefined) return named * HOUR;
  const local = LOCAL[name];
  if (local === undefined) return undefined;
  const own = [0, 6].some((month) => offsetAt(Date.UTC(site.year, month, 1), site.timeZone) === local * HOUR);
  return own ? local * HOUR : undefined;
}

function readOffset([, sign, digits = '', minutes, seconds]: RegExpExecArray): number | undefined {
  const hour = minutes === undefined && digits.length > 2 ? digits.slice(0, -2) : digits;
  const minute = minutes ?? (digits.length > 2 ? digits.slice(-2) : '0');
  const size = Number(hour) * HOUR + Number(minute) * MINUTE + Number(seconds ?? 0) * 1000;
  if (size >= 24 * HOUR || Number(minute) > 59) return undefined;
  return sign === '-' ? -size : size;
}

/**
 * A date, or why there is none. With a date, a fault is a doubt: `impossible-day` (31 June, read as 1 July, as
 * Ruby does) or `unknown-zone` (a zone name that Ruby passes over: the site's zone is meant).
 */
export type DateResult =
  | { date: PostDate; fault?: 'impossible-day' | 'unknown-zone' }
  | { date?: undefined; fault: 'unreadable' };
