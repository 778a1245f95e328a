import { describe, expect, test } from 'vitest';
import { en } from '../../../../packages/astro-redaktion/src/i18n/en.ts';
import { sv } from '../../../../packages/astro-redaktion/src/i18n/sv.ts';
import { createT, type TextKey } from '../../../../packages/astro-redaktion/src/i18n/translate.ts';

describe('createT', () => {
  test('gives the text of the language, of its parent where it has none of its own, and English elsewhere', () => {
    expect(createT('sv')('home')).toBe('Start');
    expect(createT('sv-FI')('home')).toBe('Start');
    expect(createT('en-GB')('home')).toBe('Home');
    expect(createT('de')('home')).toBe('Home');
  });

  test('fills in values, numbers as the language writes them, and leaves years together', () => {
    const t = createT('sv');
    expect(t('pageOf', { number: 2, count: 12345 })).toBe('Sida 2 av 12\u00A0345');
    expect(t('archiveYear', { year: 2022 })).toBe('Arkiv för 2022');
  });

  test('takes values as they are: no braces, dollars or names of prototypes mean anything in them', () => {
    const t = createT('sv', { sv: { 'x.y': '{constructor} {name}' } });
    expect(t('x.y', { name: '$& {name} $1' })).toBe('{constructor} $& {name} $1');
  });

  test('chooses the plural form by the rules of the language', () => {
    const t = createT('pl', {
      pl: { 'p.n.one': '{count} plik', 'p.n.few': '{count} pliki', 'p.n.other': '{count} plików' },
    });
    expect([1, 2, 5].map((count) => t('p.n', { count }))).toEqual(['1 plik', '2 pliki', '5 plików']);
    expect([1, 2].map((count) => createT('sv')('postCount', { count }))).toEqual(['1 artikel', '2 artiklar']);
  });

  test('lets the owner change a text, for one language or for its region alone', () => {
    const overrides = { sv: { readMore: 'Läs hela' }, 'sv-FI': { home: 'Hem' } };
    expect(createT('sv', overrides)('readMore')).toBe('Läs hela');
    expect(createT('sv', overrides)('home')).toBe('Start');
    expect(createT('sv-FI', overrides)('home')).toBe('Hem');
    expect(createT('en', overrides)('readMore')).toBe(en.readMore);
  });

  test('borrows a plugin’s text from English, else from any language that has it; ours are never mixed', () => {
    const overrides = { sv: { 'p.a': 'svenska', 'p.b': 'bara svenska', home: 'Min start' }, en: { 'p.a': 'english' } };
    const t = createT('de', overrides);
    expect([t('p.a'), t('p.b'), t('home')]).toEqual(['english', 'bara svenska', 'Home']);
  });

  test('stops at a text that does not exist, and says how to add it', () => {
    expect(() => createT('sv')('p.unknown')).toThrowErrorMatchingInlineSnapshot(
      `[Error: There is no text “p.unknown” for the language “sv”. Add it to the option strings: { "sv": { "p.unknown": '…' } }.]`,
    );
  });
});

describe('tables', () => {
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

  test.each(Object.keys(sv) as (keyof typeof sv)[])('%s has the same places in every language', (key) => {
    expect(places(en[key])).toEqual(places(sv[key]));
  });

  test('keep no empty text, no straight quotes, and an “other” beside every “one”', () => {
    for (const table of [sv, en]) {
      for (const [key, text] of Object.entries(table)) {
        expect(text.trim(), key).toBe(text);
        expect(text, key).not.toMatch(/^$|["']/);
        if (key.endsWith('.one')) expect(table).toHaveProperty([key.replace(/one$/, 'other')]);
      }
    }
  });

  test('are asked for by stem where they have plural forms', () => {
    const key: TextKey = 'minutes';
    expect(createT('en')(key, { count: 1 })).toBe('1 minute to read');
  });
});
