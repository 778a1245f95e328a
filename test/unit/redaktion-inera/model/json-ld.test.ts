import { expect, test } from 'vitest';
import {
  directoryJsonLd,
  glossaryJsonLd,
  guideJsonLd,
  serviceJsonLd,
} from '../../../../packages/redaktion-inera/src/model/json-ld.ts';
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

test('a directory lists its services, a guide its steps with their sources', () => {
  const { services } = ineraCatalogue();
  const list = JSON.parse(
    directoryJsonLd(services, { url: 'https://a.se/t/', name: 'T', urlOf: (id) => `https://a.se/t/${id}/` }),
  );
  expect(list).toMatchObject({ '@type': 'ItemList', numberOfItems: 58 });
  expect(list.itemListElement[57]).toMatchObject({ position: 58, name: 'Youmo', url: 'https://a.se/t/youmo/' });
  const source = { ref: 'a', grade: 'A', note: 'A' } as const;
  const sources = [{ ...source, url: 'https://a.se/k' }, source];
  const steps = [{ id: 's', title: 'Steg', text: 'Gör <så>.', grade: 'A', services: [], sources } as const];
  const local = (text: unknown) => ({ text: String(text), lang: 'sv' });
  const guide = guideJsonLd(
    { id: 'g', title: 'G', steps: steps.map((step) => ({ ...step, services: [], sources })) },
    { url: 'https://a.se/g/', local },
  );
  expect(guide).not.toContain('<');
  expect(JSON.parse(guide)).toMatchObject({
    '@type': 'HowTo',
    inLanguage: 'sv',
    step: [{ position: 1, name: 'Steg', text: 'Gör <så>.', citation: ['https://a.se/k'] }],
  });
});
