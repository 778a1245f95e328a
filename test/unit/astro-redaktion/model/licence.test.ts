import { describe, expect, test } from 'vitest';
import { creditText } from '../../../../packages/astro-redaktion/src/model/credit.ts';
import { findLicence, licenceSigns, unknownLicence } from '../../../../packages/astro-redaktion/src/model/licence.ts';

describe('a licence', () => {
  test.each([
    ['CC-BY-SA-4.0', 'CC BY-SA 4.0', 'https://creativecommons.org/licenses/by-sa/4.0/'],
    ['cc by-sa 3.0', 'CC BY-SA 3.0', 'https://creativecommons.org/licenses/by-sa/3.0/'],
    ['CC BY', 'CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'],
    ['CC-BY-NC-ND-1.0', 'CC BY-NC-ND 1.0', 'https://creativecommons.org/licenses/by-nd-nc/1.0/'],
    ['CC0', 'CC0 1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
    ['CC0-1.0', 'CC0 1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
    ['mit', 'MIT', 'https://spdx.org/licenses/MIT.html'],
    ['http://creativecommons.org/licenses/by/2.0/deed.sv', 'CC BY 2.0', 'https://creativecommons.org/licenses/by/2.0/'],
    ['https://exempel.se/villkor', 'https://exempel.se/villkor', 'https://exempel.se/villkor'],
  ])('is found as %s', (given, name, address) => {
    expect(findLicence(given)).toEqual({ name, address });
  });

  test.each([
    ['CC-BY-SA-5.0', '"CC-BY-SA-5.0" is no version of CC BY-SA; it has 1.0, 2.0, 2.5, 3.0, 4.0'],
    ['CC-YB-4.0', '"CC-YB-4.0" is no licence known by that name; did you mean CC-BY-4.0?'],
    ['MITT', '"MITT" is no licence known by that name; did you mean MIT?'],
    ['vad som helst', 'give its SPDX identifier, such as CC-BY-4.0, or its address'],
  ])('that there is not has its nearest told: %s', (given, message) => {
    expect(findLicence(given)).toBeUndefined();
    expect(unknownLicence(given)).toContain(message);
  });

  test('has the signs of its elements', () => {
    const signs = (id: string): string[] => licenceSigns(findLicence(id) ?? { name: '', address: '' });
    expect(signs('CC-BY-NC-SA-4.0')).toEqual(['cc', 'by', 'nc', 'sa']);
    expect(signs('CC0-1.0')).toEqual(['cc', 'zero']);
    expect(signs('MIT')).toEqual([]);
  });

  test('stands in a credit after work, creator and source', () => {
    const licence = findLicence('CC-BY-4.0');
    const credit = {
      work: 'Huset',
      creator: 'Anna',
      source: 'arkivet',
      changes: 'beskuren',
      ...(licence && { licence }),
    };
    expect(creditText(credit)).toBe('Huset, Anna, arkivet, CC BY 4.0, beskuren');
  });
});
