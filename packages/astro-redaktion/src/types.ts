/**
 * The words of the house: what one room hands to the next. Types only.
 *
 * `PostData` is what content knows of a post and keeps in Astro's data store;
 * `Post`, `Term`, `Page` and `Site` are what the model makes of all posts together.
 */

/** Something wrong in the owner's files or options. All problems of a run are printed together. */
export interface Problem {
  /** Permanent name of the rule, e.g. `post-without-title`. */
  code: string;
  severity: 'error' | 'warning';
  /** Path as the owner knows it, relative to the project's root. */
  file: string;
  /** 1-based. */
  line?: number;
  /** 1-based, in UTF-16 units. */
  column?: number;
  /** What happened and why, quoting the value. */
  message: string;
  /** What to do. */
  fix?: string;
}

/** A point in time as an editor thinks of it: an instant, and the calendar day it has in the site's zone. */
export interface PostDate {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  instant: number;
  /** Calendar day in the site's time zone, `YYYY-MM-DD`. */
  day: string;
  /** Offset from UTC, in minutes, of the site's zone at that instant. */
  offset: number;
}

/** A heading of a rendered post, in document order. */
export interface Heading {
  /** 1 to 6. */
  depth: number;
  /** The element's `id`, not percent-encoded. */
  slug: string;
  /** Text without markup. */
  text: string;
  /** Left out of every table of contents (kramdown's `.no_toc`, front matter). */
  noToc?: boolean;
}

/** A row of a table of contents. */
export interface TocItem {
  slug: string;
  text: string;
  children: TocItem[];
}

/** An author as front matter names one. */
export interface AuthorData {
  /** Printed name; matched against the author registry's keys, names and aliases. */
  name: string;
  /** A sentence about the author, plain text. */
  description?: string;
  /** Absolute or root-relative address of the author's own page. */
  url?: string;
}

/** A licence by its name and address. */
export interface LicenceData {
  name: string;
  address: string;
}

/** A work of others that a post uses. */
export interface CreditData {
  work?: string;
  creator?: string;
  /** Where it comes from: an address, or words. */
  source?: string;
  licence?: LicenceData;
  /** What was changed in it. */
  changes?: string;
}

/** On what terms a post may be used (`cc:`), and whom it credits. */
export interface RightsData {
  licence?: LicenceData;
  /** A sentence of the author's own. */
  text?: string;
  credits: CreditData[];
}

/** A post's picture as front matter names it. */
export interface ImageData {
  /** Root-relative (`/assets/x.jpg`, below `public/`), relative to the post, or absolute. */
  path: string;
  alt?: string;
  caption?: string;
  credit?: string;
  /** Where front matter gives its licence, creator or source. */
  rights?: CreditData;
}

/** The `sitemap:` map of front matter. `false` leaves the post out. */
export interface SitemapData {
  lastmod?: PostDate;
  /** 0 to 1. */
  priority?: number;
  changefreq?: 'always' | 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly' | 'never';
}

/** How the page of a post is laid out: `layout:` in its front matter. */
export type PostLayout = 'post' | 'wide' | 'note' | 'link';

