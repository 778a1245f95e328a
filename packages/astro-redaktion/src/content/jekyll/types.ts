import type { Permalink } from '../../model/permalink.ts';
import type { PostDate, Problem } from '../../types.ts';
import type { Excerpt } from './excerpt.ts';

/** One post as Jekyll knows it before Liquid and Markdown; plain JSON. */
export interface RawPost {
  /** Relative to the Jekyll folder, with `/`: `_posts/2022-06-02-a.md`. */
  path: string;
  /** With its dot, as on disk. */
  ext: string;
  /** Whether the text is Markdown; else it goes out as it is, after Liquid. */
  markdown: boolean;
  title: string;
  /** The title was made from the file's name. */
  untitled: boolean;
  date: PostDate;
  /** Where the date came from. */
  dateFrom: 'front matter' | 'file name' | 'file time';
  /** From front matter or the file's name, case and dots kept. */
  slug: string;
  /** File name without extension, with its date, as on disk. */
  basename: string;
  /** For the placeholder `:path`: folders and name without `_posts`. */
  pathPlaceholder: string;
  categories: string[];
  tags: string[];
  /** In `_drafts`, or `draft: true`. */
  draft: boolean;
  /** In a folder `_drafts`. */
  inDrafts: boolean;
  /** False for `published: false` and for an empty `published:`. */
  published: boolean;
  /** The pattern that holds for this post: its own, else the site's. */
  permalinkTemplate: string;
  permalink: Permalink;
  /** Name of the layout; `false`: none by the author's wish; absent: not said. */
  layout?: string | false;
  /** `null`: the site has no excerpts. */
  excerpt: Excerpt | null;
  /** Old addresses that lead here, root-relative. */
  redirectFrom: string[];
  /** The post itself only leads here. */
  redirectTo?: string;
  /** Jekyll's `page`: front matter after defaults, with title, slug, ext, tags, categories and draft as decided. */
  data: Record<string, unknown>;
  /** The text after the front matter. */
  body: string;
  /** 1-based line of the file on which the body begins. */
  bodyLine: number;
}

/** A post, or why there is none; with a post, problems are warnings. */
export interface PostResult {
  post?: RawPost;
  problems: Problem[];
  /** 1-based line of a front-matter key (`lineOf('sitemap', 'lastmod')`), for problems found later. */
  lineOf: (...keys: string[]) => number | undefined;
}

/** A file that may be a post. */
export interface PostSource {
  /** Relative to the Jekyll folder, with `/`. */
  path: string;
  text: string;
  /** Milliseconds since 1970: the date of a draft that has no other. */
  mtime?: number;
}
