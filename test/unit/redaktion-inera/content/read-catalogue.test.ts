import { expect, test } from 'vitest';
import { readCatalogue } from '../../../../packages/redaktion-inera/src/content/read-catalogue.ts';
import type { Problem } from '../../../../packages/redaktion-inera/src/types.ts';
import { build, packaged, readFixtures } from '../catalogues.ts';

const place = ({ code, file, line, column }: Problem): string =>
  `${code} ${file.replace(/^.*services\//, '')}:${line}:${column}`;

test('the packaged catalogue has 58 services and 150 stated relations, and nothing is wrong with it', () => {
  const files = readCatalogue([packaged], { root: packaged });
  const { catalogue, problems } = build(files);
  expect(problems).toEqual([]);
  expect(catalogue.services).toHaveLength(58);
  expect(files.entries.flatMap(({ data }) => data.relations)).toHaveLength(150);
});

test('every packaged entry is described in Swedish and English', () => {
  const { entries } = readCatalogue([packaged], { root: packaged });
  for (const { data } of entries) {
    expect(Object.keys(data.description), data.id).toEqual(['sv', 'en']);
    for (const text of [data.whoMayUse, data.accessNote, data.note, data.statusNote, data.integration?.route]) {
      if (text !== undefined) expect(Object.keys(text), data.id).toEqual(['sv', 'en']);
    }
  }
});

test('every fault of a file is named with file, line and column', () => {
  const files = readFixtures('faults');
  expect(files.problems.map(place)).toEqual([
    'service-file-name fem.yml:1:5',
    'yaml-syntax fyra.yml:4:1',
    'field-missing tre.yml:1:1',
    'field-invalid tre.yml:6:9',
    'field-invalid tre.yml:8:10',
    'field-invalid tre.yml:9:10',
    'field-unknown tre.yml:3:1',
  ]);
});

test('an unknown field and a wrong value are quoted, and the nearest right name is given', () => {
  const { problems } = readFixtures('faults');
  const messages = problems
    .filter(({ file }) => file.endsWith('tre.yml'))
    .map(({ message, fix }) => `${message} ${fix}`);
  expect(messages).toContain('"tre" has a field "descripton", which is not known. Did you mean "description"?');
  expect(messages.join('\n')).toContain('"tre" has status: "öppen"');
  expect(messages.join('\n')).toContain('"tre" has checked: "2026-02-30": is no day of the calendar.');
  expect(messages.join('\n')).toContain('no fact without one');
});

test('an owner changes, hides and adds services by files of the same shape', () => {
  const { catalogue, problems } = build(readFixtures('stad', 'owner'));
  expect(problems).toEqual([]);
  expect(catalogue.services.map(({ id }) => id)).toEqual([
    'badhuset',
    'bygglov-direkt',
    'stadskonto',
    'oppna-skolvalet',
  ]);
  expect(catalogue.byId.get('stadskonto')).toMatchObject({
    description: 'Vår egen text.',
    formerNames: [],
    owner: 'Stadsledningskontoret',
  });
  expect(catalogue.byId.get('bygglov-direkt')?.relations.map(({ to }) => to)).toEqual(['stadskonto']);
});

test('a problem of a changed field points to the file that changed it', () => {
  const files = readFixtures('stad', 'owner');
  const entry = files.entries.find(({ data }) => data.id === 'stadskonto');
  expect(entry?.at('description')).toEqual({ file: 'owner/services/stadskonto.yml', line: 2, column: 14 });
  expect(entry?.at('owner')).toMatchObject({ file: 'stad/services/stadskonto.yml' });
});

test('a folder that is not there, or one without catalogue.yml, is a problem with a way out', () => {
  expect(readFixtures('ingen').problems.map(({ code }) => code)).toEqual([
    'catalogue-folder-missing',
    'catalogue-head-missing',
  ]);
  expect(readFixtures('owner').problems.at(0)).toMatchObject({
    code: 'catalogue-head-missing',
    file: 'owner/catalogue.yml',
  });
});
