import { plainError } from '../config/report.ts';
import { readDate } from './jekyll/date.ts';

/**
 * The one `now` of a build, in milliseconds: `astro build --now 2026-11-23`, else the environment's
 * `REDAKTION_NOW`, else the clock. Read as dates of posts are: without a zone it is the site's own; a number of
 * more than eight digits is milliseconds since 1970.
 *
 * @throws when it is no time
 */
export function buildNow(
  timeZone: string,
  { argv, env }: { argv: readonly string[]; env: Record<string, string | undefined> } = process,
): number {
  const given = argument(argv) ?? env['REDAKTION_NOW'];
  if (given === undefined) return Date.now();
  const { date, fault } = /^\d{9,15}$/.test(given) ? { date: { instant: Number(given) } } : readDate(given, timeZone);
  if (date && !fault) return date.instant;
  throw plainError(
    `The time of this build, “${given}”, is no time.`,
    'Give `--now` or REDAKTION_NOW a day or a time that exists, such as 2026-11-23 or 2026-11-23T08:00:00+01:00.',
  );
}

/** `--now <time>` or `--now=<time>`; Astro leaves flags that it does not know alone. */
function argument(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((text) => text === '--now' || text.startsWith('--now='));
  if (at === -1) return undefined;
  return argv[at]?.startsWith('--now=') ? argv[at].slice('--now='.length) : (argv[at + 1] ?? '');
}
