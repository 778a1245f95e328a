import { offsetAt } from '../zone.ts';

/** An instant in a zone, as Ruby's `Time` (or `Date`, when `isDay`) is one. */
export class Moment {
  /** Milliseconds since 1970. */
  readonly instant: number;
  /** IANA name, `UTC`, or an offset in minutes that the text itself gave. */
  readonly zone: string | number;
  /** A calendar day without a time. */
  readonly isDay: boolean;

  constructor(instant: number, zone: string | number, isDay = false) {
    this.instant = instant;
    this.zone = zone;
    this.isDay = isDay;
  }
  toJSON(): string {
    return printMoment(this);
  }
}

/** What a clock on the wall in that zone shows. */
export interface Clock {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** 0 is Sunday. */
  weekday: number;
  /** 1 is 1 January. */
  dayOfYear: number;
  /** Minutes ahead of UTC. */
  offset: number;
}

/** Ruby's `to_s`: `2022-06-02 08:00:00 +0200`, or `2022-06-02` for a day. */
export function printMoment(moment: Moment): string {
  const { year, month, day, hour, minute, second, offset } = clockOf(moment);
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  if (moment.isDay) return date;
  return `${date} ${pad(hour)}:${pad(minute)}:${pad(second)} ${printOffset(offset, '')}`;
}

/** `+02:00` with the separator between hours and minutes. */
export function printOffset(minutes: number, separator: string): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}${separator}${pad(size % 60)}`;
}

export function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

export function clockOf({ instant, zone }: Moment): Clock {
  const offset = typeof zone === 'number' ? zone : Math.round(offsetAt(instant, zone) / 60_000);
  const wall = new Date(instant + offset * 60_000);
  const year = wall.getUTCFullYear();
  return {
    year,
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    millisecond: wall.getUTCMilliseconds(),
    weekday: wall.getUTCDay(),
    dayOfYear: Math.floor((wall.getTime() - Date.UTC(year, 0, 1)) / 86_400_000) + 1,
    offset,
  };
}
