import { primaryOf } from './locale.ts';
import { slugify } from './slugify.ts';

/**
 * A name's slug: the one function for links, files, feeds and anchors.
 *
 * `ascii` writes Latin letters without their marks, by the rules of the language (sv `å` → `a`, de `ä` → `ae`,
 * da `å` → `aa`), and keeps the letters of other scripts; `keep` keeps all letters. All else becomes
 * hyphens. `jekyll` is Jekyll's own rule, by which plugins name pages. Empty when the name has neither letter nor digit.
 */
export function termSlug(label: string, { lang, mode }: { lang: string; mode: 'ascii' | 'keep' | 'jekyll' }): string {
  if (mode === 'jekyll') return slugify(label.toWellFormed().normalize('NFC'));
  // Not toLocaleLowerCase(): one name must have one slug, whatever the language of the page.
  const lower = label.toWellFormed().normalize('NFC').toLowerCase().replace(/['’]/g, '');
  const folded = mode === 'keep' ? lower : fold(lower, FOLDS[primaryOf(lang)] ?? {});
  return folded
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .normalize('NFC');
}

/** What keeps a slug from being part of an address and a file's name; `undefined` when nothing does. */
export function slugFault(slug: string): 'without-slug' | 'bad-slug' | 'long-slug' | undefined {
  if (slug === '') return 'without-slug';
  if (UNSAFE.test(slug) || /^\.+$/.test(slug)) return 'bad-slug';
  return new TextEncoder().encode(slug).length > LONGEST ? 'long-slug' : undefined;
}

/** The characters of a name by number, where it has no letters to make a slug of: `🙂` → `u1f642`. */
export function codePoints(name: string): string {
  return Array.from(name)
    .slice(0, 8)
    .map((character) => `u${character.codePointAt(0)?.toString(16)}`)
    .join('-');
}

/** Marks are cut from Latin letters alone: in Japanese or Hindi they are part of the letter. */
function fold(text: string, table: Readonly<Record<string, string>>): string {
  return text.replace(/\p{Script=Latin}\p{M}*/gu, (letter) => {
    const plain = table[letter] ?? letter.normalize('NFKD').replace(/\p{M}+/gu, '');
    return plain.replace(/[^\0-\x7f]/g, (rest) => LETTERS[rest] ?? rest);
  });
}

/**
 * How a language writes its own letters where only ASCII can stand. Danish and Norwegian: the practice of
 * names and domains (Retskrivningsordbogen § 1: å as aa); German: DIN 5007-2.
 */
const FOLDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sv: { å: 'a', ä: 'a', ö: 'o' },
  fi: { å: 'a', ä: 'a', ö: 'o' },
  de: { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' },
  da: { ø: 'oe', å: 'aa', æ: 'ae' },
  nb: { ø: 'oe', å: 'aa', æ: 'ae' },
  nn: { ø: 'oe', å: 'aa', æ: 'ae' },
  no: { ø: 'oe', å: 'aa', æ: 'ae' },
};

/** Latin letters that no normal form takes apart (Unicode CLDR, Latin-ASCII). */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ĸ: 'q',
  ə: 'e',
  ɛ: 'e',
  ɔ: 'o',
};

/** In bytes; most file systems take names of 255, and ours get an ending and a number. */
const LONGEST = 200;
/** White space, controls, and what URLs, Windows or the shell give a meaning. */
const UNSAFE = /[\s/\\?#%:*"<>|\p{Cc}\p{Cs}]/u;
