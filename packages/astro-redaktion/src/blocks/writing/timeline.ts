import { z } from 'astro/zod';
import { type Block, defineBlock, escapeHtml } from '../../block.ts';
import { formatDate } from '../../i18n/format.ts';
import { markdownLabel } from '../markdown-label.ts';
import { boldLine, paragraphs } from './held.ts';
import { readPairs } from './lists.ts';
import { line } from './props.ts';

const ISO = /^\d{4}-\d{2}(?:-\d{2})?$/;

const event = z.strictObject({
  /** A year, `2009-03`, `2009-03-01`, or words. */
  date: z
    .preprocess((given) => (typeof given === 'number' ? String(given) : given), line)
    .refine((date) => !ISO.test(date) || isDay(date.padEnd(10, '-01')), 'is no date of the calendar'),
  text: line,
});

export const timelineProps = z.strictObject({
  title: line.optional(),
  /** `1993: Lagen antas; 2009-03: Den ändras`, a list or JSON. Else a list inside the block, dates in bold. */
  events: z.preprocess((given) => readPairs(given, ['date', 'text']), z.array(event).min(1)).optional(),
});

export type TimelineInput = z.input<typeof timelineProps>;

/** What happened, in order. */
export const timeline: Block = defineBlock({
  name: 'timeline',
  props: timelineProps,
  component: new URL('../../views/components/Timeline.astro', import.meta.url),
  feed({ title, events = [] }, { lang, html }) {
    const items = events.map(
      ({ date, text }) => `<li><strong>${escapeHtml(writeDate(date, lang))}</strong> ${escapeHtml(text)}</li>`,
    );
    return `${title ? boldLine(title).html : ''}${items.length > 0 ? `<ul>${items.join('')}</ul>` : ''}${html}`;
  },
  text({ title, events = [] }, { lang, markdown }) {
    const items = events.map(
      ({ date, text }) => `- **${markdownLabel(writeDate(date, lang))}** ${markdownLabel(text)}`,
    );
    return paragraphs(title && boldLine(title).markdown, items.join('\n'), markdown);
  },
});

/** A date of the calendar in words; other text stays. */
export function writeDate(date: string, lang: string): string {
  if (!ISO.test(date)) return date;
  const day = date.padEnd(10, '-01');
  const style = day === date ? 'long' : 'month';
  return formatDate({ instant: Date.parse(day), day, offset: 0 }, { lang, timezone: 'UTC', style });
}

/** What `<time>` takes; nothing for words. */
export function machineDate(date: string): string | undefined {
  return /^\d{4}(?:-\d{2}){0,2}$/.test(date) ? date : undefined;
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
