/**
 * Reads a date as Ruby's `Time.parse` does, which is how Jekyll reads every `date`: `2022-06-02 08:00 +0200`,
 * `02/06/2022` (2 June), `June 2, 2022 11:30 PM -0500`, `2.6.2022`, `20220602`.
 *
 * Returns `undefined` for what Ruby refuses, and also for what it would fill from today's date (`12:30`, `Jun 2`):
 * such a post would move with every build.
 */
export function parseDateText(text: string): DateParts | undefined {
  const plain = PLAIN.exec(text);
  const parts = plain ? partsOfPlain(plain) : partsOfLoose(text);
  return parts && isInRange(parts) ? parts : undefined;
}

/** Whether the calendar has that day (a month of 1 to 12 is given): not 31 June, which Ruby reads as 1 July. */
export function isRealDay({ year, month, day }: Day): boolean {
  if (month < 1 || day < 1) return false;
  return day <= (month === 2 && isLeap(year) ? 29 : (MONTH_LENGTH[month - 1] ?? 31));
}

/**
 * That time as if it were UTC, in milliseconds; days beyond the month's end run into the next month.
 * Fractions of a second are dropped, as Jekyll drops them.
 */
export function wallOf({ year, month, day, hour, minute, second }: DateParts): number {
  const wall = new Date(0);
  wall.setUTCFullYear(year, month - 1, day);
  return wall.setUTCHours(hour, minute, second);
}

const PLAIN =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:T|[ \t]+)(\d\d?):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:[ \t]*(Z|UTC|[+-]\d\d:?\d\d))?)?$/;
const MONTH_LENGTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const TIME =
  /(\d+)\s*(?::\s*(\d+)(?:\s*:\s*(\d+)(?:[.,](\d*))?)?|h(?:\s*(\d+)m?(?:\s*(\d+)s?)?)?(?![a-z])|(?=\s*[ap]\.?m\b))(?:\s*([ap])\.?m\b\.?)?(?:\s*((?:gmt|utc)?[+-]\d+(?::\d+){0,2}|(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[a-z]+(?![a-z])(?:\s+dst\b)?))?/i;
const EUROPEAN = new RegExp(`('?\\d+)[^-\\d\\s']*\\s*\\b(${MONTHS})[^-\\d\\s'/]*[-\\s,]*('?\\d+)`, 'i');
const JOINED = new RegExp(`('?\\d+)-(${MONTHS})[^-/.]*-('?\\d+)`, 'i');
const AMERICAN = new RegExp(`\\b(${MONTHS})[^-\\d\\s']*[-\\s]*('?\\d+)[^-\\d\\s']*[-\\s,]+('?\\d+)`, 'i');
const MONTH_YEAR = new RegExp(`\\b(${MONTHS})[^-\\d\\s']*\\s*(\\d{3,})(?!\\d)`, 'i');
const NUMERIC = /('?\d+)([-/.])\s*(\d+)\2\s*('?\d+)/;
const COMPACT = /^\D*(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?\s*(Z|[+-]\d\d:?\d\d)?\D*$/i;
const ORDINAL = /(?<![\d-])(\d{4})-(\d{3})(?!\d)/;
const MIDNIGHT = { hour: 0, minute: 0, second: 0 };

function partsOfPlain([, year, month, day, hour, minute, second, , zone]: RegExpExecArray): DateParts {
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    ...(zone ? { zone } : {}),
  };
}

function partsOfLoose(text: string): DateParts | undefined {
  const compact = COMPACT.exec(text);
  if (compact) return partsOfPlain(compactAsPlain(compact));
  const time = TIME.exec(text);
  // As Ruby does: the time is cut out first, so that its digits are not taken for a day or a year.
  const rest = time ? `${text.slice(0, time.index)} ${text.slice(time.index + time[0].length)}` : text;
  const day = readDay(rest);
  if (!day) return undefined;
  if (time) return { ...day, ...readTime(time) };
  const hour = /\d{4}-\d\d?-\d\d?\s+(\d\d?)\s*$/.exec(text)?.[1];
  return { ...day, ...MIDNIGHT, hour: Number(hour ?? 0) };
}

function compactAsPlain(match: RegExpExecArray): RegExpExecArray {
  const plain = [...match] as RegExpExecArray;
  // The zone is the eighth group of the plain form, after the fraction that this form has not.
  plain.splice(7, 0, '');
  return plain;
}

function readTime(match: RegExpExecArray): Omit<DateParts, 'year' | 'month' | 'day'> {
  const [, hour, minute, second, , hMinute, hSecond, half, zone] = match;
  const twelve = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  return {
    hour: twelve,
    minute: Number(minute ?? hMinute ?? 0),
    second: Number(second ?? hSecond ?? 0),
    ...(zone ? { zone } : {}),
  };
}

function readDay(text: string): Day | undefined {
  const european = JOINED.exec(text) ?? EUROPEAN.exec(text);
  if (european) return arrange(european[3], monthOf(european[2]), european[1]);
  const american = AMERICAN.exec(text);
  if (american) return arrange(american[3], monthOf(american[1]), american[2]);
  const numeric = NUMERIC.exec(text);
  if (numeric) return arrange(numeric[1], Number(numeric[3]), numeric[4]);
  const monthYear = MONTH_YEAR.exec(text);
  if (monthYear) return { year: Number(monthYear[2]), month: monthOf(monthYear[1]), day: 1 };
  const ordinal = ORDINAL.exec(text);
  if (!ordinal) return undefined;
  const date = new Date(Date.UTC(Number(ordinal[1]), 0, Number(ordinal[2])));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Of two outer numbers the one with more than two digits is the year; else the first. */
function arrange(first = '', month: number, last = ''): Day {
  const swap = last.startsWith("'") || (last.length > 2 && first.length <= 2);
  const [year, day] = swap ? [last, first] : [first, last];
  return { year: fullYear(year.replace("'", '')), month, day: Number(day.replace("'", '')) };
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year >= 69 ? 1900 + year : 2000 + year;
}

function monthOf(name = ''): number {
  return MONTHS.split('|').indexOf(name.toLowerCase()) + 1;
}

function isInRange({ year, month, day, hour, minute, second }: DateParts): boolean {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return false;
  return minute < 60 && second <= 60 && (hour < 24 || (hour === 24 && minute === 0 && second === 0));
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** A day of the calendar, or one that it has not (31 June). */
export interface Day {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

/** A date and a time as written: what a clock on the wall shows, and the zone if the text names one. */
export interface DateParts extends Day {
  hour: number;
  minute: number;
  second: number;
  /** `Z`, `UTC`, `+0200`, `+02:00`, `EST`, as written. */
  zone?: string;
}
