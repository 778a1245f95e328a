import { z } from 'astro/zod';
import type { Guide, TermEntry } from '../types.ts';
import { day, grade, id, localized, sources, text } from './schema-parts.ts';

/** `terms.yml`: abbreviations of the field that are no services. */
export const termsSchema: z.ZodType<TermEntry[]> = z.array(
  z.strictObject({
    short: text,
    long: text,
    grade,
    services: z.array(id).default([]),
    sources,
  }),
);

/** `guides/<id>.yml`: a way through something, step by step. */
export const guideSchema: z.ZodType<Guide> = z.strictObject({
  id,
  title: localized,
  intro: localized.optional(),
  checked: day.optional(),
  steps: z
    .array(
      z.strictObject({
        id,
        title: localized,
        text: localized,
        grade,
        services: z.array(id).default([]),
        sources,
      }),
    )
    .min(1),
});
