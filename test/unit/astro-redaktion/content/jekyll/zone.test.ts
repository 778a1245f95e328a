import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateIn, instantOf, offsetAt } from '../../../../../packages/astro-redaktion/src/content/jekyll/zone.ts';

const zones = [
  'UTC',
  'Europe/Stockholm',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Africa/Cairo',
  'America/Santiago',
  'Antarctica/Troll',
  'Pacific/Kiritimati',
  'America/St_Johns',
];
const anyZone = fc.constantFrom(...zones);
const anyInstant = fc.integer({ min: Date.UTC(1905, 0, 1), max: Date.UTC(2090, 0, 1) });

describe('the offset of a zone', () => {
  it('gives the calendar day that Intl gives', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, timeZone) => {
        const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
        expect(dateIn(instant, timeZone).day).toBe(day);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the wall clock that Intl gives, near every change of the clock', () => {
    for (const timeZone of zones) {
      const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
      for (let hour = Date.UTC(2022, 0, 1); hour < Date.UTC(2023, 0, 1); hour += 3_600_000) {
        const wall = new Date(hour + offsetAt(hour, timeZone)).toISOString().slice(0, 19).replace('T', ' ');
        expect(`${timeZone} ${wall}`).toBe(`${timeZone} ${clock.format(hour)}`);
      }
    }
  });

  it('finds the very millisecond at which summer time begins', () => {
    const change = Date.UTC(2022, 2, 27, 1);
    expect(offsetAt(change - 1, 'Europe/Stockholm')).toBe(3_600_000);
    expect(offsetAt(change, 'Europe/Stockholm')).toBe(7_200_000);
  });
});

describe('the instant of a wall clock', () => {
  it('leads back to the same wall clock, except in the hour that does not exist', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (wall, timeZone) => {
        const instant = instantOf(wall, timeZone);
        const back = instant + offsetAt(instant, timeZone);
        // In a gap the clock moves forward by the gap: a day in Samoa, where a day was left out.
        expect(back - wall).toBeGreaterThanOrEqual(0);
        expect(back - wall).toBeLessThanOrEqual(86_400_000);
      }),
      { numRuns: 2000 },
    );
  });

  it('moves a time that the spring change skips forward, and takes the later of two in autumn, as Ruby does', () => {
    const stockholm = (...at: [number, number, number, number, number]): string =>
      new Date(instantOf(Date.UTC(...at), 'Europe/Stockholm')).toISOString();
    expect(stockholm(2022, 2, 27, 2, 30)).toBe('2022-03-27T01:30:00.000Z');
    expect(stockholm(2022, 9, 30, 2, 30)).toBe('2022-10-30T01:30:00.000Z');
  });
});
