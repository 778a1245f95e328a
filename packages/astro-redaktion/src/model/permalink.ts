import type { PostDate } from '../types.ts';
import { DAYS, MONTHS } from './english-names.ts';
import { slugify } from './slugify.ts';

/** Jekyll's named styles; they count only as the site's `permalink`, not in a post's front matter. */
export const PERMALINK_STYLES: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/** The pattern that a site's `permalink` stands for: that of a named style, or itself. */
export function permalinkTemplate(named: string): string {
  return (Object.hasOwn(PERMALINK_STYLES, named) ? PERMALINK_STYLES[named] : undefined) ?? named;
}

/** Where a post lives, by a pattern or fixed path as Jekyll reads it. Placeholders it does not know stay as text. */
export function permalink(template: string, facts: PermalinkFacts): Permalink {
  const written = sanitize(fill(template, facts));
  const plain = PLAIN.test(written);
  const path = plain ? written : sanitize(clean(decode(written)));
  const url = plain ? path : encode(path);
  return { url, path: path.replace(/^\/|\/$/g, ''), file: fileOf(path, facts.outputExt), id: idOf(written, facts) };
}

/** The placeholders of a template that Jekyll does not know (it stops at them), without their colon. */
export function unknownPlaceholders(template: string): string[] {
  return [...template.matchAll(PLACEHOLDER)].flatMap(([, name = '']) => (nameOf(name) === undefined ? [name] : []));
}

/**
 * The extension that a post's own permalink gives its file (`/feed.xml`, `/v1.2`), or `''` when it gives none and
 * `.html` is added. It also is what `:output_ext` stands for then.
 */
export function permalinkExtension(template: string): string {
  const name = template.slice(template.lastIndexOf('/') + 1);
  return /^\.*[^.].*(\.[^.]*)$/.exec(name)?.[1] ?? '';
}

/** The names that may stand after a colon in a permalink, for suggestions. */
export const placeholderNames = (): string[] => Object.keys(VALUES);

/** A path as linked: percent-encoded, `?` and `#` too. */
export function encode(path: string): string {
  return encodeURI(path.toWellFormed()).replaceAll('?', '%3F').replaceAll('#', '%23');
}

const PLACEHOLDER = /:([a-z_]+)/g;
/** Text that means the same percent-encoded and not. */
const PLAIN = /^[A-Za-z0-9._~!$&'()*+,;=:@/-]*$/;
const DAY = 86_400_000;

/** Every placeholder: values before percent-encoding. `clock` shows the site's wall time in its UTC fields. */
const VALUES: Readonly<Record<string, (facts: PermalinkFacts, clock: Date) => string>> = {
  year: (_, clock) => String(clock.getUTCFullYear()).padStart(4, '0'),
  short_year: (_, clock) => two(clock.getUTCFullYear() % 100),
  month: (_, clock) => two(clock.getUTCMonth() + 1),
  i_month: (_, clock) => String(clock.getUTCMonth() + 1),
  short_month: (_, clock) => (MONTHS[clock.getUTCMonth()] ?? '').slice(0, 3),
  long_month: (_, clock) => MONTHS[clock.getUTCMonth()] ?? '',
  day: (_, clock) => two(clock.getUTCDate()),
  i_day: (_, clock) => String(clock.getUTCDate()),
  y_day: (_, clock) => String(dayOfYear(clock)).padStart(3, '0'),
  w_year: (_, clock) => String(isoWeek(clock).year).padStart(4, '0'),
  week: (_, clock) => two(isoWeek(clock).week),
  w_day: (_, clock) => String(clock.getUTCDay() || 7),
  short_day: (_, clock) => (DAYS[clock.getUTCDay()] ?? '').slice(0, 3),
  long_day: (_, clock) => DAYS[clock.getUTCDay()] ?? '',
  hour: (_, clock) => two(clock.getUTCHours()),
  minute: (_, clock) => two(clock.getUTCMinutes()),
  second: (_, clock) => two(clock.getUTCSeconds()),
  title: ({ slug }) => slugify(slug, 'pretty', true),
  slug: ({ slug }) => slugify(slug),
  name: ({ basename }) => slugify(basename),
  categories: ({ categories }) => [...new Set(categories.map((name) => name.toLowerCase()))].join('/'),
  slugified_categories: ({ categories }) => [...new Set(categories.map((name) => slugify(name)))].join('/'),
  collection: ({ collection = 'posts' }) => collection,
  path: ({ path }) => path,
  output_ext: ({ outputExt }) => outputExt,
};

/** A name may end in an underscore that is not part of it: `:month_:day`. */
function nameOf(written: string): string | undefined {
  if (Object.hasOwn(VALUES, written)) return written;
  const shorter = written.endsWith('_') ? written.slice(0, -1) : written;
  return Object.hasOwn(VALUES, shorter) ? shorter : undefined;
}

function fill(template: string, facts: PermalinkFacts): string {
  const clock = new Date(facts.date.instant + facts.date.offset * 60_000);
  return template.replace(PLACEHOLDER, (whole, written: string) => {
    const name = nameOf(written);
    const value = name === undefined ? undefined : VALUES[name]?.(facts, clock);
    return value === undefined ? whole : encode(value) + written.slice(name?.length);
  });
}

/**
 * As Jekyll cleans a URL: it begins with one slash, has none twice, and no `..` or `./`. Nor does it end in a lone
 * dot, which browsers take away.
 */
function sanitize(text: string): string {
  return `/${text}`
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/')
    .replace(/\/\.$/, '/');
}

/** Characters that no file or address should have: control characters, and the separator of another system. */
function clean(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
      .replace(/[\0-\x1f\x7f\u2028\u2029]/g, '')
      .replaceAll('\\', '-')
      .toWellFormed()
  );
}

