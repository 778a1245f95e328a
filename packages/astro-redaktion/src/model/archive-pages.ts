import { formatDate } from '../i18n/format.ts';
import type { Crumb } from '../types.ts';
import { type ArchiveSlice, archiveSlices, padded } from './archive.ts';
import { addressOf, type Context, placeOf } from './context.ts';
import type { Placed } from './draft.ts';
import { frontOf } from './front.ts';
import type { LocaleParts } from './parts.ts';

/** The archive, and a page for each of its years and months; none when switched off. */
export function archivePages({ context, dated }: LocaleParts): Placed[] {
  const { archive } = context.options.pages;
  if (archive === false) return [];
  const root = { label: context.t('archive'), url: addressOf(placeOf(archive, {}, context), context).url };
  return archiveSlices(dated, archive, context).map((slice): Placed => {
    const { place, ...shown } = slice;
    const title = titleOf(slice, context);
    const front = frontOf(place, { title, trail: trailOf(slice, root), context });
    return {
      page: { kind: 'archive', ...front, ...shown },
      source: { words: `the archive page “${title}” (\`pages.archive\`)` },
    };
  });
}

function titleOf({ year, month }: ArchiveSlice, { t, locale, options }: Context): string {
  if (year === undefined) return t('archive');
  if (month === undefined) return t('archiveYear', { year: String(year) });
  const day = `${padded(year, 4)}-${padded(month, 2)}-01`;
  return formatDate({ instant: 0, day, offset: 0 }, { lang: locale.lang, timezone: options.timezone, style: 'month' });
}

function trailOf({ year, month, years }: ArchiveSlice, root: Crumb): Crumb[] {
  if (year === undefined) return [];
  const url = years[0]?.url;
  return month === undefined || url === undefined ? [root] : [root, { label: String(year), url }];
}
