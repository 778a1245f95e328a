import type { RedaktionLocals } from 'astro-redaktion/data';
import { type Addresses, addressesOf, byLanguage } from '../model/addresses.ts';
import { printDate } from '../model/dates.ts';
import { localize, type Text, wordFor } from '../model/localize.ts';
import { PLUGIN } from '../plugin-name.ts';
import type { Catalogue, CatalogueHead, Localized } from '../types.ts';
import { siteCatalogue, siteData } from './catalogue.ts';

/** What every component asks: the catalogue, and texts, dates and addresses in the page's language. */
export interface Here {
  lang: string;
  catalogue: Catalogue;
  head: CatalogueHead;
  hrefs: Addresses;
  /** A text of the plugin's own. */
  text: (key: string, params?: Record<string, string | number>) => string;
  local: (value: Localized) => Text;
  /** What a key of one of the catalogue's lists is called. */
  word: (list: 'categories' | 'kinds' | 'audiences' | 'access', key: string) => Text;
  /** For the attribute `lang`: nothing where a text is in the page's own language. */
  langOf: (lang: string) => string | undefined;
  date: (date: string) => string;
  /** Whether the facts of a service (`npo`) or guide (`guide/supplier`) are due for a check. */
  isDue: (id: string) => boolean;
}

export function here({ t, page, options }: RedaktionLocals): Here {
  const { lang } = page;
  const data = siteData();
  const catalogue = siteCatalogue();
  const { head } = catalogue;
  const paths = byLanguage(data.paths, lang, options.lang);
  if (!paths) throw new Error(`${PLUGIN}: there are no pages in ${lang}.`);
  return {
    lang,
    catalogue,
    head,
    hrefs: addressesOf(paths, options),
    text: (key, params = {}) => t(`${PLUGIN}.${key}`, params),
    local: (value) => localize(value, lang, head.lang),
    word: (list, key) => wordFor(head[list], key, { lang, head }),
    langOf: (own) => (own === lang ? undefined : own),
    date: (date) => printDate(date, lang),
    isDue: (id) => data.due.includes(id),
  };
}
