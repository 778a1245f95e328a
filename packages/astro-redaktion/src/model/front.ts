import type { Crumb } from '../types.ts';
import { fileBelow, inLanguage } from './address.ts';
import { addressOf, type Context } from './context.ts';
import type { PageDraft } from './draft.ts';

/** What every kind of page has. */
export type Front = Pick<
  PageDraft,
  'url' | 'path' | 'title' | 'lang' | 'crumbs' | 'alternates' | 'noindex' | 'description' | 'feed'
>;

/** The part that every page has: its address from its place, and the trail from the home page. */
export function frontOf(
  place: string,
  {
    title,
    context,
    trail = [],
    description,
    feed,
    noindex = false,
  }: {
    title: string;
    context: Context;
    /** Steps between the home page and this one. */
    trail?: Crumb[];
    description?: string | undefined;
    feed?: string | undefined;
    noindex?: boolean;
  },
): Front {
  return {
    ...addressOf(place, context),
    title,
    lang: context.locale.lang,
    alternates: [],
    noindex,
    crumbs: [{ label: context.t('home'), url: homeUrl(context) }, ...trail, { label: title }],
    ...(description ? { description } : {}),
    ...(feed === undefined ? {} : { feed }),
  };
}

/** Title of page n of a list; the first has the list's own. */
export function numbered(title: string, number: number, { t }: Context): string {
  return number === 1 ? title : t('pageTitle', { title, number });
}

/** Address of a language's home page. */
export function homeUrl(context: Context): string {
  return addressOf(homePlace(context), context).url;
}

export function homePlace({ locale }: Context): string {
  return inLanguage('/', locale.prefix);
}

/** Address of the RSS feed that belongs to a place; the other formats lie beside it. */
export function feedUrl(place: string, context: Context): string {
  return addressOf(fileBelow(place, 'feed.xml'), context).url;
}
