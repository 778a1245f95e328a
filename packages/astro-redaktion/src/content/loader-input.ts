import type { AstroIntegrationLogger } from 'astro';
import type { Contributions } from '../config/plugins.ts';
import type { ParsedOptions } from '../config/schema.ts';
import type { SiteOptions } from '../config/site-options.ts';
import type { JekyllSite } from './jekyll-site.ts';
import type { Outside } from './outside.ts';

/** Everything that decides how posts are loaded. */
export interface LoaderInput {
  parsed: ParsedOptions;
  jekyll: JekyllSite;
  contributions: Contributions;
  /** What a Jekyll site has outside `_posts`, as it lies on disk now. */
  outside: (options: SiteOptions) => Outside;
  resolve: () => SiteOptions;
  /** Folder for posts and texts, beside Astro's own store. */
  store: URL;
  version: string;
  dev: boolean;
  logger: AstroIntegrationLogger;
}
