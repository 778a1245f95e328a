import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { SiteOptions } from '../config/site-options.ts';
import { scheduleCalendar, scheduleJson } from '../outputs/schedule.ts';
import type { Site } from '../types.ts';

/**
 * Writes `schedule.json` and `schedule.ics` to a folder outside of the published site: they name posts that nobody
 * is to see yet. A file that is as it should be is left alone.
 *
 * @param folder ends with a slash
 */
export function writeSchedule(folder: URL, { site, options }: { site: Site; options: SiteOptions }): void {
  mkdirSync(folder, { recursive: true });
  const files = { 'schedule.json': scheduleJson(site), 'schedule.ics': scheduleCalendar(site, options) };
  for (const [name, text] of Object.entries(files)) {
    const file = new URL(name, folder);
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
}
