import type { SiteOptions } from '../config/site-options.ts';
import type { Post, PostDate } from '../types.ts';

/** A date as RFC 3339 has it, in the site's own offset: `2022-06-02T08:00:00+02:00`. */
export function isoTime(date: PostDate): string {
  const known = TIMES.get(date);
  if (known !== undefined) return known;
  const time = new Date(date.instant + date.offset * MINUTE).toISOString().slice(0, 19) + offsetText(date.offset);
  TIMES.set(date, time);
  return time;
}

/** A date as RFC 822 with four-digit years (RSS 2.0) has it: `Thu, 02 Jun 2022 08:00:00 +0200`. */
export function rfc822Time(date: PostDate): string {
  const local = new Date(date.instant + date.offset * MINUTE).toUTCString();
  return local.replace('GMT', isoOffset(date.offset).replace(':', ''));
}

/** When a post last changed: its own date of change, or its newest correction. */
export function modified(post: Post, options: Pick<SiteOptions, 'timezone'>): PostDate {
  const latest = post.data.corrections.reduce((day, correction) => (correction.day > day ? correction.day : day), '');
  return latest > post.updated.day ? startOfDay(latest, options.timezone) : post.updated;
}

/**
 * The first moment of a calendar day in a time zone.
 *
 * @param day `YYYY-MM-DD`
 * @param zone IANA name
 */
export function startOfDay(day: string, zone: string): PostDate {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const guess = midnight - offsetAt(midnight, zone) * MINUTE;
  const offset = offsetAt(guess, zone);
  return { instant: midnight - offset * MINUTE, day, offset };
}

/** Minutes east of UTC at an instant, by the tz data of the runtime. */
function offsetAt(instant: number, zone: string): number {
  const parts = formatter(zone).formatToParts(instant);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /([+-])(\d\d):(\d\d)/.exec(name);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

function formatter(zone: string): Intl.DateTimeFormat {
  const known = FORMATTERS.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  FORMATTERS.set(zone, made);
  return made;
}

/** A site has two, with summer time. */
function offsetText(minutes: number): string {
  const known = OFFSETS.get(minutes);
  if (known !== undefined) return known;
  const made = isoOffset(minutes);
  OFFSETS.set(minutes, made);
  return made;
}

function isoOffset(minutes: number): string {
  const size = Math.abs(Math.round(minutes));
  const [hours, rest] = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0'));
  return `${minutes < 0 ? '-' : '+'}${hours}:${rest}`;
}

const MINUTE = 60_000;
/** A post's page tells each of its dates to readers, to three kinds of machines, and in lists. */
const TIMES = new WeakMap<PostDate, string>();
const OFFSETS = new Map<number, string>();
const FORMATTERS = new Map<string, Intl.DateTimeFormat>();
