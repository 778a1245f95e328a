import type { SiteOptions } from '../config/site-options.ts';
import { createT } from '../i18n/translate.ts';
import type { ScheduledChange, Site } from '../types.ts';
import { isoTime } from './moment.ts';

type Facts = Pick<Site, 'schedule' | 'held'>;

/**
 * What the site waits for, for machines: `next` is when it should be built again, `changes` is what then comes or
 * goes, `held` is everything that is held back in this build. The same posts give the same bytes.
 */
export function scheduleJson({ schedule, held }: Facts): string {
  const changes = schedule.map(({ at, action, post }) => ({ at: isoTime(at), action, ...post }));
  const list = held.map(({ post, reason, due }) => ({ reason, ...(due ? { due: isoTime(due) } : {}), ...post }));
  return `${JSON.stringify({ next: changes[0]?.at ?? null, changes, held: list }, null, 2)}\n`;
}

/** The changes as a calendar (RFC 5545) that editors can subscribe to. */
export function scheduleCalendar({ schedule }: Facts, options: SiteOptions): string {
  const t = createT(options.lang, options.strings);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//astro-redaktion//schedule//EN',
    `NAME:${escaped(t('scheduleName', { site: options.title }))}`,
    `X-WR-CALNAME:${escaped(t('scheduleName', { site: options.title }))}`,
    ...schedule.flatMap((change) => eventLines(change, t(TEXTS[change.action], { title: change.post.title }))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const TEXTS = { publish: 'schedulePublish', expire: 'scheduleExpire' } as const;

/** A point in time, which takes nobody's time. Stamped with its own moment, so that the file changes with the posts alone. */
function eventLines({ at, action, post }: ScheduledChange, summary: string): string[] {
  const time = new Date(at.instant).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
  return [
    'BEGIN:VEVENT',
    `UID:${action}-${encodeURIComponent(post.file)}@astro-redaktion`,
    `DTSTAMP:${time}`,
    `DTSTART:${time}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(post.file)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

/** Lines of at most 75 bytes, cut between characters (RFC 5545, 3.1). */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let [text, bytes] = ['', 0];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > 75) [text, bytes] = [`${text}\r\n `, 1];
    text += character;
    bytes += size;
  }
  return text;
}
