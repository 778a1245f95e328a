import { abbreviationPairs, eachPlace } from './typeset-places.ts';

/** Sets the text of trusted HTML as a printer would. */
export type Typesetter = (html: string) => string;

const NBSP = '\u00a0';
/** Markup, and what is to stay as it is written between two tags. */
export const SKIPPED = String.raw`<(pre|code|kbd|samp|tt|script|style|svg|math|textarea)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->|<[a-z/!][^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>`;
const UNITS =
  '[%‰€§]|°[cf]?|kr|tkr|mkr|mnkr|mdkr|kg|hg|g|mg|µg|km|m|dm|cm|mm|m²|m³|km²|l|dl|cl|ml|mmol|[kmgt]?wh|[km]?w|[kmg]?hz|[kmgt]?b|ms|s|min|tim|h|px';
/** Words that belong to the number after them, by language. */
const BEFORE_NUMBERS: Record<string, string> = {
  sv: String.raw`kl\.?|nr\.?|s\.|sid\.|kap\.?|ca|§§?`,
  da: String.raw`kl\.|nr\.|s\.|kap\.|ca\.|§`,
  nb: String.raw`kl\.|nr\.|s\.|kap\.|ca\.|§`,
  de: String.raw`nr\.|s\.|kap\.|ca\.|§`,
  en: String.raw`no\.|pp?\.|ch\.`,
};
/** Abbreviations that are written with spaces, by language. */
const ABBREVIATIONS: Record<string, string[]> = {
  sv: ['t ex', 's k', 'f d', 'bl a', 'm fl', 'm m', 'd v s', 'o s v', 'fr o m', 't o m', 'p g a', 'i st f', 'f n'],
  de: ['z. B.', 'd. h.', 'u. a.', 'i. d. R.'],
};
/** Languages whose quotation marks are the same at both ends: ”…”, ’…’. */
const SAME_ENDS = new Set(['sv', 'fi', 'da']);
/** Languages in which a dash between words is short and has spaces around it. */
const SPACED_DASH = new Set(['sv', 'fi', 'da', 'nb', 'no', 'de']);

/**
 * Makes the typesetter of a language: no line ends between a number and its unit (`10 %`), in a date (`1 juni`), in a
 * number (`10 000`) or an abbreviation, or before a dash. Code, addresses and all that stands inside tags are passed by.
 *
 * @param lang BCP 47
 * @param signs whether quotation marks and dashes are to be set, too; not where kramdown has done so, by its own rules
 */
export function createTypesetter(lang: string, { signs }: { signs: boolean }): Typesetter {
  const pattern = new RegExp(typesetPattern(lang, { signs }), 'yiu');
  const pairs = abbreviationPairs(ABBREVIATIONS[primary(lang)] ?? []);
  return (html) => {
    let [text, from] = ['', 0];
    eachPlace(html, pairs, (place) => {
      pattern.lastIndex = place;
      const found = pattern.exec(html)?.[0];
      if (found === undefined) return place + 1;
      const end = place + found.length;
      if (!found.startsWith('<')) {
        text += html.slice(from, place) + set(found);
        from = end;
      }
      return end;
    });
    return text + html.slice(from);
  };
}

/** What is passed by, and what is set. All begins with `<`, a space or a quotation mark. */
export function typesetPattern(lang: string, { signs }: { signs: boolean }): string {
  const language = primary(lang);
  const quotes = signs && SAME_ENDS.has(language) ? ['[“‘]'] : [];
  const dash = signs && SPACED_DASH.has(language) ? [String.raw`(?<=[^\s>] )- (?=\S)`] : [];
  return [SKIPPED, ...quotes, ` (?:${[...dash, ...spaces(language)].join('|')})`].join('|');
}

function primary(lang: string): string {
  return lang.split('-')[0]?.toLowerCase() ?? '';
}

/**
 * Makes the typesetter of plain lines, titles and descriptions, in a language. Nothing else reads these, so plain
 * quotation marks, two hyphens and three dots are set here as well, where the language has one sign for them.
 */
export function createLineSetter(lang: string): Typesetter {
  const language = primary(lang);
  const quotes = SAME_ENDS.has(language) ? [`[“‘"']`] : [];
  const dash = SPACED_DASH.has(language) ? [String.raw`(?<=[^\s>] )--? (?=\S)`] : [];
  const spaced = ` (?:${[...dash, ...spaces(language)].join('|')})`;
  const pattern = new RegExp([...quotes, String.raw`(?<!\.)\.{3}(?!\.)`, spaced].join('|'), 'giu');
  return (text) => text.replace(pattern, set);
}

/**
 * Makes each language's typesetter when a text first asks for it.
 *
 * @param wanted whether texts are to be set; `undefined`: those in Swedish
 */
export function createTypesetters(
  wanted: boolean | undefined,
  create: (lang: string) => Typesetter,
): (lang: string) => Typesetter | undefined {
  const made = new Map<string, Typesetter>();
  return (lang) => {
    if (!(wanted ?? /^sv\b/i.test(lang))) return undefined;
    const known = made.get(lang) ?? create(lang);
    made.set(lang, known);
    return known;
  };
}

const SIGNS: Record<string, string> = {
  ...{ '“': '”', '"': '”', '‘': '’', "'": '’', '...': '…' },
  ...{ ' - ': `${NBSP}– `, ' -- ': `${NBSP}– ` },
};

/** What is found is markup, a quotation mark, dots, a hyphen that is a dash, or a space. */
export function set(found: string): string {
  if (found.startsWith('<')) return found;
  return SIGNS[found] ?? NBSP;
}

/** What stands before and after a space at which no line may end; the space itself has been read. */
function spaces(language: string): string[] {
  const before = BEFORE_NUMBERS[language];
  return [
    String.raw`(?<=\d\.? )(?=(?:${months(language)}|${UNITS})(?![\p{L}\d]))`,
    String.raw`(?<=(?<!\d)\d{1,3} )(?=\d{3}(?!\d))`,
    String.raw`(?<=[^\s>] )(?=– )`,
    ...(before ? [String.raw`(?<=(?<![\p{L}\d])(?:${before}) )(?=\d)`] : []),
    ...(ABBREVIATIONS[language] ?? []).flatMap(abbreviation),
  ];
}

/** Each space of `t ex`, `d v s`. */
function abbreviation(text: string): string[] {
  const words = text.replaceAll('.', '\\.').split(' ');
  return words.slice(1).map((_, index) => {
    const [head, tail] = [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')];
    return String.raw`(?<=(?<![\p{L}\d])${head} )(?=${tail}(?!\p{L}))`;
  });
}

/** Names of the months as they stand after a day, long and short. */
function months(language: string): string {
  const names = (month: 'long' | 'short'): string[] =>
    Array.from({ length: 12 }, (_, index) => {
      const parts = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' }).formatToParts(
        Date.UTC(2022, index, 1),
      );
      return parts.find(({ type }) => type === 'month')?.value.replace(/\.$/, '') ?? '';
    });
  return [...new Set([...names('long'), ...names('short')])].filter((name) => /^\p{L}+$/u.test(name)).join('|');
}
