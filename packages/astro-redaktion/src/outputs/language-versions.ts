import type { SiteOptions } from '../config/site-options.ts';
import type { Page } from '../types.ts';
import { absolute } from './address.ts';

/** The page in all its languages, itself first, and `x-default`; empty when it has but one. */
export function languageVersions(
  page: Pick<Page, 'lang' | 'url' | 'alternates'>,
  options: SiteOptions,
): { lang: string; url: string }[] {
  const others = page.alternates.filter((other) => other.lang !== page.lang);
  if (others.length === 0) return [];
  const all = [{ lang: page.lang, url: page.url }, ...others];
  const main = all.find((version) => version.lang === options.lang);
  const named = main ? [...all, { lang: 'x-default', url: main.url }] : all;
  return named.map(({ lang, url }) => ({ lang, url: absolute(url, options) }));
}
