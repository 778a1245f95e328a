import { ar } from './ar.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { formatNumber } from './format.ts';
import { fr } from './fr.ts';
import { nb } from './nb.ts';
import { type Strings, sv } from './sv.ts';

/**
 * Makes the function that gives a text of the interface in one language.
 *
 * A text is sought in this order, first for `sv-FI`, then for `sv`: the owner's and the plugins' own texts,
 * our table. A language without a table gets the English one.
 *
 * @param lang BCP 47
 * @param overrides Texts to change, by language: `{ sv: { readMore: 'Läs hela' } }`; a plugin's own keys are
 * `plugin-name.key`.
 */
export function createT(lang: string, overrides: Overrides = NONE): Translate {
  const known = made.get(overrides) ?? new Map<string, Translate>();
  made.set(overrides, known);
  const t = known.get(lang) ?? makeT(lang, overrides);
  known.set(lang, t);
  return t;
}

type Overrides = Record<string, Record<string, string>>;

const NONE: Overrides = {};
/** Every page asks for the same function. */
const made = new WeakMap<Overrides, Map<string, Translate>>();

function makeT(lang: string, overrides: Overrides): Translate {
  const texts = mergeTables(lang, overrides);
  const rules = new Intl.PluralRules(lang);
  // Asking the rules costs more than the rest, and the same small numbers stand on all pages.
  const forms = new Map<number, Intl.LDMLPluralRule>();
  const formOf = (count: number): Intl.LDMLPluralRule => {
    const known = forms.get(count);
    if (known !== undefined) return known;
    const form = rules.select(count);
    if (forms.size < MOST_COUNTS) forms.set(count, form);
    return form;
  };

  return (key, params = NO_PARAMS) => {
    const { count } = params;
    const plural =
      typeof count === 'number' ? (texts.get(`${key}.${formOf(count)}`) ?? texts.get(`${key}.other`)) : undefined;
    const text = plural ?? texts.get(key);
    if (text === undefined) throw new Error(missing(key, lang));
    return text.includes('{') ? fill(text, params, lang) : text;
  };
}

const NO_PARAMS: TextParams = {};
const MOST_COUNTS = 1000;

function mergeTables(lang: string, overrides: Record<string, Record<string, string>>): Map<string, string> {
  const chain = fallbacks(lang);
  const table = chain.map((code) => TABLES[code]).find((found) => found !== undefined) ?? en;
  // A plugin that lacks the language still says something: its English, else whatever it has.
  const others = Object.keys(overrides).filter((code) => !chain.includes(code));
  const spare = others
    .sort((a, b) => Number(a === 'en') - Number(b === 'en'))
    .flatMap((code) => pluginTexts(overrides[code] ?? {}));
  const own = chain.toReversed().flatMap((code) => Object.entries(overrides[code] ?? {}));
  return new Map([...spare, ...Object.entries(table), ...own]);
}

/** `sv-Latn-FI` → `sv-Latn-FI`, `sv-Latn`, `sv`. */
function fallbacks(lang: string): string[] {
  const parts = lang.split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

/** Keys that are not ours: only those may be borrowed from another language. */
function pluginTexts(texts: Record<string, string>): [string, string][] {
  return Object.entries(texts).filter(([key]) => key.includes('.') && !(key in sv));
}

/** Numbers are written as the language does; a brace that names no parameter stays as it is. */
function fill(text: string, params: TextParams, lang: string): string {
  let filled = '';
  for (const [at, part] of partsOf(text).entries()) {
    const value = at % 2 === 1 && Object.hasOwn(params, part) ? params[part] : undefined;
    if (at % 2 === 0) filled += part;
    else filled += typeof value === 'number' ? formatNumber(value, lang) : (value ?? `{${part}}`);
  }
  return filled;
}

/** What stands between the braces of a text, and in them, in turn. The same texts are filled on every page. */
function partsOf(text: string): readonly string[] {
  const known = parts.get(text) ?? text.split(/\{(\w+)\}/);
  parts.set(text, known);
  return known;
}

const parts = new Map<string, readonly string[]>();

function missing(key: string, lang: string): string {
  return (
    `There is no text “${key}” for the language “${lang}”. ` +
    `Add it to the option strings: { ${JSON.stringify(lang)}: { ${JSON.stringify(key)}: '…' } }.`
  );
}

/** `no` is how Bokmål is often written. */
const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = { sv, en, de, fr, da, nb, no: nb, fi, ar };

/** Values for the `{name}` places of a text. Years and other numbers that are names are given as text. */
export type TextParams = Record<string, string | number>;

type Stored = keyof Strings;

/** Keys of our own texts; those with plural forms without the form. */
export type TextKey = Stored extends infer K ? (K extends `${infer Stem}.${Intl.LDMLPluralRule}` ? Stem : K) : never;

/**
 * Gives a text of the interface.
 *
 * @param key One of ours, or a plugin's `plugin-name.key`
 * @param params `count` chooses the plural form
 * @throws when there is no such text
 */
export type Translate = (key: TextKey | `${string}.${string}`, params?: TextParams) => string;
