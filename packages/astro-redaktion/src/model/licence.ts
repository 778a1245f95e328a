import type { LicenceData } from '../types.ts';
import { nearest } from './nearest.ts';

/** Creative Commons: elements → versions. https://creativecommons.org/licenses/list/ */
const VERSIONS = ['1.0', '2.0', '2.5', '3.0', '4.0'];
const ELEMENTS = ['by', 'by-sa', 'by-nc', 'by-nd', 'by-nc-sa', 'by-nc-nd'];

/** What else texts, pictures, data and code are licensed by, as SPDX names it: https://spdx.org/licenses/ */
const OTHERS = [
  '0BSD',
  'AGPL-3.0-only',
  'AGPL-3.0-or-later',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSL-1.0',
  'CDLA-Permissive-2.0',
  'CDLA-Sharing-1.0',
  'DL-DE-BY-2.0',
  'DL-DE-ZERO-2.0',
  'EUPL-1.1',
  'EUPL-1.2',
  'GFDL-1.2-only',
  'GFDL-1.2-or-later',
  'GFDL-1.3-only',
  'GFDL-1.3-or-later',
  'GPL-2.0-only',
  'GPL-2.0-or-later',
  'GPL-3.0-only',
  'GPL-3.0-or-later',
  'ISC',
  'LAL-1.3',
  'LGPL-2.1-only',
  'LGPL-2.1-or-later',
  'LGPL-3.0-only',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'NLOD-1.0',
  'NLOD-2.0',
  'ODC-By-1.0',
  'ODbL-1.0',
  'OFL-1.1',
  'OGL-UK-3.0',
  'PDDL-1.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
  'etalab-2.0',
];

/** SPDX identifier in lower case → licence. */
const LICENCES = new Map<string, LicenceData>([
  ...ELEMENTS.flatMap((elements) => VERSIONS.map((version) => creativeCommons(elements, version))),
  ['cc0-1.0', { name: 'CC0 1.0', address: 'https://creativecommons.org/publicdomain/zero/1.0/' }],
  ['cc-pdm-1.0', { name: 'Public Domain Mark 1.0', address: 'https://creativecommons.org/publicdomain/mark/1.0/' }],
  ...OTHERS.map((id): [string, LicenceData] => [
    id.toLowerCase(),
    { name: id, address: `https://spdx.org/licenses/${id}.html` },
  ]),
]);

function creativeCommons(elements: string, version: string): [string, LicenceData] {
  // The first version put its elements in another order.
  const path = version === '1.0' ? elements.replace('nc-nd', 'nd-nc') : elements;
  return [
    `cc-${elements}-${version}`,
    {
      name: `CC ${elements.toUpperCase()} ${version}`,
      address: `https://creativecommons.org/licenses/${path}/${version}/`,
    },
  ];
}

/**
 * Finds a licence by its SPDX identifier (`CC-BY-SA-4.0`), by the name that people write (`CC BY-SA 4.0`, `CC0`; the
 * newest version where they write none), or by an address of its own.
 */
export function findLicence(given: string): LicenceData | undefined {
  const text = given.trim();
  if (/^https?:\/\/\S+$/i.test(text)) {
    return [...LICENCES.values()].find(({ address }) => sameAddress(address, text)) ?? { name: text, address: text };
  }
  const id = text
    .toLowerCase()
    .replace(/^cc[ -]?0/, 'cc0')
    .replaceAll(' ', '-');
  return (
    LICENCES.get(id) ?? (id.startsWith('cc') ? (LICENCES.get(`${id}-4.0`) ?? LICENCES.get(`${id}-1.0`)) : undefined)
  );
}

/** What is wrong with the name of a licence that there is not. */
export function unknownLicence(given: string): string {
  const [, elements] = /^cc[ -]?((?:by|nc|nd|sa)(?:[ -](?:by|nc|nd|sa))*)/i.exec(given.trim()) ?? [];
  if (elements && ELEMENTS.includes(elements.toLowerCase().replaceAll(' ', '-')))
    return `"${given}" is no version of CC ${elements.toUpperCase()}; it has ${VERSIONS.join(', ')}`;
  const id = given.trim().replaceAll(' ', '-');
  const known = [...ELEMENTS.map((name) => `CC-${name.toUpperCase()}-4.0`), 'CC0-1.0', 'CC-PDM-1.0', ...OTHERS];
  const near = nearest(id, known);
  return `"${given}" is no licence known by that name${near ? `; did you mean ${near}?` : '; give its SPDX identifier, such as CC-BY-4.0, or its address'}`;
}

/** Signs of a Creative Commons licence, in order: `cc`, `by`, `sa`, …; none for others. */
export function licenceSigns({ address }: LicenceData): string[] {
  const [, path] = /^https?:\/\/creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\//.exec(address) ?? [];
  return path ? ['cc', ...path.split('-')] : [];
}

function sameAddress(one: string, other: string): boolean {
  const bare = (address: string): string =>
    address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/(?:deed[.\w]*|legalcode[.\w]*)?$/, '');
  return bare(one) === bare(other);
}
