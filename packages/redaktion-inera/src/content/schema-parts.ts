import { z } from 'astro/zod';
import type { Grade, Localized, Source } from '../types.ts';

/** An id: lower-case letters, digits and hyphens. */
export const id: z.ZodType<string> = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters a–z, digits and single hyphens')
  .describe('Lower-case letters, digits and hyphens. The name of the file and the address of the page.');

/** A text that is not empty. */
export const text: z.ZodType<string> = z.string().trim().min(1);

/** A list of texts; empty if it is left out. */
export const words: z.ZodType<string[]> = z.array(text).default([]);

/** A text, or one for each language. */
export const localized: z.ZodType<Localized> = z
  .union([text, z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/), text)])
  .describe("A text in the catalogue's own language, or one text for each language: { sv: …, en: … }.");

/** How well a fact is known. */
export const grade: z.ZodType<Grade> = z
  .enum(['A', 'B', 'C', 'own', 'unknown'])
  .describe(
    'A: an official page said so. B: a secondary source. C: one article alone. own: our editorial choice. unknown: not established.',
  );

/** An absolute address of the web. */
export const address: z.ZodType<string> = z.url({ protocol: /^https?$/ });

/** A day of the calendar, `YYYY-MM-DD`. */
export const day: z.ZodType<string> = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day, YYYY-MM-DD')
  .refine(isRealDay, 'is no day of the calendar');

/** A year, month or day. */
export const partialDate: z.ZodType<string> = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'must be YYYY, YYYY-MM or YYYY-MM-DD');

const source = z.strictObject({
  ref: text.describe('A short key, unique within the file.'),
  grade,
  url: address.optional().describe('Leave it out if the address is not known.'),
  date: partialDate.optional().describe('The date that the source itself bears.'),
  note: localized.describe('What the source is.'),
});

/** Where facts come from: at least one source. */
export const sources: z.ZodType<Source[]> = z.array(source).min(1, 'needs at least one source: no fact without one');

/** Whether a well-formed `YYYY-MM-DD` is in the calendar: 30 February is not. */
function isRealDay(value: string): boolean {
  const instant = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(value);
}
