import { z } from 'astro/zod';

/** A line of plain text. */
export const line: z.ZodString = z.string().min(1, 'must not be empty');

/** A switch: `open`, `open=true`, `open=false`. */
export const flag: z.ZodType<boolean, boolean | 'true' | 'false'> = z.union([
  z.boolean(),
  z.enum(['true', 'false']).transform((value) => value === 'true'),
]);

/** A whole number above zero, as number or text. */
export const size: z.ZodType<number, number | string> = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .refine((value) => Number.isInteger(value) && value > 0, 'must be a number of pixels, as 1200');

/** A file of the site's own: a page asks nobody else before its reader does. */
export const ownFile: z.ZodString = z
  .string()
  .regex(
    /^\/(?!\/)[^\s"<>]+$/,
    'must be a file of your own, from the root: /assets/…; a picture beside the post stands inside the block, as ![…](./a.jpg)',
  );

/** An address to link to. */
export const address: z.ZodString = z
  .string()
  .regex(/^(?:https:\/\/|\/(?!\/)|#)[^\s"<>]*$/, 'must be an address that begins with https:// or /');
