import { expect, test } from 'vitest';
import { dayIn, printDate } from '../../../../packages/redaktion-inera/src/model/dates.ts';

test('a day is the one of the site’s zone', () => {
  const instant = Date.parse('2026-01-31T23:30:00Z');
  expect(dayIn(instant, 'Europe/Stockholm')).toBe('2026-02-01');
  expect(dayIn(instant, 'America/New_York')).toBe('2026-01-31');
});

test('a date is printed as exactly as it is known', () => {
  expect(['2018', '2018-07', '2026-11-23'].map((date) => printDate(date, 'sv'))).toEqual([
    '2018',
    'juli 2018',
    '23 november 2026',
  ]);
  expect(printDate('2026-11-23', 'en')).toBe('November 23, 2026');
});
