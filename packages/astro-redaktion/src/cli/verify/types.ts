import type { Setting } from '../../config/settings.ts';
import type { LeftOut } from './left-out.ts';

/** What one page says, as far as a comparison asks. */
export interface PageFacts {
  /** What the page calls itself: `h1`, `og:title`, `title`, in this order; white space folded. */
  titles: string[];
  /** When it was published, as written. */
  date?: string;
  /** Every `id` of the document. */
  ids: Set<string>;
  /** Those within the text; that of the element which holds it is the layout's. */
  ownIds: Set<string>;
  /** Ids of the headings of the text. */
  headings: string[];
  /** Every link of the document. */
  allLinks: string[];
  /** Links of the text. */
  links: string[];
  /** Pictures of the text. */
  pictures: string[];
  /** Words of the text. */
  words: number;
  /** Its mark-up says which part is the text; else `article`, `main` or `body` was taken for it. */
  exact: boolean;
  /** Where a page that only leads elsewhere leads. */
  redirect?: string;
  /** Its own address, as it gives it. */
  canonical?: string;
}

/** An item of a feed. */
export interface FeedItem {
  id: string;
  /** As written. */
  link?: string;
  title?: string;
  /** Milliseconds since 1970. */
  date?: number;
}

/** A built site. Addresses are decoded (NFC), root-relative, without the site's base. */
export interface Website {
  /** As the owner named it. */
  name: string;
  pages: Map<string, PageFacts>;
  /** Every address, also of what is no page. */
  addresses: Set<string>;
  feeds: Map<string, FeedItem[]>;
  /** Hosts that are the site itself. */
  hosts: Set<string>;
  /** `/blogg`, without a slash at its end; empty for none. */
  base: string;
}

/** What is compared. */
export type Kind =
  | 'address'
  | 'redirect'
  | 'file'
  | 'heading'
  | 'anchor'
  | 'feed'
  | 'feed-id'
  | 'picture'
  | 'link'
  | 'title'
  | 'date'
  | 'words';

/** A difference between the old site and ours. */
export interface Finding {
  kind: Kind;
  /** `lost`: something that worked before does not; `differs`: for a person to judge. */
  severity: 'lost' | 'differs';
  /** Of the old site. */
  address: string;
  /** What happened, in one sentence. */
  message: string;
}

/** An old address without a page, and where its content seems to be now. */
export interface Move {
  from: string;
  /** Absent: nothing alike was found. */
  to?: string;
  by?: 'feed id' | 'title' | 'slug';
}

/** A whole comparison, as `--json` prints it. */
export interface Report {
  old: string;
  ours: string;
  /** What is not installed here, so that it was left out of the build of the old site. */
  leftOut: LeftOut[];
  /** How many of each kind were compared. */
  checked: Record<Kind, number>;
  findings: Finding[];
  moved: Move[];
  settings: Setting[];
}
