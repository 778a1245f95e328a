/** `_config.yml` as far as content goes, with Jekyll's defaults. */
export interface JekyllConfig {
  title?: string;
  description?: string;
  /** BCP 47, from `lang`, `language` or `locale`. */
  lang?: string;
  /** The author's name. */
  author?: string;
  /** `https://example.se`, without a slash at its end. */
  url?: string;
  /** `/blogg`, without a slash at its end; empty for none. */
  baseurl: string;
  /** IANA name. */
  timezone?: string;
  /** As written: a style's name or a pattern. */
  permalinkStyle: string;
  /** The pattern for posts: of the collection `posts`, else of the style. */
  permalink: string;
  /** Front-matter defaults as written; `frontMatterDefaults` reads them. */
  defaults: unknown;
  collections: unknown;
  /** Empty: no excerpts. */
  excerptSeparator: string;
  /** With their dots, lower case. */
  markdownExtensions: string[];
  future: boolean;
  showDrafts: boolean;
  unpublished: boolean;
  /** 0: no limit. */
  limitPosts: number;
  /** Name of the Markdown engine. */
  markdown: string;
  /** Options for kramdown, Jekyll's own included. */
  kramdown: Record<string, unknown>;
  include: string[];
  exclude: string[];
  plugins: string[];
  dataDir: string;
  layoutsDir: string;
  includesDir: string;
  /** Without slashes at its ends; empty for none. */
  collectionsDir: string;
  destination: string;
  /** Folder of the content, from that of `_config.yml`; `.` for the same. */
  source: string;
}
