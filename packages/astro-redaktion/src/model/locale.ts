import type { SiteOptions } from '../config/site-options.ts';

/** A language of the site. */
export type SiteLocale = SiteOptions['locales'][number];

/**
 * The language of the site that a post's `lang` means: the same tag in any case, else the same
 * language in another region (`sv-FI` on a site in `sv`). `undefined` when the site has none such.
 */
export function findLocale(
  lang: string | undefined,
  options: Pick<SiteOptions, 'lang' | 'locales'>,
): SiteLocale | undefined {
  // Jekyll's plugins write `en_US`.
  const wanted = (lang ?? options.lang).replaceAll('_', '-').toLowerCase();
  const primary = primaryOf(wanted);
  return (
    options.locales.find((locale) => locale.lang.toLowerCase() === wanted) ??
    options.locales.find((locale) => primaryOf(locale.lang) === primary)
  );
}

/** The language of the site that a post is in: its own word for it, else a folder on its path that has the name of one. */
export function postLocale(
  { lang, path }: { lang?: string; path: string },
  options: Pick<SiteOptions, 'lang' | 'locales'>,
): SiteLocale | undefined {
  return findLocale(lang ?? folderLanguage(path, options), options);
}

/** The site's main language. */
export function mainLocale({ lang, locales }: Pick<SiteOptions, 'lang' | 'locales'>): SiteLocale {
  return locales[0] ?? { lang, label: lang, prefix: '' };
}

/** The language whose code is the name of a folder above the post: `_posts/en/`. */
function folderLanguage(path: string, { locales }: Pick<SiteOptions, 'locales'>): string | undefined {
  if (locales.length < 2) return undefined;
  const folders = path.toLowerCase().split('/').slice(0, -1);
  return locales.find(({ lang }) => folders.includes(lang.toLowerCase()))?.lang;
}

/** The order of names in a language (Swedish: å ä ö last; `9` before `10`). Made once a language: it is costly. */
export function collatorFor(lang: string): Intl.Collator {
  const known = COLLATORS.get(lang);
  if (known) return known;
  const made = new Intl.Collator(lang, { numeric: true });
  COLLATORS.set(lang, made);
  return made;
}

/** The primary language of a BCP 47 tag: `sv` of `sv-FI`. */
export function primaryOf(lang: string): string {
  return (lang.split('-')[0] ?? '').toLowerCase();
}

const COLLATORS = new Map<string, Intl.Collator>();
