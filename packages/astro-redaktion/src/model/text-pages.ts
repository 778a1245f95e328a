import type { TextPageData } from '../types.ts';
import { type Address, writtenAddress } from './address.ts';
import { compareCodePoints } from './code-points.ts';
import type { Context } from './context.ts';
import type { Placed } from './draft.ts';
import { homeUrl } from './front.ts';
import { addressesBefore, redirectTarget, redirectWords } from './redirects.ts';

/**
 * Pages of the owner's texts that are no posts, at the addresses that their permalinks give them, and the redirects
 * that lead to them.
 *
 * @param contexts of each language, the main one first: a page of no known language is in the main one
 */
export function textPages(pages: readonly TextPageData[], contexts: readonly Context[]): Placed[] {
  const [main] = contexts;
  if (!main) return [];
  const own = pages.map((data) => {
    const context = contexts.find(({ locale }) => locale.lang === data.lang) ?? main;
    return { data, context, placed: placedPage(data, context) };
  });
  const redirects = own.flatMap(({ data, context: { options }, placed }) =>
    addressesBefore(data.redirectFrom, { path: placed.page.path, options }).map((old) => redirectTo(placed, old)),
  );
  return [...own.map(({ placed }) => placed), ...lastFirst(redirects)];
}

/** Redirects as pages stand in Jekyll, by their names, the last first: of two that want one address it keeps it. */
export function lastFirst(redirects: readonly Placed[]): Placed[] {
  return redirects.toSorted((a, b) => compareCodePoints(nameOf(b), nameOf(a)));
}

function nameOf({ source: { file = '' } }: Placed): string {
  return file.replace(/^.*\//, '');
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

function redirectTo({ page, source }: Placed, from: Address): Placed {
  const { url, title, lang } = page;
  return {
    page: {
      kind: 'redirect',
      ...from,
      ...{ title, lang, crumbs: [], alternates: [], noindex: true, to: url },
    },
    source: { ...source, words: redirectWords(source.words) },
  };
}
