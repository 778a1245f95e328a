import type { CatalogueHead, Localized, Vocabulary } from '../types.ts';

/** A text in a language. `lang` is what it is in, for the `lang` attribute where that differs from the page's. */
export interface Text {
  text: string;
  lang: string;
}

/** The text in the wanted language, else in the catalogue's own, else in the first there is. */
export function localize(value: Localized, wanted: string, own: string): Text {
  if (typeof value === 'string') return { text: value, lang: own };
  for (const lang of [wanted, wanted.split('-')[0] ?? wanted, own]) {
    const text = value[lang];
    if (text !== undefined) return { text, lang };
  }
  const [lang, text] = Object.entries(value)[0] ?? [own, ''];
  return { text, lang };
}

/** What a key of one of the catalogue's lists is called; the key itself if the list does not have it. */
export function wordFor(list: Vocabulary, key: string, wanted: { lang: string; head: CatalogueHead }): Text {
  const value = list[key];
  return value === undefined ? { text: key, lang: wanted.head.lang } : localize(value, wanted.lang, wanted.head.lang);
}
