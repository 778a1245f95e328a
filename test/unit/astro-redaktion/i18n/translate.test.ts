import { describe, expect, test } from 'vitest';
import { en } from '../../../../packages/astro-redaktion/src/i18n/en.ts';
import { ar } from '../../../../packages/astro-redaktion/src/i18n/ar.ts';
import { da } from '../../../../packages/astro-redaktion/src/i18n/da.ts';
import { de } from '../../../../packages/astro-redaktion/src/i18n/de.ts';
import { fi } from '../../../../packages/astro-redaktion/src/i18n/fi.ts';
import { fr } from '../../../../packages/astro-redaktion/src/i18n/fr.ts';
import { nb } from '../../../../packages/astro-redaktion/src/i18n/nb.ts';
import { sv } from '../../../../packages/astro-redaktion/src/i18n/sv.ts';
import { createT, type TextKey } from '../../../../packages/astro-redaktion/src/i18n/translate.ts';

describe('createT', () => {
  test('gives the text of the language, of its parent where it has none of its own, and English elsewhere', () => {
    expect(createT('sv')('home')).toBe('Start');
    expect(createT('sv-FI')('home')).toBe('Start');
    expect(createT('en-GB')('home')).toBe('Home');
    expect(createT('is')('home')).toBe('Home');
    expect(createT('no')('home')).toBe('Forside');
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
    expect([t('p.a'), t('p.b'), t('home')]).toEqual(['english', 'bara svenska', 'Start']);
  });

  test('stops at a text that does not exist, and says how to add it', () => {
    expect(() => createT('sv')('p.unknown')).toThrowErrorMatchingInlineSnapshot(
      `[Error: There is no text “p.unknown” for the language “sv”. Add it to the option strings: { "sv": { "p.unknown": '…' } }.]`,
    );
  });
});

describe('tables', () => {
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

  const TABLES: Record<string, Record<string, string>> = { sv, en, de, fr, da, nb, fi, ar };

  test.each(Object.keys(TABLES))('%s has the same places as Swedish', (lang) => {
    const given = (text = '') => new Set(places(text));
    for (const [key, text] of Object.entries(TABLES[lang] ?? {})) {
      const stem = key.replace(/\.(?:zero|one|two|few|many|other)$/, '');
      const swedish = sv[key as keyof typeof sv] ?? sv[`${stem}.other` as keyof typeof sv];
      // Arabic says one and two in words; a form that stands for many numbers must print them.
      const inWords = lang === 'ar' && /\.(?:zero|one|two)$/.test(key);
      expect(given(text), key).toEqual(inWords ? new Set() : given(swedish));
    }
  });

  test.each(Object.keys(TABLES))('%s has every text, and every form that its numbers take', (lang) => {
    const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions();
    const stems = Object.keys(sv).flatMap((key) => (key.endsWith('.one') ? [key.slice(0, -4)] : []));
    expect(stems.length).toBeGreaterThan(1);
    const plain = Object.keys(sv).filter((key) => !stems.some((stem) => key.startsWith(`${stem}.`)));
    const forms = stems.flatMap((stem) => pluralCategories.map((form) => `${stem}.${form}`));
    expect(Object.keys(TABLES[lang] ?? {}).sort()).toEqual([...plain, ...forms].sort());
  });

  test.each(Object.keys(TABLES))('%s keeps no empty text and no straight quotes', (lang) => {
    for (const [key, text] of Object.entries(TABLES[lang] ?? {})) {
      expect(text.trim(), key).toBe(text);
      expect(text, key).not.toMatch(/^$|["']/);
    }
  });

  test('count in Arabic with all six forms', () => {
    const t = createT('ar');
    const forms = [0, 1, 2, 3, 11, 100].map((count) => t('postCount', { count }));
    expect(new Set(forms).size).toBe(6);
    expect(forms.slice(0, 3)).toEqual(['لا مقالات', 'مقال واحد', 'مقالان']);
    expect(forms[3]).toContain('مقالات');
  });

  test('are asked for by stem where they have plural forms', () => {
    const key: TextKey = 'minutes';
    expect(createT('en')(key, { count: 1 })).toBe('1 minute to read');
  });
});
