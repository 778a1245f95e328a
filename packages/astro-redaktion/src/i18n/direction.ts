/** Scripts that are written from right to left (Unicode Standard, chapter 9, 19 and 14). */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** The direction in which a language (BCP 47) is written, by its usual script, or by that which its code names. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const known = directions.get(lang);
  if (known) return known;
  const direction = RIGHT_TO_LEFT.has(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
  directions.set(lang, direction);
  return direction;
}

/** Every page asks, and CLDR takes its time to answer. */
const directions = new Map<string, 'ltr' | 'rtl'>();
