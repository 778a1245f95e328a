import type { PostDate } from '../../types.ts';

/**
 * Time zones by arithmetic of our own over `Intl`, never the machine's zone.
 *
 * Asking `Intl` costs microseconds a time, so each zone remembers its offset week by week: a week that begins
 * and ends with the same offset has no change inside it (no zone in the tz database changes its clock twice
 * within seven days since 1900), and a week that does has its change found once, by halving.
 */
export function offsetAt(instant: number, timeZone: string): number {
  const zone = zoneOf(timeZone);
  const number = Math.floor(instant / WEEK);
  let week = zone.weeks.get(number);
  if (!week) {
    week = readWeek(zone, number);
    zone.weeks.set(number, week);
  }
  return instant < week.change ? week.before : week.after;
}

/**
 * The instant at which clocks on the wall of a zone show `wall` (that time as if it were UTC, in milliseconds).
 *
 * As Ruby's `Time.local` has it: a time that a spring change skips moves forward by the change, and of the two
 * instants that an autumn change gives the later one is meant.
 */
export function instantOf(wall: number, timeZone: string): number {
  const before = wall - offsetAt(wall - DAY, timeZone);
  const after = wall - offsetAt(wall + DAY, timeZone);
  if (wall - offsetAt(after, timeZone) === after) return after;
  return before;
}

/** An instant with the calendar day and the offset (minutes) that it has in a zone. */
export function dateIn(instant: number, timeZone: string): PostDate {
  const offset = offsetAt(instant, timeZone);
  return { instant, day: new Date(instant + offset).toISOString().slice(0, -14), offset: offset / MINUTE };
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const WEEK = 7 * DAY;
const zones = new Map<string, Zone>();

function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    zone = { clock, weeks: new Map() };
    zones.set(name, zone);
  }
  return zone;
}

function readWeek(zone: Zone, number: number): Week {
  let low = number * WEEK;
  let high = low + WEEK;
  const before = askIntl(zone, low);
  const after = askIntl(zone, high - 1);
  if (before === after) return { before, after, change: low };
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (askIntl(zone, middle) === before) low = middle;
    else high = middle;
  }
  return { before, after, change: high };
}

function askIntl(zone: Zone, instant: number): number {
  const field: Record<string, string> = {};
  for (const { type, value } of zone.clock.formatToParts(instant)) field[type] = value;
  const year = field['era'] === 'BC' ? 1 - Number(field['year']) : Number(field['year']);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(field['month']) - 1, Number(field['day']));
  wall.setUTCHours(Number(field['hour']), Number(field['minute']), Number(field['second']));
  return wall.getTime() - Math.floor(instant / 1000) * 1000;
}

interface Zone {
  clock: Intl.DateTimeFormat;
  weeks: Map<number, Week>;
}

/** Offsets in milliseconds before and from the instant `change`. */
interface Week {
  before: number;
  after: number;
  change: number;
}
