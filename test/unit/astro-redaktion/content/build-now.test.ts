import { describe, expect, test } from 'vitest';
import { buildNow } from '../../../../packages/astro-redaktion/src/content/build-now.ts';

const now = (argv: string[], env: Record<string, string> = {}) => buildNow('Europe/Stockholm', { argv, env });

describe('the one now of a build', () => {
  test.each([
    [['build', '--now', '2026-11-23'], '2026-11-22T23:00:00.000Z'],
    [['build', '--now=2026-06-01 08:00:00'], '2026-06-01T06:00:00.000Z'],
    [['--now', '2026-11-23T08:00:00Z'], '2026-11-23T08:00:00.000Z'],
    [['--now', '1795219200000'], '2026-11-21T00:00:00.000Z'],
  ])('is read from %j in the zone of the site', (argv, expected) => {
    expect(new Date(now(argv)).toISOString()).toBe(expected);
  });

  test('comes from the argument, else the environment, else the clock', () => {
    const env = { REDAKTION_NOW: '2020-01-01T00:00:00Z' };
    expect(now([], env)).toBe(Date.UTC(2020, 0, 1));
    expect(now(['--now', '2021-01-01T00:00:00Z'], env)).toBe(Date.UTC(2021, 0, 1));
    expect(Math.abs(now([]) - Date.now())).toBeLessThan(5000);
  });

  test.each(['', 'i morgon', '2026-02-31'])('that is no time stops the build: %j', (text) => {
    expect(() => now(['--now', text])).toThrow(`“${text}”`);
    expect(() => now(['--now'])).toThrow('is no time');
  });
});
