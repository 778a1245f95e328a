import { expect, test } from 'vitest';
import { glossaryJsonLd, serviceJsonLd } from '../../../../packages/redaktion-inera/src/model/json-ld.ts';
import { ineraCatalogue } from '../catalogues.ts';

test('a service is described by what the catalogue knows, and cannot end its element', () => {
  const npo = ineraCatalogue().byId.get('npo');
  if (!npo) throw new Error('the catalogue has lost NPÖ');
  const json = serviceJsonLd(npo, { url: 'https://a.se/tjanster/npo/', description: '</script>' });
  expect(json).not.toContain('<');
  expect(JSON.parse(json)).toMatchObject({
    '@type': 'GovernmentService',
    name: 'Nationell patientöversikt',
    alternateName: ['NPÖ', 'Nationella patientöversikten'],
    description: '</script>',
    provider: { name: 'Inera' },
  });
  expect(JSON.parse(json)).not.toHaveProperty('url');
});

test('abbreviations whose meaning is not known are no defined terms', () => {
  const term = { grade: 'A', services: [], own: false, sources: [] } as const;
  const terms = [
    { ...term, short: 'AB', long: 'Aktiebolag' },
    { ...term, short: 'XY' },
  ];
  const { hasDefinedTerm } = JSON.parse(glossaryJsonLd(terms, { url: 'https://a.se/o/', name: 'O' }));
  expect(hasDefinedTerm).toEqual([
    { '@type': 'DefinedTerm', name: 'AB', description: 'Aktiebolag', inDefinedTermSet: 'https://a.se/o/#terms' },
  ]);
});
