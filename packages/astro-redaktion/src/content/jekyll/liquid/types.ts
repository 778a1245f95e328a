import type { Problem } from '../../../types.ts';

/** What all posts of a Jekyll folder share. Made once a build. */
export interface LiquidSite {
  /** Absolute path of the Jekyll folder; nothing outside it is ever read. */
  root: string;
  /** The same folder as the owner names it, for problems: `''` (default) or e.g. `../old-blog`. */
  folder?: string;
  /** Folder of includes below `root`. Default: `_includes`. */
  includesDir?: string;
  /** Folder of data files below `root`. Default: `_data`. */
  dataDir?: string;
  /** `_config.yml` as data: `url`, `baseurl` and everything the owner put there. */
  config: Readonly<Record<string, unknown>>;
  /** Between a `baseurl` that ends in a slash and a path stands one slash alone. Default: two, as in Jekyll. */
  oneSlash?: boolean;
  /** IANA name. Every date is read and printed in it, never in the machine's zone. */
  timeZone: string;
  /** The instant of the build, `site.time` and `now`, in milliseconds since 1970. */
  time: number;
  /** Published posts, in any order. Called at most once, when a text asks for other posts. */
  posts: () => readonly LiquidDocument[];
  /** Pages outside `_posts`. */
  pages?: () => readonly LiquidDocument[];
  /** Documents of other collections by label, in the order of their lists; collections in the order of rendering. */
  collections?: () => Readonly<Record<string, readonly LiquidDocument[]>>;
  /** Files copied as they are: paths from the root, without a leading slash. */
  staticFiles?: () => readonly string[];
  /** Markdown to HTML, for the filter `markdownify`. */
  markdown: (text: string) => string;
  /** Typographic quotes, for the filter `smartify`. Default: English quotes, as Jekyll has them. */
  smartify?: (text: string) => string;
  /** Jekyll's `slugify`; the mode is one of none, raw, default, pretty, ascii, latin. */
  slugify: (text: string, mode?: string) => string;
  /** Printed as `jekyll.environment`. Default: `production`. */
  environment?: string;
  /** Include name to component name: `{ 'toc.md': 'toc' }`. */
  includes?: Readonly<Record<string, string>>;
  /** Blocks: an include of their name, whatever its ending, is one of them where the site has no such file. */
  blocks?: ReadonlySet<string>;
  /** How many posts there are: lists of many may take more work and time. Default: 0. */
  size?: number;
  limits?: Partial<LiquidLimits>;
}

/** Bounds of one post's rendering; beyond them the post gets a problem, never a hang. */
export interface LiquidLimits {
  /** Characters of one template. Default: 5,000,000. */
  parse: number;
  /** Milliseconds. A safety net: `work` is the limit that does not depend on the machine. Default: 5,000, and 5 a post. */
  time: number;
  /** Units: a character written is 1, an item of a list 20, a node rendered 50. Default: 10,000,000, and 50,000 a post. */
  work: number;
  /** Includes inside includes. Default: 100, as in Jekyll. */
  depth: number;
}

/** A post, page or other document as templates see it. */
export interface LiquidDocument {
  /** Path from the Jekyll folder: `_posts/2022-06-02-a.md`. */
  path: string;
  /** Address without `baseurl`. */
  url: string;
  /** Jekyll's id: the address without extension. */
  id: string;
  /** Instant in milliseconds; absent for pages. */
  date?: number;
  /** Front matter after defaults. `title`, `slug`, `ext`, `tags`, `categories`, `draft` are read from here. */
  data: Readonly<Record<string, unknown>>;
  /** Collection label; absent for pages. */
  collection?: string;
  /** It can be linked to, but stands in no list. */
  unlisted?: boolean;
  /** It stands in lists, but has no page that could be linked to. */
  pageless?: boolean;
  /** The body as written. */
  content?: () => string;
  /** The body as HTML: what templates see of it once Jekyll has come past it. */
  html?: () => string;
  /** The excerpt as HTML. */
  excerpt?: () => string;
}

/** The document whose text is rendered. */
export interface LiquidPost extends LiquidDocument {
  /** Path as the owner knows it, for problems. */
  file: string;
  /** The body: all after the front matter. */
  body: string;
  /** 1-based line of the file on which the body begins. */
  bodyLine: number;
  /** Components whose markers stand in the body already; those of includes are numbered after them. */
  components?: readonly IncludeUse[];
}

/** A component that stands in the text at marker `index`. */
export interface IncludeUse {
  index: number;
  /** Component name from the map, or `toc`. */
  name: string;
  /** The include's parameters as plain JSON. */
  props: Record<string, unknown>;
  /** Alone on its line. */
  block: boolean;
  /** 1-based line of the file on which it stands. */
  line?: number;
}

export interface LiquidResult {
  /** Markdown, ready for the Markdown engine. */
  text: string;
  /** Files read (includes and data), from the Jekyll folder: the text changes with them. */
  includes: string[];
  /** The text speaks of other documents (lists, `post_url`, `link`): it changes with them. */
  site: boolean;
  components: IncludeUse[];
  problems: Problem[];
}

export interface LiquidRenderer {
  /** Renders one post. Never throws for what an author can write. */
  render(post: LiquidPost): LiquidResult;
}
