import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readExtras } from '../../../../packages/redaktion-inera/src/content/read-extras.ts';
import { abbreviations } from '../../../../packages/redaktion-inera/src/model/glossary.ts';
import { ineraCatalogue, packaged } from '../catalogues.ts';

const inera = ineraCatalogue();
const ids = inera.services.map(({ id }) => id);

test('the packaged terms and guides are whole, and each step has a source', () => {
  const { terms, guides, problems } = readExtras([packaged], { root: packaged, ids });
  expect(problems).toEqual([]);
  expect(terms.map(({ short }) => short)).toContain('RIV-TA');
  expect(guides.get('supplier')?.steps.map(({ id }) => id)).toEqual([
    'customer',
    'agreement',
    'hsa',
    'siths',
    'riv-ta',
    'order',
    'test',
  ]);
});

test('the glossary holds the abbreviations of services and the terms beside them', () => {
  const { terms } = readExtras([packaged], { root: packaged, ids });
  const all = abbreviations(inera, terms);
  expect(all).toHaveLength(abbreviations(inera).length + terms.length);
  expect(all.find(({ short }) => short === 'TGP')).toMatchObject({ own: false, services: ['npo'] });
  expect(all.every(({ sources }) => sources.length > 0)).toBe(true);
});

test('unknown services and steps without a source are named with file and line', () => {
  const root = fileURLToPath(new URL('../fixtures', import.meta.url));
  const { problems } = readExtras([`${root}/faults`, `${root}/stad`], { root, ids: ['tva'] });
  expect(problems.map(({ code, file, line }) => `${code} ${file}:${line}`)).toEqual([
    'service-unknown faults/terms.yml:4',
    'field-missing faults/guides/bygga.yml:4',
  ]);
  expect(problems[0]?.fix).toBe('Did you mean "tva"?');
});
