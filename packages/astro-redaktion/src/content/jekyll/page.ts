import { encode, permalink, permalinkExtension, writtenPlace } from '../../model/permalink.ts';
import type { PostDate, Problem } from '../../types.ts';
import type { Collection } from './collections.ts';
import { deepMerge } from './deep-merge.ts';
import { documentData, documentDate, documentSlug } from './document-data.ts';
import { type Excerpt, excerptSource } from './excerpt.ts';
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
  /** Of documents alone. */
  date?: PostDate;
  markdown: boolean;
  /** With its dot; only `.html` pages get a layout. */
  outputExt: string;
  /** The author wants the text alone: `layout: none`, or `null`. */
  bare: boolean;
  /** Label; absent for pages. */
  collection?: string;
  /** Whether it is a page of the site: some documents stand in lists alone. */
  output: boolean;
  /** Of documents; `null`: none. */
  excerpt: Excerpt | null;
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
  /** The site's, IANA name. */
  timeZone: string;
  /** By path from the Jekyll folder. */
  defaults: (path: string) => Readonly<Record<string, unknown>>;
  collection?: Pick<Collection, 'label' | 'output' | 'permalink'>;
  /** Where excerpts of documents end. */
  separator: string;
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
  const { collection } = context;
  const isYaml = collection !== undefined && /\.ya?ml$/.test(path);
  const front = isYaml ? { ...readFrontMatter(`${text}\n---\n`, file), body: '' } : readFrontMatter(text, file);
  const whole = collection ? `_${collection.label}/${path}` : path;
  const defaults = context.defaults(whole);
  const merged = deepMerge(defaults, front.data);
  const to = readRedirectTo(merged, { file, lineOf: front.lineOf });
  const problems = [...front.problems, ...(to.problem ? [to.problem] : [])];
  if (problems.some(({ severity }) => severity === 'error') || merged['published'] === false) return { problems };
  const ext = /\.[^./]+$/.exec(path)?.[0] ?? '';
  const name = nameOf(path, ext);
  const data = collection ? documentData({ merged, defaults, own: front.data, name, ext }) : merged;
  const markdown = context.markdownExtensions.has(ext.toLowerCase());
  const own = typeof data['permalink'] === 'string' ? data['permalink'] : undefined;
  const outputExt = (own && permalinkExtension(own)) || (markdown ? '.html' : ext);
  const date = collection ? documentDate(data, name, context.timeZone) : undefined;
  const place = placeOf({ path, ext, outputExt, own, date, data }, context);
  const { title, layout } = data;
  // Jekyll's `Document#destination`: a folder's document is its index.html, whatever the file ends in.
  const isIndex = collection !== undefined && place.place.endsWith('/');
  return {
    page: {
      path: whole,
      ...(date ? { date } : {}),
      ...place,
      title:
        typeof title === 'string' || typeof title === 'number'
          ? String(title)
          : titleOf(collection ? documentSlug(name) : pageName(path, name)),
      markdown,
      outputExt: isIndex ? '.html' : outputExt,
      bare: layout === null || layout === 'none' || layout === 'null' || /^\s*<(?:!doctype|html)\b/i.test(front.body),
      ...(collection ? { collection: collection.label } : {}),
      output: collection?.output ?? true,
      excerpt: collection ? excerptSource({ body: front.body, data, separator: context.separator }) : null,
      redirectFrom: readRedirectFrom(data),
      ...(to.to === undefined ? {} : { redirectTo: to.to }),
      data,
      body: front.body,
      bodyLine: front.bodyLine,
    },
    problems,
  };
}

interface PlaceFacts {
  path: string;
  ext: string;
  outputExt: string;
  own: string | undefined;
  date: PostDate | undefined;
  data: Data;
}

type Data = Readonly<Record<string, unknown>>;

function placeOf(
  { path, ext, outputExt, own, date, data }: PlaceFacts,
  { style, collection }: PageContext,
): Pick<RawPage, 'url' | 'place' | 'id'> {
  const basename = nameOf(path, ext);
  const template =
    own ??
    (collection
      ? (collection.permalink ?? suffixed('/:collection/:path', style))
      : pageTemplate({ basename, outputExt, style }));
  const known = collection ? template : template.replace(NOT_OF_PAGES, '%3A');
  const made = permalink(known.replaceAll(':basename', encode(basename)), {
    // Pages have no date that an address could be made of, nor has a document that does not say its own.
    date: date ?? { instant: 0, day: '1970-01-01', offset: 0 },
    slug: collection ? String(data['slug']) : basename,
    basename,
    path: collection
      ? `/${path.slice(0, path.length - ext.length).replace(/\.+$/, '')}`
      : path.slice(0, Math.max(0, path.lastIndexOf('/'))),
    categories: collection ? (data['categories'] as string[]) : [],
    outputExt,
    ...(collection ? { collection: collection.label } : {}),
  });
  return { url: made.url, place: writtenPlace(made), id: made.id };
}

/** The colon of what stands for nothing in the address of a page, and stays: pages have neither date nor categories. */
const NOT_OF_PAGES = /:(?!path|basename|output_ext)/g;

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

/** What a page is called by its file; the index of a folder, by the folder, unless that is none of its address (`_pages`). */
function pageName(path: string, name: string): string {
  const folder = path.split('/').at(-2);
  return name === 'index' && folder !== undefined && !folder.startsWith('_') ? folder : name;
}

function nameOf(path: string, ext: string): string {
  return path.slice(path.lastIndexOf('/') + 1, path.length - ext.length);
}
