import { expect, test } from 'vitest';
import { changeCatalogue, defineCatalogue } from '../../../../packages/redaktion-inera/src/config/define-catalogue.ts';
import { loadCatalogue } from '../../../../packages/redaktion-inera/src/content/load-catalogue.ts';
import { services } from '../../../../packages/redaktion-inera/src/index.ts';

const sources = [{ ref: 'a', grade: 'A', note: 'A' }] as const;
const head = {
  id: 'bad',
  title: 'Bad',
  categories: { vatten: 'Vatten' },
  kinds: { service: 'Tjänst' },
  audiences: { alla: 'Alla' },
  access: { open: 'Öppen' },
};
const pool = {
  id: 'pool',
  name: 'Poolen',
  category: 'vatten',
  status: 'active',
  owner: 'Staden',
  description: 'Bad.',
} as const;
const code = defineCatalogue({ head, services: [{ ...pool, sources: [...sources] }] });

test('a catalogue may be plain data, and is checked like files', () => {
  const { loaded, problems } = loadCatalogue(code, { root: '/' });
  expect(problems).toEqual([]);
  expect(loaded?.catalogue.services.map(({ name }) => name)).toEqual(['Poolen']);
  expect(loaded?.head.lang).toBe('sv');
  const wrong = defineCatalogue({ head, services: [{ ...pool, category: 'vattn', sources: [...sources] }] });
  expect(loadCatalogue(wrong, { root: '/' }).problems).toMatchObject([
    { code: 'word-unknown', file: 'defineCatalogue(): pool', fix: expect.stringContaining('Did you mean "vatten"?') },
  ]);
});

test('an owner changes a field, takes one away, hides a service', () => {
  const change = (services: Parameters<typeof changeCatalogue>[1]['services']) =>
    loadCatalogue(changeCatalogue(code, { folders: [], services }), { root: '/' });
  expect(change([{ id: 'pool', owner: 'Bolaget' }]).loaded?.entries[0]).toMatchObject({
    owner: 'Bolaget',
    description: 'Bad.',
  });
  expect(change([{ id: 'pool', owner: null }]).problems).toMatchObject([{ code: 'field-missing' }]);
  expect(change([{ id: 'pool', hidden: true }]).loaded?.catalogue.services).toEqual([]);
});

test('a catalogue without a head says so and adds nothing else', () => {
  const plugin = services({ catalogue: defineCatalogue({ services: [{ ...pool, sources: [...sources] }] }) });
  expect(Object.keys(plugin).toSorted()).toEqual(['check', 'name', 'strings', 'version']);
  expect(loadCatalogue(defineCatalogue({}), { root: '/x' }).problems).toMatchObject([
    { code: 'catalogue-head-missing' },
  ]);
});

test('wrong options are named together', () => {
  const wrong = { mention: 'link', months: 0, services: [{}], path: 'tjanster' };
  expect(() => services(wrong as never)).toThrowErrorMatchingInlineSnapshot(`
    [Error: The options of redaktion-inera are not valid:
    ✖ Unrecognized key: "mention"
    ✖ must begin with /
      → at path
    ✖ Too small: expected number to be >=1
      → at months
    ✖ must be an object with an id
      → at services[0]]
  `);
});
