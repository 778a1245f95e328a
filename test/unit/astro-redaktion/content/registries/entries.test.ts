import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEntries } from '../../../../../packages/astro-redaktion/src/content/registries/entries.ts';
import {
  authorSchema,
  registryJsonSchema,
  termSchema,
} from '../../../../../packages/astro-redaktion/src/content/registries/schema.ts';

const terms = (text: string) =>
  readEntries(text, { kind: 'tags', file: '_data/tags.yml', schema: termSchema, name: 'label' });
const authors = (text: string) =>
  readEntries(text, { kind: 'authors', file: '_data/authors.yml', schema: authorSchema, name: 'name' });
const lines = (read: { problems: { line?: number; severity: string; message: string }[] }) =>
  read.problems.map(({ line, severity, message }) => `${line} ${severity} ${message}`);

describe('a registry file', () => {
  test('may be a map of records, of texts, and of nothing', () => {
    const { entries, problems } = terms(
      '# Taggar\nteknik:\n  description: Om *teknik*.\n  parent: 1177\nvård: Vård och omsorg\n1177:\n',
    );
    expect(problems).toEqual([]);
    expect(entries.map(({ key, line, value }) => [key, line, value])).toEqual([
      ['1177', 6, {}],
      ['teknik', 2, { description: 'Om *teknik*.', parent: '1177' }],
      ['vård', 5, { label: 'Vård och omsorg' }],
    ]);
    expect(entries[1]?.lines).toEqual({ description: 3, parent: 4 });
  });

  test('may be a list of records and texts', () => {
    const { entries, problems } = terms('- Teknik\n- key: vard\n  label: Vård\n  aliases: omsorg\n- label: 1177\n');
    expect(problems).toEqual([]);
    expect(entries.map(({ key, line, value }) => [key, line, value])).toEqual([
      ['Teknik', 1, { label: 'Teknik' }],
      ['vard', 2, { label: 'Vård', aliases: ['omsorg'] }],
      ['1177', 5, { label: '1177' }],
    ]);
  });

  test('may be empty', () => {
    expect(terms('')).toEqual({ entries: [], problems: [] });
  });

  test('tells of every wrong value and unknown field with its line', () => {
    expect(
      lines(
        terms(
          "a:\n  colour: #0a0\n  slug: två ord\nb:\n  lable: B\n  locales:\n    en:\n      labl: x\nc:\n  aliases: [x, [y]]\nd:\n  colour: '#12'\n",
        ),
      ),
    ).toMatchInlineSnapshot(`
      [
        "3 error \`slug\` of \`a\` must be one step of an address, such as medicinteknik; it is "två ord".",
        "2 error \`colour\` of \`a\` must be a text; it is empty.",
        "8 error \`b\` has a field \`locales.en.labl\`, which is not known.",
        "5 error \`b\` has a field \`lable\`, which is not known.",
        "10 error \`aliases\` of \`c\` must be a text, or a list of texts; it is ["x",["y"]].",
        "12 error \`colour\` of \`d\` must be a colour of CSS, such as '#0a7d57' in quotation marks; it is "#12".",
      ]
    `);
  });

  test('of another shape names the option that leaves it alone', () => {
    const { problems } = terms('a: [1, 2]\n');
    expect(problems[0]).toMatchObject({ code: 'registry-wrong-shape', line: 1 });
    expect(problems[0]?.fix).toContain('`registries: { tags: false }`');
    expect(terms('just a text').problems).toHaveLength(1);
  });

  test('that is not YAML is told of with line and column', () => {
    expect(terms('a: b\na: c\n').problems[0]).toMatchObject({ code: 'registry-broken-yaml', line: 2 });
    expect(terms('a: "b\n').problems[0]).toMatchObject({ code: 'registry-broken-yaml', file: '_data/tags.yml' });
  });

  test("lets a theme's fields of authors through, but not one that is nearly ours", () => {
    const read = authors('eva:\n  name: Eva Ek\n  email: eva@example.se\n  picture: /eva.jpg\n  boi: Skriver.\n');
    expect(read.entries).toHaveLength(1);
    expect(lines(read)).toEqual(['5 warning `eva` has a field `boi`, which is not known.']);
    expect(read.problems[0]?.fix).toContain('Did you mean `bio`?');
  });

  test('allows no script in the address of an author', () => {
    expect(lines(authors('eva: { link: "javascript:alert(1)" }'))).toEqual([
      '1 error `link` of `eva` must be an address such as https://example.se/ or /om/; it is "javascript:alert(1)".',
    ]);
  });

  test.each(['tags', 'categories', 'authors'] as const)(
    'has a published JSON Schema, %s, made of the one that checks it',
    (kind) => {
      const path = join(import.meta.dirname, `../../../../../packages/astro-redaktion/schemas/${kind}.json`);
      expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(registryJsonSchema(kind));
    },
  );
});
