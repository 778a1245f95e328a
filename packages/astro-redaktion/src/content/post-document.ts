import type { LiquidPost } from './jekyll/liquid/types.ts';
import type { RawPost } from './jekyll/types.ts';

/** A post as Liquid takes it. @param file as the owner knows it */
export function documentOf(raw: RawPost, file: string): LiquidPost {
  const { path, permalink, date, data, body, bodyLine } = raw;
  return {
    ...{ file, path, data, body, bodyLine },
    url: permalink.url,
    id: permalink.id,
    date: date.instant,
    collection: 'posts',
  };
}
