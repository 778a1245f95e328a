import { afterEach, describe, expect, test } from 'vitest';
import {
  formatDate,
  formatList,
  formatMonth,
  formatNumber,
  listParts,
} from '../../../../packages/astro-redaktion/src/i18n/format.ts';

const date = { instant: Date.parse('2022-06-01T22:30:00Z'), day: '2022-06-02', offset: 120 };
const written = (lang: string, style?: 'long' | 'short' | 'month' | 'time') =>
  formatDate(date, { lang, timezone: 'Europe/Stockholm', style });
const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('formatDate', () => {
  test('writes the calendar day that the date has in the site’s zone', () => {
    expect([written('sv'), written('sv', 'short'), written('sv', 'month'), written('sv', 'time')]).toEqual([
      '2 juni 2022',
      '2 juni',
      'juni 2022',
      '2 juni 2022 kl. 00:30',
    ]);
    expect([written('en'), written('en-GB')]).toEqual(['June 2, 2022', '2 June 2022']);
  });

  test.each(['Pacific/Kiritimati', 'America/Los_Angeles'])('is not moved by a machine in %s', (machine) => {
    process.env['TZ'] = machine;
    expect(new Date(date.instant).getDate(), 'the zone took').toBe(machine === 'Pacific/Kiritimati' ? 2 : 1);
    expect([written('sv'), written('sv', 'time')]).toEqual(['2 juni 2022', '2 juni 2022 kl. 00:30']);
  });

  test('uses plain and no-break spaces alone', () => {
    for (const lang of ['sv', 'en', 'fr', 'de']) expect(written(lang, 'time')).not.toMatch(/[\u2009\u202F]/);
  });
});

test('months, numbers and lists follow the language', () => {
  expect([formatMonth(1, 'sv'), formatMonth(12, 'en')]).toEqual(['januari', 'December']);
  expect([formatNumber(2022, 'sv'), formatNumber(12345, 'sv'), formatNumber(12345, 'en')]).toEqual([
    '2022',
    '12\u00A0345',
    '12,345',
  ]);
  expect([formatList(['a'], 'sv'), formatList(['a', 'b', 'c'], 'sv')]).toEqual(['a', 'a, b och c']);
});

test('a list of things keeps the things apart from the words between them', () => {
  const [anna, bo] = [{ name: 'Anna' }, { name: 'Bo' }];
  expect(listParts([anna, bo], 'sv')).toEqual([{ item: anna }, { text: ' och ' }, { item: bo }]);
  expect(listParts([], 'sv')).toEqual([]);
});
