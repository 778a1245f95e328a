import { expect, test } from 'vitest';
import { fullName } from '../../../../packages/redaktion-inera/src/model/names.ts';

test.each([
  ['Nationell patientöversikt', 'NPÖ', 'Nationell patientöversikt (NPÖ)'],
  ['Katalogtjänst HSA', 'HSA', 'Katalogtjänst HSA'],
  ['Legitimeringstjänst IdP för medarbetare', 'IdP', 'Legitimeringstjänst IdP för medarbetare'],
  ['HSA', 'HSA', 'HSA'],
  // No word of its own in the name.
  ['Silvervägen', 'Sil', 'Silvervägen (Sil)'],
  ['Webcert', undefined, 'Webcert'],
])('%s with the abbreviation %s is %s in full', (name, abbreviation, full) => {
  expect(fullName({ name, abbreviation })).toBe(full);
});
