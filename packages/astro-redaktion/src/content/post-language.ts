import { postLocale } from '../model/locale.ts';
import type { PluginSite } from '../types.ts';

/** The language of a post while it is read: one of the site's, else what the post says, else the site's main one. */
export function postLanguage(
  { data, path }: { data: Readonly<Record<string, unknown>>; path: string },
  site: PluginSite,
): string {
  const given = typeof data['lang'] === 'string' ? { lang: data['lang'] } : {};
  return postLocale({ ...given, path }, site)?.lang ?? given.lang ?? site.lang;
}
