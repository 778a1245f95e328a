import type { LicenceData } from '../types.ts';

/**
 * Everything that the model, the views and the outputs ask of the options, with no gaps left:
 * options of ours, then `_config.yml`, then the language's defaults. Plain JSON.
 */
export interface SiteOptions {
  /** Version of this package; part of every cache key. */
  version: string;
  title: string;
  description: string;
  /** Main language (BCP 47). */
  lang: string;
  /** Languages in order, the main one first; labels in their own language. */
  locales: { lang: string; label: string /** Path segment: `''` for the main language. */; prefix: string }[];
  /** IANA name. */
  timezone: string;
  author?: string;
  /** Absent: an organization with the site's title. */
  publisher?: { type: 'organization' | 'person'; name?: string; logo?: string; sameAs: string[] };
  /** `https://example.se`: scheme and host alone, for addresses hold the base; absent when `site` is not set in astro.config. */
  site?: string;
  /** `/` or `/blogg/`: begins and ends with a slash. */
  base: string;
  /** How our own pages end: `/tags/` or `/tags`. From Astro's `trailingSlash` and `build.format`. */
  ending: '/' | '' | '.html';
  /** Photos in texts open large. */
  zoom: boolean;
  postsPerPage: number;
  /** Contains `:num`. */
  paginatePath: string;
  /** Place of the post list's first page on a Jekyll site, `/` or `/blog/`; absent: by `paginatePath`. */
  firstPage?: string;
  sort: 'date' | 'updated';
  tags: 'strict' | 'suggest' | 'free';
  slugs: 'ascii' | 'keep' | 'jekyll';
  /** The same for tags and categories. */
  termSlugs: 'ascii' | 'keep' | 'jekyll';
  pages: {
    tag: string;
    tags: string;
    category: string;
    /** The index of categories; absent: the folder of their pattern. */
    categories?: string;
    keyword: string | false;
    archive: string | false;
    author: string | false;
    series: string;
    search: string | false;
  };
  /** Patterns of the pages that a Jekyll site had for years, months and days; they lead to ours. */
  oldArchive?: { year?: string; month?: string; day?: string };
  /** There is a search index, under `pagefind/`. */
  search: boolean;
  /** Which headings tables of contents hold. */
  toc: { from: number; to: number /** Marks the section in view where the browser does not. */; script: boolean };
  navigation: { label: string; href: string }[];
  footer: { links: { label: string; href: string }[]; text?: string };
  feed: { content: 'full' | 'excerpt'; limit: number; ids: 'id' | 'address' };
  /** Icons among the public files: attributes of their links, and their paths below the base. */
  icons: { rel: string; file: string; sizes?: string; type?: string }[];
  /** Pages without a picture get one made: what stands for template and fonts, and whether the owner gives fonts. */
  sharePictures?: { key: string; ownFonts: boolean };
  /** Posts have a twin in Markdown. */
  markdownFiles: boolean;
  publish: {
    /** Milliseconds since the epoch: the one `now` of this build. */
    now: number;
    future: boolean;
    drafts: boolean;
    unpublished: boolean;
    /** Keeps only the newest n posts. */
    limit?: number;
    /** Held-back posts are shown, marked: dev. */
    preview: boolean;
  };
  strings: Record<string, Record<string, string>>;
  /** Of posts that name none. */
  licence?: LicenceData;
  /** Absent: maps are pictures only. */
  interactiveMap?: { module: string; style?: string; tiles?: string; attribution?: string };
  theme: { accentHue: number /** Readers choose light or dark. */; schemeSwitch: boolean };
  /** Ways to pass a post on. */
  share: ('mail' | 'bluesky' | 'linkedin' | 'facebook' | 'copy')[];
  /** Headings have links to themselves. */
  headingLinks: boolean;
  /** Astro makes the pictures in texts. */
  textPictures: boolean;
  /** Set texts as a printer would; absent: those in Swedish. */
  typography?: boolean;
  footnotes: 'list' | 'popover';
  contact?: string;
  contactForm?: ContactFormOptions;
  /** Pages are rendered when asked for: times in seconds, memory in MiB. Absent where they are built. */
  onDemand?: { maxAge: number; swr: number; memory: number };
}

/** Where readers' messages go, and how the form asks for them. */
export interface ContactFormOptions {
  /** A path without the site's base, or an address elsewhere; absent: `mailto`. */
  action?: string;
  /** `mailto:` with every letter as its code. */
  mailto?: string;
  /** The editors' address, where it is to be shown. */
  email?: string;
  /** The page on which it stands, with fragment. */
  page: string;
  /** Path of the page of thanks. */
  thanks: string;
  /** Further fields. */
  fields: Record<string, string>;
  /** Name of the field that only robots fill in. */
  honeypot: string;
  /** One stands after each post, too. */
  inPosts: boolean;
}
