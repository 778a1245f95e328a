import type { PostDate } from '../types.ts';

/**
 * How a date is written, in Swedish: `long` 2 juni 2022, `short` 2 juni, `month` juni 2022,
 * `time` 2 juni 2022 kl. 08:00.
 */
export type DateStyle = 'long' | 'short' | 'month' | 'time';

/**
 * Writes a date in words.
 *
 * The calendar day is the one that the date already has in the site's zone, so neither the machine's zone
 * nor its locale can move it.
 *
 * @param timezone IANA name, for the clock of `time`
 */
export function formatDate(
  date: PostDate,
  {
    lang,
    timezone,
    style = 'long',
  }: {
    lang: string;
    timezone: string;
    style?: DateStyle | undefined;
  },
): string {
  if (style === 'time') return withCommonSpaces(formatter(lang, timezone, style).format(date.instant));
  // A day stands on a post's own page, in lists, and on the pages of its neighbours.
  return once(`${lang} ${style} days`, date.day, () =>
    withCommonSpaces(formatter(lang, 'UTC', style).format(Date.parse(`${date.day}T00:00:00Z`))),
  );
}

/** `juni`; the month's own name as it stands alone, 1 to 12. */
export function formatMonth(month: number, lang: string): string {
  return monthFormatter(lang).format(Date.UTC(2000, month - 1, 1));
}

/** `12 345` in Swedish; four digits stay together, so that years may be given as numbers. */
export function formatNumber(value: number, lang: string): string {
  return once(`${lang} numbers`, String(value), () => numberFormatter(lang).format(value));
}

/** `Anna, Bo och Cecilia`. */
export function formatList(items: readonly string[], lang: string): string {
  const [only] = items;
  if (only !== undefined && items.length === 1) return only;
  // The same few terms are named together on many pages.
  return once(`${lang} lists`, items.join('\0'), () => listFormatter(lang).format(items));
}

/** The same for what is not text: the items in order, with the words and commas that stand between them. */
export function listParts<T>(items: readonly T[], lang: string): ({ item: T } | { text: string })[] {
  const numbered = items.map((_, index) => String(index));
  return listFormatter(lang)
    .formatToParts(numbered)
    .map((part) => {
      const item = items[Number(part.value)];
      return part.type === 'element' && item !== undefined ? { item } : { text: part.value };
    });
}

/** ICU writes thin and narrow spaces in some languages and versions; a page needs one spelling. */
function withCommonSpaces(text: string): string {
  return text.replace(/[\u2009\u202F]/g, ' ');
}

function formatter(lang: string, timeZone: string, style: DateStyle): Intl.DateTimeFormat {
  return remember(
    `${lang} ${timeZone} ${style}`,
    () => new Intl.DateTimeFormat(lang, { ...STYLES[style], timeZone, calendar: 'gregory' }),
  );
}

function monthFormatter(lang: string): Intl.DateTimeFormat {
  return remember(
    `${lang} month`,
    () => new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC', calendar: 'gregory' }),
  );
}

function numberFormatter(lang: string): Intl.NumberFormat {
  return remember(`${lang} number`, () => new Intl.NumberFormat(lang, { useGrouping: 'min2' }));
}

function listFormatter(lang: string): Intl.ListFormat {
  return remember(`${lang} list`, () => new Intl.ListFormat(lang, { type: 'conjunction' }));
}

/** A text that is asked for on many pages: to ask ICU costs as much as a whole element of a page. */
function once(what: string, key: string, write: () => string): string {
  const texts = remember(what, () => new Map<string, string>());
  const known = texts.get(key);
  if (known !== undefined) return known;
  const text = write();
  if (texts.size >= MOST) texts.clear();
  texts.set(key, text);
  return text;
}

const MOST = 10_000;

/** Making a formatter costs some hundred times what using one does. */
function remember<T>(key: string, make: () => T): T {
  const known = made.get(key) as T | undefined;
  if (known !== undefined) return known;
  const value = make();
  made.set(key, value);
  return value;
}

const made = new Map<string, unknown>();

const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
  time: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
};
