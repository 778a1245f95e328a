import { plainText } from './plain-text.ts';
import type { LiquidPost, LiquidRenderer } from './jekyll/liquid/types.ts';

/** What the templates of old feeds are rendered with. */
export interface FeedIds {
  /** Liquid, in which `page` is the post. */
  template: string;
  /** Origin of the site. */
  site: string;
}

/**
 * What a post's readers know it by, where the folder's own feed says so. Where that is no URI, as in feeds of sites that
 * name no `url`, the site's own stands before it, as on GitHub Pages.
 *
 * @returns nothing where the template speaks of more than the post and the site's settings
 */
export function feedIdOf(post: LiquidPost, { template, site }: FeedIds, liquid: LiquidRenderer): string | undefined {
  const data = { ...post.data, render_with_liquid: true };
  const made = liquid.render({ ...post, data, body: template, components: [] });
  const id = plainText(made.text);
  if (id === '' || made.problems.length > 0 || made.site || made.includes.length > 0) return undefined;
  return /^[a-z][a-z\d+.-]*:/i.test(id) ? id : `${site}${id.startsWith('/') ? '' : '/'}${id}`;
}