/** One post as content read it: plain JSON, the `data` of an entry of the collection `posts`. */
export interface PostData {
  /** Path relative to the project's root, and the 1-based line on which the body begins. */
  source: { file: string; bodyLine: number };
  title: string;
  /** From front matter, else from the excerpt at a word's end; plain text. */
  description?: string;
  /** The description is the author's own, not taken from the text. */
  ownDescription: boolean;
  /** What the feed that the folder brings knows the post by. Absent: what jekyll-feed knows it by. */
  guid?: string;
  /** Title and description as pages print them (”…”, spaces that do not break), where they differ. */
  printed?: { title?: string; description?: string };
  /** BCP 47; absent: the site's language. */
  lang?: string;
  /** Joins translations of one post. */
  translationKey?: string;
  date: PostDate;
  /** From `last_modified_at`, `updated` or `sitemap.lastmod`; never before `date`. */
  updated?: PostDate;
  /** Jekyll's slug: from `slug:` or the file's name, case and dots kept. */
  slug: string;
  /** File name without date and extension, as it stands on disk (Jekyll's `:name`). */
  name: string;
  /** File extension with its dot. */
  ext: string;
  /** Path below the `_posts` folder's parent, for `:path`. */
  path: string;
  /** A permalink pattern, style name or fixed path that holds for this post. */
  permalink: string;
  categories: string[];
  tags: string[];
  /** Keywords that make no page of their own. */
  tagsExtra: string[];
  authors: AuthorData[];
  image?: ImageData;
  sitemap?: SitemapData | false;
  series?: { name: string; part?: number };
  /** `post` by default. */
  layout: PostLayout;
  /** Where a post in the layout `link` leads: an absolute address. */
  link?: string;
  /** `draft: true`, or the file lies in `_drafts`. */
  draft: boolean;
  /** `published: false` makes it false. */
  published: boolean;
  /** Has a page, but stands in no list, feed, sitemap or search. */
  unlisted: boolean;
  /** What search engines may do with the page, as in a robots meta tag. */
  robots?: string;
  /** From this instant on the post is gone. */
  expires?: PostDate;
  /** Root-relative paths that lead to this post. */
  redirectFrom: string[];
  /** The post itself only leads here. */
  redirectTo?: string;
  /** `false`: no table of contents; else what differs from the site's rules for it. */
  toc?: TocRules | false;
  /** Dated corrections, newest first. */
  corrections: { day: string; text: string }[];
  /** From `cc`, `license` or the option `licence`; absent where none is given, or `cc: false`. */
  rights?: RightsData;
  /** `video`, `karta`, `chart`, `cc`: kept as written, for the blocks that understand them. */
  media: Record<string, unknown>;
  /** All other front matter, as written. */
  extra: Record<string, unknown>;
  /** What plugins found in the text, by the plugin's name; plain JSON. Absent for MDX. */
  facts?: Record<string, unknown>;
  /** Words of the body, counted by `Intl.Segmenter`. */
  words: number;
  /** Addresses of the pictures in the text, as written; absent where there are none, and for MDX. */
  pictures?: string[];
  /** Files that blocks make for feeds to point at, below the site's root; absent where there are none. */
  files?: string[];
  /** Where the rendered text lies beside Astro's store; absent for MDX, which Astro renders itself. */
  rendered?: RenderedSlice;
  /** Hash of everything that went into this record and its text. */
  digest: string;
}

/** Which headings a table of contents holds. */
export interface TocRules {
  /** First level, 1 to 6. @default 1 */
  from?: number;
  /** Last level, 1 to 6. @default 6 */
  to?: number;
  /** Ids or texts of headings to leave out. @default none */
  exclude?: string[];
}

/** A page of the owner's text outside the posts: plain JSON. */
export interface TextPageData {
  /** Path as the owner knows it, and the 1-based line on which the body begins. */
  source: { file: string; bodyLine: number };
  title: string;
  description?: string;
  /** BCP 47; absent: the site's language. */
  lang?: string;
  /** Its address: root-relative, decoded, without base. */
  place: string;
  /** A whole document of its own: printed without our layout. */
  bare: boolean;
  /** `sitemap: false` makes it false. */
  inSitemap: boolean;
  /** Root-relative paths that lead to this page. */
  redirectFrom: string[];
  /** The page itself only leads here. */
  redirectTo?: string;
  text: RenderedPost;
  /** Hash of all of this. */
  digest: string;
}

/** A slice of the rendered-text file: byte offset and byte lengths. */
export interface RenderedSlice {
  at: number;
  html: number;
  excerpt: number;
  /** JSON of `RenderedFacts`. */
  facts: number;
  /** There is a picture in the text, or in what stands in feeds for a block; absent: there is none. */
  picture?: true;
}

/** What a post's page needs beside its HTML. */
export interface RenderedFacts {
  headings: Heading[];
  /** Addresses of the pictures in the text, as written. */
  images: string[];
  /** Components that stand in the text, by the number in their marker. */
  components: PlacedComponent[];
  /** The excerpt for feeds, trusted HTML; only where blocks stand in it, which lists pass over. */
  excerptFeed?: string;
  /** The excerpt is not the whole text: there is more to read. */
  more: boolean;
  /** The Markdown itself after Liquid, with markers of components; kept where twins in Markdown are asked for. */
  markdown?: string;
}

/** A component that stands in a text. */
export interface PlacedComponent {
  name: string;
  /** As the block's schema gave them; plain JSON. */
  props: Record<string, unknown>;
  /** Alone on its line. */
  block: boolean;
  /** Trusted HTML for feeds, with what stands inside it; `''` for a component that is no block. */
  feed: string;
  /** The same as Markdown, for text twins and search. */
  text: string;
}

/** The site as plugins and blocks see it before any page is made: what the options and `_config.yml` come to. */
export interface PluginSite {
  /** Main language, BCP 47. */
  lang: string;
  /** All languages, the main one first. `prefix` is the first part of their addresses, `''` for the main one. */
  locales: { lang: string; label: string; prefix: string }[];
  /** IANA name. */
  timezone: string;
  /** `/` or `/blog/`: begins and ends with a slash. */
  base: string;
  /** How addresses of pages end. */
  ending: '/' | '' | '.html';
}

