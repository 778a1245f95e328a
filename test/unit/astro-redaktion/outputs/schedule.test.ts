import { describe, expect, test } from 'vitest';
import { scheduleCalendar, scheduleJson } from '../../../../packages/astro-redaktion/src/outputs/schedule.ts';
import { tableOptions, tableSite } from '../../../helpers/table-site.ts';

const site = tableSite({
  ute: { date: '2029-12-01', expires: '2030-03-01T12:00:00Z' },
  snart: {
    date: '2030-02-01T06:30:00Z',
    expires: '2030-02-02',
    title: 'Nytt; om å, ä\\ö och ett mycket långt namn på en artikel om ärenden',
  },
  utkast: { date: '2030-01-02', draft: true, expires: '2030-05-01' },
});

describe('the schedule', () => {
  test('says what comes and goes, and when to build next', () => {
    const { next, changes, held } = JSON.parse(scheduleJson(site)) as Record<string, unknown[]>;
    expect(next).toBe('2030-02-01T06:30:00+00:00');
    expect(changes?.map((change) => Object.values(change as object).slice(0, 2))).toEqual([
      ['2030-02-01T06:30:00+00:00', 'publish'],
      ['2030-02-02T00:00:00+00:00', 'expire'],
      ['2030-03-01T12:00:00+00:00', 'expire'],
    ]);
    expect(held).toMatchObject([
      { reason: 'future', due: '2030-02-01T06:30:00+00:00', file: '_posts/2030-02-01-snart.md' },
      { reason: 'draft', title: 'utkast' },
    ]);
  });

  test('of a site that waits for nothing is empty', () => {
    expect(JSON.parse(scheduleJson(tableSite({ a: {} })))).toEqual({ next: null, changes: [], held: [] });
    expect(scheduleCalendar(tableSite({}), tableOptions())).not.toContain('VEVENT');
  });

  test('is a calendar whose lines are escaped and at most 75 bytes', () => {
    const calendar = scheduleCalendar(site, tableOptions());
    const lines = calendar.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    const unfolded = calendar.replaceAll('\r\n ', '');
    expect(unfolded).toContain(
      'SUMMARY:Publiceras: Nytt\\; om å\\, ä\\\\ö och ett mycket långt namn på en artikel om ärenden',
    );
    expect(unfolded).toContain('DTSTART:20300201T063000Z');
    expect(unfolded.match(/^UID:.*$/gm)?.length).toBe(new Set(unfolded.match(/^UID:.*$/gm)).size);
  });
});
