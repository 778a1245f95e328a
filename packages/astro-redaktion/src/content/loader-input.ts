import type { AstroIntegrationLogger } from 'astro';
import type { Contributions } from '../config/plugins.ts';
import type { ParsedOptions } from '../config/schema.ts';
import type { SiteOptions } from '../config/site-options.ts';
import type { JekyllSite } from './jekyll-site.ts';

/** Everything that decides how posts are loaded. */
export interface LoaderInput {
  parsed: ParsedOptions;
  jekyll: JekyllSite;
  contributions: Contributions;
  resolve: () => SiteOptions;
  /** Folder for posts and texts, beside Astro's own store. */
  store: URL;
  version: string;
  dev: boolean;
  logger: AstroIntegrationLogger;
}
