import { encode, permalink, permalinkExtension } from '../../model/permalink.ts';
import type { Problem } from '../../types.ts';
import { deepMerge } from './deep-merge.ts';
import { readFrontMatter } from './front-matter.ts';
import { titleOf } from './post-problems.ts';
import { readRedirectFrom, readRedirectTo } from './redirects.ts';

/** A page, or a document of a collection, before Liquid and Markdown. */
export interface RawPage {
  /** From the Jekyll folder, with `/`. */
  path: string;
  /** Root-relative, percent-encoded, without base. */
  url: string;
  /** The same, decoded. */
  place: string;
  id: string;
  title: string;
  markdown: boolean;
  /** With its dot; only `.html` pages get a layout. */
  outputExt: string;
  /** The author wants the text alone: `layout: none`, or `null`. */
  bare: boolean;
  /** Label; absent for pages. */
  collection?: string;
  redirectFrom: string[];
  redirectTo?: string;
  /** Front matter after defaults. */
  data: Record<string, unknown>;
  body: string;
  /** 1-based. */
  bodyLine: number;
}

/** How pages are read, or the documents of one collection. */
export interface PageContext {
  /** `permalink` of `_config.yml`, as written: a style or a pattern. */
  style: string;
  markdownExtensions: ReadonlySet<string>;
  /** By path. */
  defaults: (path: string) => Readonly<Record<string, unknown>>;
  collection?: {
    label: string;
    /** Its own pattern. */
    permalink?: string;
  };
}

/**
 * Reads a page by Jekyll's rules; no page for `published: false`.
 *
 * @param path from the Jekyll folder; of a document, below its collection
 * @param file as the owner knows it, for problems
 */
export function readPage(
  { path, text, file }: { path: string; text: string; file: string },
  context: PageContext,
): { page?: RawPage; problems: Problem[] } {
  const front = readFrontMatter(text, file);
  const data = deepMerge(context.defaults(path), front.data);
  const to = readRedirectTo(data, { file, lineOf: front.lineOf });
  const problems = [...front.problems, ...(to.problem ? [to.problem] : [])];
  if (problems.some(({ severity }) => severity === 'error') || data['published'] === false) return { problems };
  const ext = /\.[^./]+$/.exec(path)?.[0] ?? '';
  const markdown = context.markdownExtensions.has(ext.toLowerCase());
  const own = typeof data['permalink'] === 'string' ? data['permalink'] : undefined;
  const outputExt = (own && permalinkExtension(own)) || (markdown ? '.html' : ext);
  const place = placeOf({ path, ext, outputExt, own }, context);
  const { title, layout } = data;
  return {
    page: {
      path: context.collection ? `_${context.collection.label}/${path}` : path,
      ...place,
      title: typeof title === 'string' || typeof title === 'number' ? String(title) : titleOf(nameOf(path, ext)),
      markdown,
      outputExt,
      bare: layout === null || layout === 'none' || layout === 'null' || /^\s*<(?:!doctype|html)\b/i.test(front.body),
      ...(context.collection ? { collection: context.collection.label } : {}),
      redirectFrom: readRedirectFrom(data),
      ...(to.to === undefined ? {} : { redirectTo: to.to }),
      data,
      body: front.body,
      bodyLine: front.bodyLine,
    },
    problems,
  };
}

function placeOf(
  { path, ext, outputExt, own }: { path: string; ext: string; outputExt: string; own: string | undefined },
  { style, collection }: PageContext,
): Pick<RawPage, 'url' | 'place' | 'id'> {
  const basename = nameOf(path, ext);
  const template =
    own ??
    (collection
      ? (collection.permalink ?? suffixed('/:collection/:path', style))
      : pageTemplate({ basename, outputExt, style }));
  const made = permalink(template.replaceAll(':basename', encode(basename)), {
    // Neither pages nor documents have a date of their own that an address could be made of.
    date: { instant: 0, day: '1970-01-01', offset: 0 },
    slug: basename,
    basename,
    path: collection ? path.slice(0, path.length - ext.length) : path.slice(0, Math.max(0, path.lastIndexOf('/'))),
    categories: [],
    outputExt,
    ...(collection ? { collection: collection.label } : {}),
  });
  const place = `/${made.path}${made.url.endsWith('/') && made.path !== '' ? '/' : ''}`;
  return { url: made.url, place, id: made.id };
}

/** Jekyll's `Page#template`: only HTML pages follow the site's style, and an index has its folder's address. */
function pageTemplate({ basename, outputExt, style }: { basename: string; outputExt: string; style: string }): string {
  if (!HTML.test(outputExt)) return '/:path/:basename:output_ext';
  return basename === 'index' ? '/:path/' : suffixed('/:path/:basename', style);
}

/** Jekyll's `add_permalink_suffix`; `weekdate` is not among its names and gives none. */
function suffixed(template: string, style: string): string {
  if (style === 'pretty' || style.endsWith('/')) return `${template}/`;
  return style === 'date' || style === 'ordinal' || style === 'none' || style.endsWith(':output_ext')
    ? `${template}:output_ext`
    : template;
}

const HTML = /^\.(?:html?|xhtml)$/i;

function nameOf(path: string, ext: string): string {
  return path.slice(path.lastIndexOf('/') + 1, path.length - ext.length);
}