/** A post's text, ready to print. */
export interface RenderedPost extends RenderedFacts {
  /** Body, trusted HTML. */
  html: string;
  /** Excerpt, trusted HTML, every tag closed. */
  excerpt: string;
}

/** One post in its place on the site. */
export interface Post {
  /** The collection entry's id; stable as long as the file keeps its name. */
  id: string;
  /** Jekyll's id (`/2022/06/02/ineras-tjanster`); feeds build their permanent ids from it. */
  feedId: string;
  /** What the feed that the folder brought knew it by; goes before. */
  guid?: string;
  /** Root-relative address as linked: percent-encoded, with the site's base. */
  url: string;
  /** The route: decoded, without base, leading slash or trailing slash. */
  path: string;
  /** As the author wrote it: for feeds, search engines and all other machines. */
  title: string;
  /** The title as pages print it: quotation marks, dashes and spaces as the option `typography` has them. */
  printedTitle: string;
  description?: string;
  /** The description as pages print it, where that differs. */
  printedDescription?: string;
  lang: string;
  date: PostDate;
  /** Front matter, else git, else `date`. */
  updated: PostDate;
  /** `updated` is a later day than `date`. */
  wasUpdated: boolean;
  authors: Author[];
  tags: Term[];
  categories: Term[];
  /** `tags_extra`, printed form. */
  keywords: string[];
  /** The same as terms; absent when keywords make no pages. */
  keywordTerms?: Term[];
  series?: { series: Series; part: number };
  /** Translations of this post that are published, in the order of `locales`. */
  translations: Post[];
  listed: boolean;
  /** Why it is held back; absent when it is published. Held-back posts exist in dev only. */
  held?: HeldReason;
  /** Minutes at 220 words a minute, at least 1. */
  minutes: number;
  data: PostData;
}

export type HeldReason = 'draft' | 'unpublished' | 'future' | 'expired' | 'limit';

/** A term of a taxonomy (a tag or a category) and the posts that carry it, newest first. */
export interface Term {
  taxonomy: Taxonomy;
  /** Printed form: the registry's, else the most used spelling. */
  label: string;
  /** Its names as posts write them, and the registry's key, each once; links of an old site may end in one of them. */
  spellings: string[];
  slug: string;
  lang: string;
  url: string;
  path: string;
  /** Rendered from the registry's Markdown; trusted HTML. */
  description?: string;
  colour?: string;
  parent?: Term;
  children: Term[];
  posts: Post[];
  /** Terms that share posts more often than chance would have it, best first. */
  related: Term[];
}

export type Taxonomy = 'tag' | 'category' | 'keyword';

/** An author and the posts in one language, newest first. `url` is empty, and no page has the `path`, where authors have no pages. */
export interface Author {
  slug: string;
  name: string;
  description?: string;
  /** Rendered biography from the registry; trusted HTML. */
  bio?: string;
  /** The author's own address elsewhere. */
  link?: string;
  url: string;
  path: string;
  posts: Post[];
}

/** Posts that belong together in an order. */
export interface Series {
  name: string;
  slug: string;
  url: string;
  path: string;
  parts: { part: number; post: Post }[];
}

/** A post to read next, and what it shares with the one just read. */
export interface Related {
  post: Post;
  /** Terms that both carry, the rarest first. */
  shares: Term[];
}

/** One of several pages of a list. */
export interface Pager {
  /** 1-based. */
  number: number;
  /** Number of pages, at least 1. */
  count: number;
  /** Number of posts on all pages. */
  total: number;
  /** Addresses; absent at the ends. */
  first?: string;
  previous?: string;
  next?: string;
  last?: string;
  /** Address of page n (1-based). */
  urls: string[];
}

/** A step of the breadcrumb trail; the last one, the page itself, has no address. */
export interface Crumb {
  label: string;
  url?: string;
  /** The label's language (BCP 47), where it is not the page's. */
  lang?: string | undefined;
}

interface PageBase {
  /** Root-relative address as linked, with the site's base. */
  url: string;
  /** The route: decoded, without base, leading slash or trailing slash; `''` is the home page. */
  path: string;
  /** Plain text; the home page's is the site's own. */
  title: string;
  description?: string;
  lang: string;
  crumbs: Crumb[];
  /** Feed of this page's own, if it has one (RSS address). */
  feed?: string;
  /** The same page in other languages. */
  alternates: { lang: string; url: string }[];
  /** Kept out of search engines, sitemap and search. */
  noindex: boolean;
  /** Text that changes whenever anything that the page shows changes. */
  key: string;
}

