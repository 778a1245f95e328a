import type { ArchiveYear, Post } from '../types.ts';
import { addressOf, type Context, placeOf } from './context.ts';
import { below } from './address.ts';

/** A page of the archive: the whole, a year or a month. */
export interface ArchiveSlice {
  place: string;
  year?: number;
  month?: number;
  years: ArchiveYear[];
}

/**
 * The archive, a page for each year and one for each month that has posts; one empty page when there are none.
 *
 * @param posts newest first by date
 * @param pattern the archive's own place (`/arkiv/`)
 */
export function archiveSlices(posts: readonly Post[], pattern: string, context: Context): ArchiveSlice[] {
  const root = placeOf(pattern, {}, context);
  const years = [...Map.groupBy(posts, ({ date }) => date.day.slice(0, -6))].map(([year, list]) =>
    yearOf(year, list, { root, context }),
  );
  const slices: ArchiveSlice[] = [{ place: root, years }];
  for (const year of years) {
    const place = below(root, padded(year.year, 4));
    slices.push({ place, year: year.year, years: [year] });
    for (const month of year.months) {
      const own = { ...year, count: month.posts.length, months: [month] };
      slices.push({
        place: below(place, padded(month.month, 2)),
        year: year.year,
        month: month.month,
        years: [own],
      });
    }
  }
  return slices;
}

function yearOf(year: string, posts: Post[], { root, context }: { root: string; context: Context }): ArchiveYear {
  const place = below(root, year);
  const months = [...Map.groupBy(posts, ({ date }) => date.day.slice(-5, -3))].map(([month, list]) => ({
    month: Number(month),
    url: addressOf(below(place, month), context).url,
    posts: list,
  }));
  return { year: Number(year), url: addressOf(place, context).url, count: posts.length, months };
}

/** With zeros before it, as years and months stand in addresses. */
export function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
