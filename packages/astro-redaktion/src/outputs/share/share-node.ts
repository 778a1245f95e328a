/** CSS properties as React writes them (`fontSize: 84` is in pixels). Takumi lays out flex and grid, and knows most of CSS. */
export type ShareStyle = Record<string, string | number>;

/**
 * What a share picture is made of: boxes, text and pictures. Text is text: nothing in it is read as markup.
 *
 * A picture is given by its bytes (`readFileSync('logo.png')`), so that drawing asks nobody for anything.
 */
export type ShareNode =
  | { type: 'container'; style?: ShareStyle; children?: ShareNode[]; dir?: 'ltr' | 'rtl' }
  | { type: 'text'; text: string; style?: ShareStyle }
  | { type: 'image'; src: Uint8Array; width?: number; height?: number; style?: ShareStyle };

/** What a template gets to know of the page. All text is plain, on one line, and has only letters that the fonts draw. */
export interface ShareFacts {
  kind: 'post' | 'home';
  /** The post's title; on the home page the site's. At most 200 characters. */
  title: string;
  /** The post's description; on the home page the site's. At most 200 characters. */
  description: string;
  /** Title of the site. */
  site: string;
  /** Host of the site, `example.se`. */
  host: string;
  /** Names. */
  authors: string[];
  /** Day of publication in words, `2 juni 2022`; absent on the home page. */
  date?: string;
  /** Labels of tags. */
  tags: string[];
  /** BCP 47. */
  lang: string;
  direction: 'ltr' | 'rtl';
  /** Hue of the site's accent colour on the OKLCH wheel, in degrees. */
  hue: number;
}

/** Draws a page's share picture, 1200×630 pixels. A pure function: the same facts give the same picture. */
export type ShareTemplate = (facts: ShareFacts) => ShareNode;
