import { expect, test } from 'vitest';
import { createCatalogue, findService, locate } from '../../../../packages/redaktion-inera/src/model/catalogue.ts';
import { abbreviations } from '../../../../packages/redaktion-inera/src/model/glossary.ts';
import { chooseServices, groupServices } from '../../../../packages/redaktion-inera/src/model/groups.ts';
import { localize } from '../../../../packages/redaktion-inera/src/model/localize.ts';
import { letterOf } from '../../../../packages/redaktion-inera/src/model/names.ts';
import { nearest } from '../../../../packages/redaktion-inera/src/model/nearest.ts';
import { inverse } from '../../../../packages/redaktion-inera/src/model/relations.ts';
import { isStale, monthsBefore, staleServices } from '../../../../packages/redaktion-inera/src/model/stale.ts';
import { build, ineraCatalogue, readFixtures } from '../catalogues.ts';
import { tags } from '../markdown/article-expected.ts';

const { catalogue: stad } = build(readFixtures('stad'));
const inera = ineraCatalogue();

test('services stand in Swedish order: digits first, å ä ö last', () => {
  expect(stad.services.map(({ name }) => name)).toEqual([
    'Avgiftskollen',
    'Bygglov direkt',
    'Stadskonto',
    'Öppna skolvalet',
  ]);
  expect(stad.services.map(({ letter }) => letter)).toEqual(['A', 'B', 'S', 'Ö']);
  expect(inera.services[0]?.letter).toBe('0–9');
});

test('a letter keeps what its language counts as a letter and drops other accents', () => {
  expect([
    letterOf('Élan', 'sv'),
    letterOf('ängen', 'sv'),
    letterOf('Ärende', 'en'),
    letterOf('A\u030Akeri', 'sv'),
  ]).toEqual(['E', 'Ä', 'A', 'Å']);
});

test('a relation that one file states is seen from both services', () => {
  expect(stad.byId.get('bygglov-direkt')?.relations).toEqual([
    { type: 'uses', to: 'stadskonto', grade: 'A', stated: true },
    { type: 'data-from', to: 'avgiftskollen', grade: 'B', stated: true },
  ]);
  expect(stad.byId.get('stadskonto')?.relations).toEqual([
    { type: 'used-by', to: 'bygglov-direkt', grade: 'A', stated: false },
    { type: 'required-by', to: 'oppna-skolvalet', grade: 'A', stated: false },
  ]);
  expect(stad.edges).toHaveLength(3);
});

test('a relation that both files state is one, with the words of each side', () => {
  const pair = (from: string, to: string): unknown[] =>
    inera.byId.get(from)?.relations.filter((each) => each.to === to) ?? [];
  expect(pair('npo', '1177-journal')).toMatchObject([
    { type: 'complements', stated: true, label: { sv: 'delar källor med' } },
  ]);
  expect(pair('1177', '1177-se')).toMatchObject([{ type: 'has-part' }]);
  expect(pair('1177-se', '1177')).toMatchObject([{ type: 'part-of' }]);
  expect(inera.edges.filter(({ from, to }) => [from, to].toSorted().join() === '1177,1177-se')).toEqual([
    { from: '1177-se', to: '1177', type: 'part-of', grade: 'A' },
  ]);
});

test('every relation has its inverse at the other service, and every edge stands once', () => {
  for (const service of inera.services) {
    for (const { type, to } of service.relations) {
      expect(inera.byId.get(to)?.relations, `${service.id} ${type} ${to}`).toContainEqual(
        expect.objectContaining({ type: inverse[type], to: service.id }),
      );
    }
  }
  const both = inera.services.reduce((sum, { relations }) => sum + relations.length, 0);
  expect(inera.edges.length * 2).toBe(both);
  expect(new Set(inera.edges.map(({ from, type, to }) => `${from} ${type} ${to}`)).size).toBe(inera.edges.length);
});

test('what is wrong between files is named with file, line and a way out', () => {
  const { problems } = build(readFixtures('faults'));
  const between = problems.filter(({ code }) => !/^(yaml|field|service-file)/.test(code));
  expect(between.map(({ code, file, line }) => `${code} ${file.replace(/^.*\//, '')}:${line}`)).toEqual([
    'name-twice tva.yml:4',
    'word-unknown ett.yml:5',
    'relation-dangling ett.yml:11',
    'relation-contradicts ett.yml:12',
    'relation-twice ett.yml:13',
    'relation-to-itself ett.yml:14',
    'relation-contradicts tva.yml:11',
  ]);
  expect(between[0]?.message).toBe('"ettan" is a name of both "ett" (faults/services/ett.yml:4) and "tva".');
  expect(between[1]?.fix).toBe('Did you mean "bygga"? Use one of: bygga, skola, avgifter.');
  expect(between[2]?.fix).toBe('Did you mean "tva"?');
});

