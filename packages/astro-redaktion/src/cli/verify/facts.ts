/** What `redaktion verify` knows of a built site, whoever built it. */
export interface SiteFacts {
  /** Address → page, for everything that a reader can open. Addresses are made by `address()`. */
  pages: Map<string, PageFacts>;
  /** Addresses of all other files: pictures, feeds, downloads. */
  files: Set<string>;
  /** Old address → where it leads. */
  redirects: Map<string, string>;
  /** Permanent id of a feed's entry → the entry's address; all feeds of the site together. */
  feedIds: Map<string, string>;
  /** Only addresses are known (the site came as a sitemap). */
  addressesOnly: boolean;
}

/** What one page holds that others may rely on. */
export interface PageFacts {
  /** Headline without the site's name; empty when the page has none. */
  title: string;
  /** Calendar day of publication as the page prints it for machines, `YYYY-MM-DD`. */
  day?: string;
  /** Every `id`, and every `name` of an `<a>`: what a link can point at. */
  anchors: Set<string>;
  /** `id`s of headings in the text, in order. */
  headings: string[];
  /** Addresses on the same site that the text links to, with their anchor. */
  links: { to: string; anchor?: string }[];
  /** Absolute addresses elsewhere that the text links to. */
  external: string[];
  /** Addresses on the same site of pictures in the text. */
  pictures: string[];
  /** Words of the text in order, lower case. */
  words: string[];
}
