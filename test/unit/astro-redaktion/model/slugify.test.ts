import { expect, it } from 'vitest';
import { slugify } from '../../../../packages/astro-redaktion/src/model/slugify.ts';

// Made with Jekyll 4.3.1 and I18n 1.12.
it.each([
  ['default', 'nationell-patientöversikt-npö-c-config-yml-åä'],
  ['pretty', 'nationell-patientöversikt-(npö)-&-c++-_config.yml-åä'],
  ['ascii', 'nationell-patient-versikt-np-c-config-yml'],
  ['latin', 'nationell-patientoversikt-npo-c-config-yml-aa'],
  ['raw', 'nationell-patientöversikt-(npö)-&-c++-_config.yml-åä'],
  ['none', 'nationell patientöversikt (npö) & c++ _config.yml åä'],
  ['nonsense', 'nationell patientöversikt (npö) & c++ _config.yml åä'],
])('slugifies as Jekyll does in the mode %s', (mode, slug) => {
  expect(slugify('Nationell patientöversikt (NPÖ) & C++ _config.yml åÄ', mode)).toBe(slug);
});

it('drops accents of every Latin letter, composed or not, in the mode latin', () => {
  expect(slugify('Ærøskøbing Straße Łódź a\u030angström İstanbul', 'latin')).toBe(
    'aeroskobing-strasse-lodz-angstrom-istanbul',
  );
  expect(slugify('漢字 x', 'latin')).toBe('x');
});

it('keeps the case when asked to', () => {
  expect(slugify('UPPER_case.with.dots', 'pretty', true)).toBe('UPPER_case.with.dots');
});