test('a catalogue may ask that both files state a relation; a one-sided one is then an error with the line to add', () => {
  const { head, entries } = readFixtures('stad');
  if (!head) throw new Error('no head');
  const { problems } = createCatalogue(entries, { head: { ...head, relationsIn: 'both' } });
  expect(problems.map(({ code }) => code)).toEqual(['relation-one-sided', 'relation-one-sided', 'relation-one-sided']);
  expect(problems[0]?.fix).toBe(
    'Add to stad/services/stadskonto.yml: - { type: used-by, to: bygglov-direkt, grade: A }',
  );
});

test('two entries with one id are a problem, and the first is kept', () => {
  const [entry] = readFixtures('stad').entries;
  if (!entry) throw new Error('no entry');
  const twin = locate({ ...entry.data, name: 'En annan', aliases: [] });
  const { catalogue, problems } = createCatalogue([entry, twin], { head: stad.head });
  expect(problems.map(({ code }) => code)).toContain('service-twice');
  expect(catalogue.services.map(({ name }) => name)).toEqual([entry.data.name]);
});

test('a service is found by any name, whatever the case', () => {
  expect(findService(stad, 'BLD')?.id).toBe('bygglov-direkt');
  expect(findService(stad, 'mina  SIDOR')?.id).toBe('stadskonto');
  expect(findService(stad, 'o\u0308ppna skolvalet')?.id).toBe('oppna-skolvalet');
  expect(findService(stad, 'Simhallen')).toBeUndefined();
});

test("the article's tags find their services, misspelt case and ambiguous words included", () => {
  for (const [tag, id] of tags) expect(findService(inera, tag)?.id, tag).toBe(id);
});

test("groups follow the order of the catalogue's list and end with the unknown", () => {
  const groups = groupServices(stad.services, 'access', stad).map(({ key, services }) => [
    key,
    services.map(({ id }) => id),
  ]);
  expect(groups).toEqual([
    ['open', ['avgiftskollen']],
    ['konto', ['bygglov-direkt', 'oppna-skolvalet']],
    ['', ['stadskonto']],
  ]);
  expect(groupServices(stad.services, 'letter', stad).map(({ key }) => key)).toEqual(['A', 'B', 'S', 'Ö']);
});

test('services are chosen by any word of a facet and all facets together', () => {
  expect(
    chooseServices(stad.services, { category: ['bygga', 'avgifter'], audience: ['foretag'] }).map(({ id }) => id),
  ).toEqual(['bygglov-direkt', 'stadskonto']);
  expect(chooseServices(stad.services, { category: [] })).toHaveLength(4);
});

test('facts age by calendar months, and what was never checked is stale', () => {
  expect(isStale({ checked: '2025-11-23' }, { today: '2026-11-23' })).toBe(false);
  expect(isStale({ checked: '2025-11-22' }, { today: '2026-11-23' })).toBe(true);
  expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28');
  expect(monthsBefore('2026-01-15', 13)).toBe('2024-12-15');
  expect(staleServices(stad.services, { today: '2026-11-23' }).map(({ id }) => id)).toEqual([
    'avgiftskollen',
    'stadskonto',
  ]);
  expect(staleServices(stad.services, { today: '2026-11-23', months: 6 })).toHaveLength(4);
});

test('abbreviations come in alphabetical order with what they stand for', () => {
  const all = abbreviations(inera);
  expect(all.map(({ short }) => short)).toEqual(
    all.map(({ short }) => short).toSorted(new Intl.Collator('sv').compare),
  );
  expect(all.find(({ short }) => short === 'NPÖ')).toMatchObject({
    long: 'Nationell patientöversikt',
    grade: 'A',
    services: ['npo'],
  });
  expect(all).toHaveLength(inera.services.filter(({ abbreviation }) => abbreviation !== undefined).length);
});

test("a text is given in the wanted language, else in the catalogue's own, and says which", () => {
  expect(localize({ sv: 'hej', en: 'hello' }, 'en-GB', 'sv')).toEqual({ text: 'hello', lang: 'en' });
  expect(localize({ sv: 'hej', en: 'hello' }, 'fi', 'sv')).toEqual({ text: 'hej', lang: 'sv' });
  expect(localize('hej', 'en', 'sv')).toEqual({ text: 'hej', lang: 'sv' });
});

test('the nearest name is found when it is near, and none when it is not', () => {
  expect(nearest('wbecert', ['webcert', 'sjunet'])).toBe('webcert');
  expect(nearest('pascal', ['webcert', 'sjunet'])).toBeUndefined();
});
