import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDateText } from '../../../../../packages/astro-redaktion/src/content/jekyll/date-text.ts';
import { readDate } from '../../../../../packages/astro-redaktion/src/content/jekyll/date.ts';

const stockholm = 'Europe/Stockholm';
const utc = (value: unknown, zone = stockholm): string | undefined => {
  const { date } = readDate(value, zone);
  return date && new Date(date.instant).toISOString();
};

describe('a date', () => {
  it('is that instant when it names its zone, with the day that it has on the site', () => {
    expect(readDate('2022-06-02 00:30:00 +0200', stockholm).date).toEqual({
      instant: Date.UTC(2022, 5, 1, 22, 30),
      day: '2022-06-02',
      offset: 120,
    });
    expect(readDate('2022-06-02 00:30:00 +0200', 'UTC').date).toMatchObject({ day: '2022-06-01', offset: 0 });
  });

  it("is in the site's zone when it names none, summer and winter", () => {
    expect(utc('2022-06-02 08:00')).toBe('2022-06-02T06:00:00.000Z');
    expect(utc('2022-12-02 08:00')).toBe('2022-12-02T07:00:00.000Z');
    expect(utc('2022-06-02')).toBe('2022-06-01T22:00:00.000Z');
  });

  it('is read from the number that YAML makes of 20220602', () => {
    expect(utc(20220602)).toBe('2022-06-01T22:00:00.000Z');
  });

  it('may be a Date, as other YAML readers give it', () => {
    expect(utc(new Date('2022-06-02T08:00:00Z'))).toBe('2022-06-02T08:00:00.000Z');
  });

  it.each([
    '',
    'nästa torsdag',
    '2022',
    '2022-06',
    '12:30',
    'June 2',
    '2022-13-01',
    '2022-00-10',
    '2022-06-32',
    '06/13/2022',
    '6 maj 2022',
    '2022-06-02 25:00',
    '2022-06-02 08:60',
    'true',
    '1654156800',
  ])('is none in "%s"', (text) => expect(readDate(text, stockholm)).toEqual({ fault: 'unreadable' }));

  it.each([true, null, undefined, ['2022-06-02'], { a: 1 }])('is none in %j', (value) => {
    expect(readDate(value, stockholm)).toEqual({ fault: 'unreadable' });
  });

  it('rolls a day that the month has not into the next month, and says so', () => {
    expect(readDate('2022-06-31', stockholm)).toMatchObject({ date: { day: '2022-07-01' }, fault: 'impossible-day' });
    expect(readDate('2024-02-29', stockholm)).not.toHaveProperty('fault');
    expect(readDate('1900-02-29', 'UTC')).toMatchObject({ fault: 'impossible-day' });
  });

  it('says when it passes over the name of a zone, as Ruby does', () => {
    expect(readDate('2022-06-02 08:00 CEST', stockholm)).toMatchObject({ date: { instant: Date.UTC(2022, 5, 2, 6) } });
    expect(readDate('2022-06-02 08:00 CEST', 'UTC')).toMatchObject({
      date: { instant: Date.UTC(2022, 5, 2, 8) },
      fault: 'unknown-zone',
    });
  });

  it('is read back from every instant and offset', () => {
    const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2090, 0, 1) / 1000 }), offsets, (seconds, offset) => {
        const wall = new Date(seconds * 1000 + offset * 60_000).toISOString().slice(0, 19).replace('T', ' ');
        const size = Math.abs(offset);
        const zone = `${offset < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${String(size % 60).padStart(2, '0')}`;
        expect(readDate(`${wall} ${zone}`, stockholm).date?.instant).toBe(seconds * 1000);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      '2022',
      '06',
      '-',
      '/',
      '.',
      ':',
      ' ',
      'June',
      'T',
      '+',
      '0200',
      'pm',
      'Z',
      "'",
      '99',
      'h',
      ',',
      'å',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (source) => {
        const { date } = readDate(source, stockholm);
        if (date) expect(date.day).toMatch(/^\d{4}-\d\d-\d\d$/);
        parseDateText(source);
      }),
      { numRuns: 5000 },
    );
  });
});