export interface HomePage extends PageBase {
  kind: 'home';
  posts: Post[];
  terms: Term[];
  pager: Pager;
}
export interface ListPage extends PageBase {
  kind: 'list';
  posts: Post[];
  pager: Pager;
}
export interface PostPage extends PageBase {
  kind: 'post';
  post: Post;
  /** The older neighbour. */
  previous?: Post;
  /** The newer neighbour. */
  next?: Post;
  related: Related[];
}
export interface TermPage extends PageBase {
  kind: 'term';
  term: Term;
  posts: Post[];
  pager: Pager;
}
export interface TermsPage extends PageBase {
  kind: 'terms';
  taxonomy: Taxonomy;
  /** By name in the language's collation, or the most used first. */
  terms: Term[];
  /** By name, grouped by first letter; `#` holds those that begin with none. */
  groups: { letter: string; terms: Term[] }[];
  /** How this page puts them: `groups` is for `name`, `terms` is in the order itself. */
  order: 'name' | 'count';
  /** Addresses of the index in both orders. */
  orders: { name: string; count: string };
}
export interface ArchivePage extends PageBase {
  kind: 'archive';
  year?: number;
  month?: number;
  /** Newest first; a month's posts stand under it. */
  years: ArchiveYear[];
}
export interface ArchiveYear {
  year: number;
  url: string;
  count: number;
  months: { month: number; url: string; posts: Post[] }[];
}
export interface AuthorsPage extends PageBase {
  kind: 'authors';
  authors: Author[];
}
export interface AuthorPage extends PageBase {
  kind: 'author';
  author: Author;
  posts: Post[];
  pager: Pager;
}
export interface SeriesPage extends PageBase {
  kind: 'series';
  series: Series;
}
export interface SearchPage extends PageBase {
  kind: 'search';
}
export interface NotFoundPage extends PageBase {
  kind: 'notFound';
  posts: Post[];
}
/** A page of the owner's text that is no post, such as `about.md`. */
export interface TextPage extends PageBase {
  kind: 'page';
  data: TextPageData;
}
/** Leads elsewhere: `to` is an address as linked. */
export interface RedirectPage extends PageBase {
  kind: 'redirect';
  to: string;
  /** Nobody wrote it down: it gives way to whatever else answers at its address. */
  implied?: true;
}
/** A page of the owner's or a plugin's own, inside our shell. */
export interface CustomPage extends PageBase {
  kind: 'custom';
}

/** Every page that the one route can print; decided once, in the model. */
export type Page =
  | HomePage
  | ListPage
  | PostPage
  | TextPage
  | TermPage
  | TermsPage
  | ArchivePage
  | AuthorsPage
  | AuthorPage
  | SeriesPage
  | SearchPage
  | NotFoundPage
  | RedirectPage
  | CustomPage;

export type PageKind = Page['kind'];

/** A post that comes or goes at a time that is yet to come. */
export interface ScheduledChange {
  at: PostDate;
  action: 'publish' | 'expire';
  post: { title: string; file: string };
}

/** The whole site as the model made it; computed once a build. */
export interface Site {
  /** Published and listed, newest first, all languages. */
  posts: Post[];
  /** Every post that has a page: also unlisted ones and, in dev, those held back. */
  allPosts: Post[];
  /** By path. */
  pages: Map<string, Page>;
  /** Those that listed posts carry, by name in their language's collation; all languages, the main one first. */
  tags: Term[];
  categories: Term[];
  /** Absent when keywords make no pages. */
  keywords?: Term[];
  authors: Author[];
  series: Series[];
  /** Held back in this build, and why. */
  held: { post: { title: string; file: string }; reason: HeldReason; due?: PostDate }[];
  /** When the next post that waits for its date is due. */
  nextDue?: PostDate;
  /** What time alone will change, the next one first: posts that come, and posts that go. */
  schedule: ScheduledChange[];
  problems: Problem[];
  locale: (lang: string) => LocaleSite;
}

/** What one language of the site has. */
export interface LocaleSite {
  lang: string;
  home: string;
  posts: Post[];
  tags: Term[];
  categories: Term[];
  /** Addresses of pages that show something; absent when switched off or empty. `feed` is the RSS one. */
  links: {
    tags?: string;
    categories?: string;
    archive?: string;
    authors?: string;
    search?: string;
    posts?: string;
    feed: string;
  };
}
