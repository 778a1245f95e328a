import type { PostDate } from '../../types.ts';
import { readDate } from './date.ts';
import { isGiven, readCategories, readTags } from './taxonomy.ts';

/** Front matter of a document with what Jekyll makes of it and its name. */
export function documentData({ merged, defaults, own, name, ext }: DocumentFacts): Data {
  const { slug } = merged;
  return {
    ...merged,
    slug: isGiven(slug) ? slug : documentSlug(name),
    ext: merged['ext'] ?? ext,
    tags: readTags(merged),
    categories: readCategories({ folders: [], defaults, own, data: merged }),
    draft: merged['draft'] ?? false,
  };
}

/** A document's date: front matter's, else that of its name; Jekyll has that of the build for all others, and we none. */
export function documentDate(data: Data, name: string, timeZone: string): PostDate | undefined {
  const written = data['date'] ?? DATED.exec(name)?.[1];
  return written === undefined || written === null ? undefined : readDate(written, timeZone).date;
}

/** A name without a date before it and dots behind it. */
export function documentSlug(name: string): string {
  return (DATED.exec(name)?.[2] ?? name).replace(/\.+$/, '');
}

const DATED = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.+)$/;

interface DocumentFacts {
  merged: Data;
  defaults: Data;
  own: Data;
  name: string;
  ext: string;
}

type Data = Readonly<Record<string, unknown>>;
