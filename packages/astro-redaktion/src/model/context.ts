import type { SiteOptions } from '../config/site-options.ts';
import { createT, type Translate } from '../i18n/translate.ts';
import { type Address, fillPattern, inLanguage, ownAddress } from './address.ts';
import { collatorFor, type SiteLocale } from './locale.ts';
import type { Locate } from './locate.ts';

/** What everything that is made for one language of the site has in common. */
export interface Context {
  options: SiteOptions;
  locale: SiteLocale;
  t: Translate;
  /** Order of names in this language. */
  collator: Intl.Collator;
  locate: Locate | undefined;
}

export function createContext(locale: SiteLocale, options: SiteOptions, locate?: Locate): Context {
  return {
    options,
    locale,
    locate,
    t: createT(locale.lang, options.strings),
    collator: collatorFor(locale.lang),
  };
}

/** A pattern of the options, filled in and in this language's part of the site; without base and ending. */
export function placeOf(
  pattern: string,
  values: Readonly<Record<string, string | number>>,
  { locale }: Context,
): string {
  return inLanguage(fillPattern(pattern, values), locale.prefix);
}

/** The address of such a place. */
export function addressOf(place: string, { options }: Context): Address {
  return ownAddress(place, options);
}
