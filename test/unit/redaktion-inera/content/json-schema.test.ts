import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  catalogueJsonSchema,
  serviceJsonSchema,
} from '../../../../packages/redaktion-inera/src/content/json-schema.ts';
import { serviceSchema } from '../../../../packages/redaktion-inera/src/content/schema.ts';
import { catalogueJson } from '../../../../packages/redaktion-inera/src/model/export.ts';
import { ineraCatalogue, packaged } from '../catalogues.ts';

test('service.schema.json beside the data is what the schema says (UPDATE=1 rewrites it)', () => {
  const path = `${packaged}/service.schema.json`;
  const expected = `${JSON.stringify(serviceJsonSchema(), null, 2)}\n`;
  if (process.env['UPDATE']) writeFileSync(path, expected);
  expect(readFileSync(path, 'utf8')).toBe(expected);
});

test('the JSON Schema is strict, explains its fields and asks for a source', () => {
  const schema = serviceJsonSchema() as {
    additionalProperties: unknown;
    required: string[];
    properties: Record<string, { description?: string }>;
  };
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required).toEqual(['id', 'name', 'category', 'description', 'status', 'owner', 'sources']);
  expect(schema.properties['ambiguous']?.description).toContain('never taken for a mention');
  expect(catalogueJsonSchema()).toMatchObject({ required: ['catalogue', 'services'] });
});

test('catalogue.json says relations from both sides and can be read back by the same schema', () => {
  const json = catalogueJson(ineraCatalogue(), 'https://example.org/catalogue.schema.json');
  const read = JSON.parse(JSON.stringify(json)) as typeof json;
  expect(read.services).toHaveLength(58);
  for (const service of read.services) expect(serviceSchema.safeParse(service).error, service.id).toBeUndefined();
  const siths = read.services.find(({ id }) => id === 'siths');
  expect(siths?.relations).toContainEqual({ type: 'login-for', to: 'npo', grade: 'A' });
});
