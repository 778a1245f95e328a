import { z } from 'astro/zod';
import { datesOf } from './chart-dates.ts';

/** A row of numbers with a name; the name may be empty where there is but one. */
export interface Series {
  name: string;
  values: number[];
}

/** Labels and series as writers give them: lists, JSON, or text with commas. */
export const chartProps = z
  .strictObject({
    /** Names the file with the numbers. */
    id: z
      .string()
      .regex(/^[\w-]+$/, 'must be letters, digits and hyphens')
      .optional(),
    type: z.enum(['bar', 'line', 'area', 'stacked', 'dot']).default('bar'),
    title: z.string().min(1).optional(),
    /** `['2020', '2021']` or `2020, 2021`. Days (`2024-05-01`) and months (`2024-05`) stand as far apart as they are. */
    labels: z.preprocess(readLabels, z.array(z.string()).min(1)),
    /** `[[1, 2], [3, 4]]`, `[{name, values}]`, or `Män: 1, 2; Kvinnor: 3, 4`. Decimals have a point. */
    series: z.preprocess(
      readSeries,
      z
        .array(z.strictObject({ name: z.string(), values: z.array(number()).min(1) }))
        .min(1)
        .max(6),
    ),
    /** What the numbers count: `procent`, `miljoner kronor`. */
    unit: z.string().optional(),
    /** Where they come from, and its address. */
    source: z.string().optional(),
    sourceUrl: z
      .string()
      .regex(/^https:\/\/\S+$/, 'must begin with https://')
      .optional(),
  })
  .superRefine(({ labels, series, type }, context) => {
    for (const [index, { name, values }] of series.entries()) {
      const say = (message: string): void => context.addIssue({ code: 'custom', path: ['series'], message });
      const called = name || `number ${index + 1}`;
      if (values.length !== labels.length) say(`"${called}" has ${values.length} values for ${labels.length} labels`);
      if (type === 'stacked' && values.some((value) => value < 0))
        say(`"${called}" has values below zero, which cannot be stacked`);
    }
    const times = datesOf(labels);
    if (times?.some((time, index) => time <= (times[index - 1] ?? Number.NEGATIVE_INFINITY)))
      context.addIssue({ code: 'custom', path: ['labels'], message: 'are dates, so they must be in order' });
  });

/** What writers give: `labels` and `series`, or rows of which the first column holds the labels. */
export type ChartInput = Partial<z.input<typeof chartProps>> & {
  /** A file of the data folder. */
  data?: string;
  /** Objects, or lists of which the first one is the heads; also as JSON. */
  rows?: unknown;
  /** Which columns of these are the series, in order: `2023, 2024`. Default: all but the first. */
  columns?: string | string[];
};

/** Numbers that are checked and fit together. */
export type ChartProps = z.output<typeof chartProps>;

function number(): z.ZodNumber {
  return z.number({ error: ({ input }) => `${JSON.stringify(input)} is no number` });
}

function readLabels(given: unknown): unknown {
  const list = fromJson(given);
  if (Array.isArray(list)) return list.map((label) => (typeof label === 'number' ? String(label) : label));
  return typeof list === 'string' ? split(list, ',').map(unquoted) : list;
}

function readSeries(given: unknown): unknown {
  const list = fromJson(given);
  if (typeof list === 'string') return split(list, ';').filter(Boolean).map(readLine);
  if (!Array.isArray(list)) return list;
  if (list.length > 0 && list.every((item) => typeof item !== 'object'))
    return [{ name: '', values: list.map(toNumber) }];
  return list.map((item) => (Array.isArray(item) ? { name: '', values: item.map(toNumber) } : item));
}

function readLine(line: string): Series | { name: string; values: unknown[] } {
  const [, name = '', numbers = ''] = /^(?:([^:]*):)?(.*)$/s.exec(line) ?? [];
  return { name: name.trim(), values: split(numbers, ',').map(toNumber) };
}

/** Text that is no number stays text, so that the schema can quote it. */
function toNumber(given: unknown): unknown {
  return typeof given === 'string' && /^[-−]?\d+(?:\.\d+)?$/.test(given.trim())
    ? Number(given.replace('−', '-'))
    : given;
}

function split(text: string, sign: string): string[] {
  return text.split(sign).map((part) => part.trim());
}

/** JSON, also as Jekyll includes have it for a script to put into brackets: `[1, 2], [3, 4]`. */
function fromJson(given: unknown): unknown {
  if (typeof given !== 'string' || !/^\s*\[/.test(given)) return given;
  for (const text of [given, `[${given}]`]) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // Not this one.
    }
  }
  return given;
}

/** `'Jan'`, as a list in a script has it. */
function unquoted(label: string): string {
  return /^(["']).*\1$/s.test(label) ? label.slice(1, -1) : label;
}
