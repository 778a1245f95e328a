import { z } from 'astro/zod';
import { catalogueSchema, serviceSchema } from './schema.ts';

/**
 * The JSON Schema of one service's file (draft 2020-12), for editors and for those who read the catalogue by machine.
 * Fields with a default are optional: it describes what a person writes.
 */
export function serviceJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(serviceSchema, { io: 'input' }), title: 'A service' };
}

/** The JSON Schema of `catalogue.json` (see `model/export.ts`): the head, the services and where the schema stands. */
export function catalogueJsonSchema(): Record<string, unknown> {
  const whole = z.strictObject({
    $schema: z.string().optional(),
    catalogue: catalogueSchema,
    services: z.array(serviceSchema),
  });
  return { ...z.toJSONSchema(whole, { io: 'input' }), title: 'A catalogue of services' };
}
