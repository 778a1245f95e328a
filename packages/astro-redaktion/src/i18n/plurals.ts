import type { Strings } from './sv.ts';

type Stored = keyof Strings;
/** The stems of the texts that have plural forms: `minutes` of `minutes.one`. */
type PluralStem = Stored extends infer K ? (K extends `${infer Stem}.one` ? Stem : never) : never;

/**
 * A whole table of texts in a language whose numbers have these forms (the categories of `Intl.PluralRules`):
 * `zero`, `one`, `two`, `few`, `many` and `other` in Arabic. A missing text, or form, is an error of types.
 */
export type Translation<Forms extends Intl.LDMLPluralRule> = Record<
  Exclude<Stored, `${PluralStem}.${string}`> | `${PluralStem}.${Forms}`,
  string
>;
