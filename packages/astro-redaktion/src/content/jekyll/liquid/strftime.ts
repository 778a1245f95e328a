import { DAYS, MONTHS } from '../../../model/english-names.ts';
import type { Clock, Moment } from './moment.ts';
import { clockOf, pad, printOffset } from './moment.ts';

/** Ruby's `strftime`. Facts: https://docs.ruby-lang.org/en/3.1/strftime_formatting_rdoc.html */
export function strftime(moment: Moment, format: string): string {
  const clock = clockOf(moment);
  return format.replace(
    /%([-_0^#]*)(:{0,2})(\d{0,3})[EO]?([a-zA-Z%+])/g,
    (whole: string, flags: string, colons: string, width: string, code: string) => {
      const piece = printPiece(code, { clock, moment, colons });
      return piece === undefined ? whole : shape(piece, flags, width);
    },
  );
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

function shape({ text, width: own, fill }: Piece, flags: string, width: string): string {
  let result = text;
  if (flags.includes('^') || flags.includes('#')) result = result.toUpperCase();
  if (flags.includes('-')) return result;
  const char = flags.includes('_') ? ' ' : flags.includes('0') ? '0' : fill;
  return result.padStart(width ? Number(width) : own, char);
}

function printPiece(code: string, { clock, moment, colons }: Subject): Piece | undefined {
  const number = numbers[code];
  if (number) return { text: String(number.of(clock, moment)), width: number.width, fill: number.fill ?? '0' };
  const text = texts[code]?.(clock, moment, colons);
  return text === undefined ? undefined : { text, width: 0, fill: ' ' };
}

const numbers: Record<string, { width: number; fill?: ' '; of: (clock: Clock, moment: Moment) => number }> = {
  Y: { width: 4, of: (c) => c.year },
  C: { width: 2, of: (c) => Math.floor(c.year / 100) },
  y: { width: 2, of: (c) => c.year % 100 },
  m: { width: 2, of: (c) => c.month },
  d: { width: 2, of: (c) => c.day },
  e: { width: 2, fill: ' ', of: (c) => c.day },
  j: { width: 3, of: (c) => c.dayOfYear },
  H: { width: 2, of: (c) => c.hour },
  k: { width: 2, fill: ' ', of: (c) => c.hour },
  I: { width: 2, of: (c) => c.hour % 12 || 12 },
  l: { width: 2, fill: ' ', of: (c) => c.hour % 12 || 12 },
  M: { width: 2, of: (c) => c.minute },
  S: { width: 2, of: (c) => c.second },
  L: { width: 3, of: (c) => c.millisecond },
  N: { width: 9, of: (c) => c.millisecond * 1_000_000 },
  s: { width: 1, of: (_, moment) => Math.floor(moment.instant / 1000) },
  u: { width: 1, of: (c) => c.weekday || 7 },
  w: { width: 1, of: (c) => c.weekday },
  U: { width: 2, of: (c) => Math.floor((c.dayOfYear + 6 - c.weekday) / 7) },
  W: { width: 2, of: (c) => Math.floor((c.dayOfYear + 6 - ((c.weekday + 6) % 7)) / 7) },
  V: { width: 2, of: (c) => isoWeek(c).week },
  G: { width: 4, of: (c) => isoWeek(c).year },
  g: { width: 2, of: (c) => isoWeek(c).year % 100 },
};

const texts: Record<string, (clock: Clock, moment: Moment, colons: string) => string> = {
  B: (c) => monthName(c.month),
  b: (c) => monthName(c.month).slice(0, 3),
  h: (c) => monthName(c.month).slice(0, 3),
  A: (c) => DAYS[c.weekday] ?? '',
  a: (c) => (DAYS[c.weekday] ?? '').slice(0, 3),
  p: (c) => (c.hour < 12 ? 'AM' : 'PM'),
  P: (c) => (c.hour < 12 ? 'am' : 'pm'),
  z: (c, _, colons) => printOffset(c.offset, colons ? ':' : '') + (colons === '::' ? ':00' : ''),
  Z: (_, moment) => zoneName(moment),
  F: (c) => `${pad(c.year, 4)}-${pad(c.month)}-${pad(c.day)}`,
  T: (c) => `${pad(c.hour)}:${pad(c.minute)}:${pad(c.second)}`,
  X: (c) => `${pad(c.hour)}:${pad(c.minute)}:${pad(c.second)}`,
  R: (c) => `${pad(c.hour)}:${pad(c.minute)}`,
  r: (_, moment) => strftime(moment, '%I:%M:%S %p'),
  D: (_, moment) => strftime(moment, '%m/%d/%y'),
  x: (_, moment) => strftime(moment, '%m/%d/%y'),
  c: (_, moment) => strftime(moment, '%a %b %e %H:%M:%S %Y'),
  v: (_, moment) => strftime(moment, '%e-%^b-%Y'),
  n: () => '\n',
  t: () => '\t',
  '%': () => '%',
};

function isoWeek({ year, dayOfYear, weekday }: Clock): { year: number; week: number } {
  const thursday = new Date(Date.UTC(year, 0, dayOfYear + 4 - (weekday || 7)));
  const start = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return {
    year: thursday.getUTCFullYear(),
    week: Math.floor((thursday.getTime() - start) / 604_800_000) + 1,
  };
}

function zoneName({ instant, zone }: Moment): string {
  if (typeof zone === 'number') return zone === 0 ? 'UTC' : '';
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' });
  return format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

interface Piece {
  text: string;
  width: number;
  fill: string;
}
interface Subject {
  clock: Clock;
  moment: Moment;
  colons: string;
}
