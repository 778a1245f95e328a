import { fillPattern, inLanguage, writtenAddress } from './address.ts';
import { type ArchiveSlice, archiveSlices, padded } from './archive.ts';
import { addressOf, type Context } from './context.ts';
import type { Placed } from './draft.ts';
import type { LocaleParts } from './parts.ts';
import { redirectWords } from './redirects.ts';

/** Addresses that a Jekyll site had for years, months and days, leading to our page of the year or month. */
export function oldArchivePages({ context, dated }: LocaleParts): Placed[] {
  const { archive } = context.options.pages;
  if (context.options.oldArchive === undefined || archive === false) return [];
  return archiveSlices(dated, archive, context).flatMap((slice) => {
    const { url } = addressOf(slice.place, context);
    return oldPlaces(slice, context).map((place): Placed => {
      const front = { ...writtenAddress(place, context.options), title: context.t('archive') };
      const { lang } = context.locale;
      return {
        page: { kind: 'redirect', ...front, lang, crumbs: [], alternates: [], noindex: true, to: url, implied: true },
        source: { words: redirectWords('_config.yml (`jekyll-archives`)') },
      };
    });
  });
}

function oldPlaces({ year, month, years }: ArchiveSlice, { options, locale }: Context): string[] {
  const { oldArchive = {} } = options;
  if (year === undefined) return [];
  const values = { year: padded(year, 4), month: padded(month ?? 0, 2) };
  const filled = (pattern: string | undefined, day = ''): string[] =>
    pattern === undefined ? [] : [inLanguage(fillPattern(pattern, { ...values, day }), locale.prefix)];
  if (month === undefined) return filled(oldArchive.year);
  const posts = years.flatMap(({ months }) => months.flatMap((own) => own.posts));
  const days = new Set(posts.map(({ date }) => date.day.slice(-2)));
  return [...filled(oldArchive.month), ...[...days].flatMap((day) => filled(oldArchive.day, day))];
}
