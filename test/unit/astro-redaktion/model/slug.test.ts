import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePoints, slugFault, termSlug } from '../../../../packages/astro-redaktion/src/model/slug.ts';

const ascii = (label: string, lang = 'sv'): string => termSlug(label, { lang, mode: 'ascii' });
const keep = (label: string, lang = 'sv'): string => termSlug(label, { lang, mode: 'keep' });

describe('a slug', () => {
  test.each([
    ['sv', 'Hälsa på Åland & Öland', 'halsa-pa-aland-oland'],
    ['sv-FI', 'Åbo', 'abo'],
    ['fi', 'Äiti', 'aiti'],
    ['de', 'Größe übt Äpfel, Öl', 'groesse-uebt-aepfel-oel'],
    ['da', 'Blåbær på Ø', 'blaabaer-paa-oe'],
    ['nb', 'Rød grønnsak å', 'roed-groennsak-aa'],
    ['sv', 'Blåbær på Ø', 'blabaer-pa-o'],
    ['en', 'Søren Łódź, Þór Ðakar œuvre İı', 'soren-lodz-thor-dakar-oeuvre-ii'],
    ['fr', 'Été à Noël, garçon', 'ete-a-noel-garcon'],
    ['sv', '  Node.js  v1.2 -- _x_ ', 'node-js-v1-2-x'],
    ['en', 'Patient’s "rights"', 'patients-rights'],
    ['sv', '1177', '1177'],
  ])('in %s writes “%s” as %s', (lang, label, slug) => {
    expect(ascii(label, lang)).toBe(slug);
  });

  test.each([
    ['中文 标签', '中文-标签'],
    ['ガイド', 'ガイド'],
    ['Йод', 'йод'],
    ['سلامة', 'سلامة'],
    ['हिन्दी', 'हिन्दी'],
    ['Ελλάδα', 'ελλάδα'],
  ])('keeps the letters of %s', (label, slug) => {
    expect(ascii(label)).toBe(slug.normalize('NFC'));
  });

  test.each([
    ['Hälsa på Åland & Öland', 'hälsa-på-åland-öland'],
    ['Patient’s "rights"', 'patient-s-rights'],
    ['C++', 'c'],
    ['!', ''],
  ])('of %s under `jekyll` is what Jekyll makes of it', (label, slug) => {
    expect(termSlug(label, { lang: 'sv', mode: 'jekyll' })).toBe(slug);
  });

  test('keeps all letters under `keep`', () => {
    expect(keep('Hälsa på Åland & Öland')).toBe('hälsa-på-åland-öland');
    expect(keep('Straße', 'de')).toBe('straße');
  });

  test('is the same for composed and decomposed letters', () => {
    expect(ascii('Hälsa'.normalize('NFD'))).toBe('halsa');
    expect(ascii('Äpfel'.normalize('NFD'), 'de')).toBe('aepfel');
    expect(keep('Å'.normalize('NFD'))).toBe('å');
  });

  test.each(['🙂', '!!!', '', '–', '++'])('is empty for “%s”', (label) => {
    expect(ascii(label)).toBe('');
    expect(slugFault(ascii(label))).toBe('without-slug');
  });

  test('a slug that the owner writes may not leave its folder or end an address', () => {
    for (const slug of ['..', '.', 'a/b', 'a?b', 'a#b', 'a b', 'a\\b', 'a\nb', 'con:', '%2e'])
      expect(slugFault(slug)).toBe('bad-slug');
    expect(slugFault('node.js')).toBeUndefined();
    expect(slugFault('å'.repeat(101))).toBe('long-slug');
  });

  test('names what has no letters by its code points', () => {
    expect(codePoints('🙂!')).toBe('u1f642-u21');
  });

  test('of any text is itself a slug, ASCII where the text is Latin, and the same when made again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom('sv', 'de', 'da', 'en', 'tr'),
        fc.constantFrom('ascii' as const, 'keep' as const),
        (text, lang, mode) => {
          const slug = termSlug(text, { lang, mode });
          expect(termSlug(slug, { lang, mode })).toBe(slug);
          if (slug !== '' && slug.length < 40) expect(slugFault(slug)).toBeUndefined();
          expect(slug).not.toMatch(/^-|-$|--|[A-Z\s/?#%]/);
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-zA-Z0-9åäöÅÄÖéüßøæœł \-_.,&]*$/),
        fc.constantFrom('sv', 'de', 'da', 'en'),
        (text, lang) => {
          expect(ascii(text, lang)).toMatch(/^[a-z0-9-]*$/);
        },
      ),
    );
  });
});
