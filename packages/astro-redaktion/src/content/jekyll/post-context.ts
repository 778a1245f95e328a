import { frontMatterDefaults } from './defaults.ts';
import type { JekyllConfig } from './jekyll-config.ts';

/**
 * Prepares what all posts of a folder share; the result reads one post after another with `readPost`.
 *
 * @param config `_config.yml` as `readSiteConfig` gives it
 */
export function postContext(config: JekyllConfig, options: PostOptions): PostContext {
  const { collectionsDir } = config;
  return {
    timeZone: options.timeZone,
    permalink: options.permalink ?? config.permalink,
    separator: config.excerptSeparator,
    markdownExtensions: new Set(config.markdownExtensions),
    defaults: frontMatterDefaults(config.defaults, { collectionsDir }),
    folder: options.folder ?? '',
    impossibleDay: options.impossibleDay ?? 'error',
  };
}

type Data = Readonly<Record<string, unknown>>;

/** How a folder's posts are read. */
export interface PostOptions {
  /** The site's zone, an IANA name. */
  timeZone: string;
  /** A pattern or style's pattern that wins over the config's. */
  permalink?: string;
  /** What stands before paths in problems: `../old-blog/`. Default: nothing. */
  folder?: string;
  /** What a day that no calendar has (31 June) is. A warning keeps Jekyll's address (1 July). Default: `error`. */
  impossibleDay?: 'error' | 'warning';
}

/** What all posts of a folder share; made by `postContext`. */
export interface PostContext {
  timeZone: string;
  permalink: string;
  separator: string;
  markdownExtensions: ReadonlySet<string>;
  defaults: (path: string) => Data;
  folder: string;
  impossibleDay: 'error' | 'warning';
}