/** Percent-decodes what can be decoded; a lone `%` stays. */
function decode(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

function fileOf(path: string, outputExt: string): string {
  const relative = path.slice(1);
  if (path.endsWith('/')) return `${relative}index.html`;
  return relative.endsWith(outputExt) ? relative : relative + outputExt;
}

/** The folder of the URL and the slug: what feeds build their permanent ids from. */
function idOf(url: string, { slug }: PermalinkFacts): string {
  const folder = url.replace(/\/+$/, '').replace(/[^/]*$/, '');
  return `${folder || '/'}${slug}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function dayOfYear(clock: Date): number {
  return Math.floor((clock.getTime() - startOfYear(clock.getUTCFullYear())) / DAY) + 1;
}

function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}

/** ISO 8601: a week belongs to the year that its Thursday is in. */
function isoWeek(clock: Date): { year: number; week: number } {
  const thursday = new Date(clock.getTime() + (4 - (clock.getUTCDay() || 7)) * DAY);
  return { year: thursday.getUTCFullYear(), week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1 };
}

/** What a permalink can be made of. */
export interface PermalinkFacts {
  date: PostDate;
  /** From front matter or the file's name, case and dots kept. */
  slug: string;
  /** File name without extension but with its date: `2022-06-02-ineras-tjanster`. */
  basename: string;
  /** Folders above and below `_posts`, and the basename: `/2022-06-02-x`. */
  path: string;
  categories: readonly string[];
  /** `.html` for Markdown, else the file's own extension; a permalink of the post's own may give another. */
  outputExt: string;
  /** Label of the collection. Default: `posts`. */
  collection?: string;
}

/** A post's place. */
export interface Permalink {
  /** Root-relative and percent-encoded, without the site's base: `/2022/06/02/x.html`, `/x/`. */
  url: string;
  /** The route: decoded, without slashes at its ends. */
  path: string;
  /** The output file, from the output folder: `2022/06/02/x.html`, `x/index.html`. */
  file: string;
  /** Jekyll's `page.id`, which feeds build their permanent ids from: `/2022/06/02/x`. */
  id: string;
}

/** A page's place as a person writes it: root-relative, decoded. */
export function writtenPlace({ path, url }: Pick<Permalink, 'path' | 'url'>): string {
  return `/${path}${url.endsWith('/') && path !== '' ? '/' : ''}`;
}
