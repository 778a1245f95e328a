import type { SiteOptions } from '../config/site-options.ts';
import type { TextPageData } from '../types.ts';
import { writtenAddress } from './address.ts';
import type { Context } from './context.ts';
import type { Placed } from './draft.ts';
import { homeUrl } from './front.ts';
import { redirectTarget } from './redirects.ts';

/**
 * Pages of the owner's texts that are no posts, at the addresses that their permalinks give them, and the redirects
 * that lead to them.
 *
 * @param contexts of each language, the main one first: a page of no known language is in the main one
 */
export function textPages(pages: readonly TextPageData[], contexts: readonly Context[]): Placed[] {
  const [main] = contexts;
  if (!main) return [];
  return pages.flatMap((data) => {
    const context = contexts.find(({ locale }) => locale.lang === data.lang) ?? main;
    const placed = placedPage(data, context);
    return [placed, ...data.redirectFrom.map((from) => redirectTo(placed, from, context.options))];
  });
}

function placedPage(data: TextPageData, context: Context): Placed {
  const { title, description, place, source, redirectTo: to } = data;
  const front = {
    ...writtenAddress(place, context.options),
    title,
    ...(description === undefined ? {} : { description }),
    lang: context.locale.lang,
    crumbs: [{ label: context.t('home'), url: homeUrl(context) }, { label: title }],
    alternates: [],
    noindex: to !== undefined,
  };
  return {
    page:
      to === undefined
        ? { kind: 'page', ...front, data }
        : { kind: 'redirect', ...front, to: redirectTarget(to, context.options) },
    source: { file: source.file, words: source.file },
  };
}

function redirectTo({ page, source }: Placed, from: string, options: SiteOptions): Placed {
  const { url, title, lang } = page;
  return {
    page: {
      kind: 'redirect',
      ...writtenAddress(from, options),
      ...{ title, lang, crumbs: [], alternates: [], noindex: true, to: url },
    },
    source: { ...source, words: `the redirect from it in ${source.words}` },
  };
}
