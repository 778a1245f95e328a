import { fileURLToPath } from 'node:url';
import { slugify } from '../model/slugify.ts';
import { createLiquid } from './jekyll/liquid/renderer.ts';
import type { LiquidPost } from './jekyll/liquid/types.ts';
import type { JekyllSite } from './jekyll-site.ts';
import { decodeEntities } from './plain-text.ts';

/** What a post's readers know it by, where the folder's own feed says so. */
export type FeedIds = (post: LiquidPost) => string | undefined;

/**
 * Ids as the folder's own feed gave them, with the settings of `_config.yml` and not of the new site: what readers
 * know does not move with it. A site that names no `url` is told its address by GitHub Pages, so the new one stands in.
 *
 * @param site origin of the new site
 */
export function createFeedIds(
  jekyll: JekyllSite,
  { site, ...clock }: { site: string | undefined; timeZone: string; time: number },
): FeedIds | undefined {
  const { feed, data, config } = jekyll;
  if (!feed) return undefined;
  const liquid = createLiquid({
    ...clock,
    root: fileURLToPath(jekyll.root),
    includesDir: config.includesDir,
    dataDir: config.dataDir,
    config: data,
    posts: () => [],
    markdown: (text) => text,
    slugify,
  });
  return (post) => {
    const made = liquid.render({
      ...post,
      data: { ...post.data, render_with_liquid: true },
      body: feed.id,
      components: [],
    });
    const id = decodeEntities(made.text).trim();
    if (id === '' || made.problems.length > 0 || made.site || made.includes.length > 0) return undefined;
    return feed.whole && id.startsWith('/') ? `${site ?? ''}${id}` : id;
  };
}
