import type { PostData } from '../types.ts';

/** Whether a post asks search engines to leave it out: `robots: noindex`. Its page stays in the lists of the site. */
export function isUnwanted({ robots = '' }: Pick<PostData, 'robots'>): boolean {
  return /(?:^|[\s,])(?:noindex|none)(?:[\s,]|$)/.test(robots);
}
