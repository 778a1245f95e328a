import type { SiteOptions } from '../config/site-options.ts';
import type { Page, Site } from '../types.ts';

/** A link of the language switch. */
export interface LanguageLink {
  lang: string;
  /** The language's name in itself. */
  label: string;
  url: string;
  /** It leads to this page's own translation, not to the language's home page, which is where the others lead. */
  translated: boolean;
}

/** The site's other languages, in the owner's order: this page where it is translated, else that language's home page. */
export function languageLinks(
  page: Pick<Page, 'lang' | 'alternates'>,
  { options, site }: { options: Pick<SiteOptions, 'locales'>; site: Pick<Site, 'locale'> },
): LanguageLink[] {
  return options.locales
    .filter(({ lang }) => lang !== page.lang)
    .map(({ lang, label }) => {
      const own = page.alternates.find((other) => other.lang === lang);
      return { lang, label, url: own?.url ?? site.locale(lang).home, translated: own !== undefined };
    });
}
