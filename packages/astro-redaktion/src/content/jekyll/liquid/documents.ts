import { readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { compareCodePoints } from '../../../model/code-points.ts';
import { nearest } from '../../../config/suggest.ts';
import { Moment } from './moment.ts';
import type { LiquidDocument, LiquidSite } from './types.ts';
import { fromYaml, toText } from './value.ts';

/** All documents of the site, made when first asked for. */
export interface Documents {
  /** Those that stand in lists, oldest first: by date, then by path. */
  posts(): readonly LiquidDocument[];
  /** Those and the unlisted ones, which can be linked to. */
  linkable(): readonly LiquidDocument[];
  /** A document as templates see it; the same object every time. */
  view(document: LiquidDocument): Record<string, unknown>;
  /** Address by path from the root, of all that `{% link %}` can lead to. */
  targets(): ReadonlyMap<string, string>;
  /** Posts by tag or category, newest first. */
  byTerm(field: 'tags' | 'categories'): Record<string, unknown>;
  /** Whether the site has includes of its own by these names. */
  ownIncludes: Map<string, boolean>;
}

/**
 * @param used is called whenever a template reaches another document
 * @param reader the document whose text is being rendered
 */
export function createDocuments(
  site: LiquidSite,
  { used, reader }: { used: () => void; reader: () => LiquidDocument | undefined },
): Documents {
  const views = new Map<string, Record<string, unknown>>();
  const linkable = once(() => [...site.posts()].sort(byDate));
  const posts = once(() => linkable().filter(({ unlisted }) => !unlisted));
  const order = once(() => orderOf(linkable(), site));
  const byPath = once(() => new Map(linkable().map((post) => [post.path, post])));
  /** What is being rendered may say less of itself than lists do, and has one view all the same. */
  const outside = once(
    () => new Map([...otherDocuments(site), ...(site.pages?.() ?? [])].map((document) => [document.path, document])),
  );
  const find = (path: string): LiquidDocument | undefined => byPath().get(path);
  /** A text not yet rendered is what its author wrote. */
  const isDone = (document: LiquidDocument): boolean => {
    const here = reader();
    const place = order().get(document.path);
    if (!here || !place) return false;
    return place.turn < (order().get(here.path)?.turn ?? Number.POSITIVE_INFINITY);
  };
  const neighbour = (path: string, step: 1 | -1): unknown => {
    used();
    const place = order().get(path);
    const found = place?.list[place.at + step];
    return found ? documents.view(found) : null;
  };
  const documents: Documents = {
    ownIncludes: new Map(),
    posts,
    linkable,
    view(document) {
      const known = views.get(document.path);
      if (known) return known;
      const view = viewOf(outside().get(document.path) ?? document, { site, neighbour, find, isDone });
      views.set(document.path, view);
      return view;
    },
    targets: once(() => targetsOf(site, linkable())),
    byTerm: (field) => byTerm(posts(), { field, view: (post) => documents.view(post) }),
  };
  return documents;
}

/** Where a document stands in the list of its collection, and when Jekyll renders it: posts, then each collection. */
interface Place {
  list: readonly LiquidDocument[];
  at: number;
  turn: number;
}

/** @param posts the unlisted ones, too: they have a turn, and no neighbours */
function orderOf(posts: readonly LiquidDocument[], { collections }: LiquidSite): Map<string, Place> {
  const listed = posts.filter(({ unlisted }) => !unlisted);
  const lists = [listed, ...Object.values(collections?.() ?? {})];
  const places = new Map(lists.flatMap((list) => list.map(({ path }, at) => [path, { list, at }] as const)));
  const turns = [posts, ...lists.slice(1)].flat();
  return new Map(turns.map(({ path }, turn) => [path, { list: [], at: 0, ...places.get(path), turn }]));
}

/** The nearest name of a file in a folder of includes. */
export function nearestInclude(site: LiquidSite, folder: string, name: string): string | undefined {
  const known = listings.get(site) ?? new Map<string, string[]>();
  listings.set(site, known);
  const names = known.get(folder) ?? filesIn(posix.join(site.root, folder));
  known.set(folder, names);
  return nearest(name, names);
}

/** Folders, listed once for each reading of a site: a theme that is not there is missed on every page. */
const listings = new WeakMap<LiquidSite, Map<string, string[]>>();

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return []; // The folder itself is missing: there is nothing to suggest.
  }
}

/** Posts, the oldest first. */
export function byDate(a: LiquidDocument, b: LiquidDocument): number {
  return (a.date ?? 0) - (b.date ?? 0) || compareCodePoints(a.path, b.path);
}

function viewOf(document: LiquidDocument, { site, neighbour, find, isDone }: ViewContext): Record<string, unknown> {
  const { path, data, collection } = document;
  const view = fromYaml({ ...data }, site.timeZone) as Record<string, unknown>;
  Object.assign(view, { url: document.url, path });
  view['name'] ??= posix.basename(path);
  const known = once(() => (document.content ? document : find(path)) ?? document);
  getter(view, 'content', () => (isDone(document) ? known().html : undefined)?.() ?? known().content?.() ?? '');
  if (collection === undefined) return Object.assign(view, { dir: posix.dirname(document.url) });
  Object.assign(view, {
    id: document.id,
    relative_path: path,
    collection,
    ext: data['ext'] ?? posix.extname(path),
  });
  view['title'] ??= null;
  view['tags'] = termsOf(data['tags']);
  view['categories'] = termsOf(data['categories']);
  if (document.date !== undefined) view['date'] = new Moment(document.date, site.timeZone);
  getter(view, 'excerpt', () => known().excerpt?.() ?? toText(data['excerpt']));
  getter(view, 'previous', () => neighbour(path, -1));
  getter(view, 'next', () => neighbour(path, 1));
  return view;
}

/** Jekyll has made lists of both; a text here is words apart. */
function termsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  return typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : [];
}

function byTerm(posts: readonly LiquidDocument[], { field, view }: TermContext): Record<string, unknown> {
  const terms = new Map<string, unknown[]>();
  for (const post of posts) {
    for (const term of new Set(termsOf(post.data[field]).map(toText))) {
      const list = terms.get(term) ?? [];
      list.unshift(view(post));
      terms.set(term, list);
    }
  }
  return Object.assign(Object.create(null) as Record<string, unknown>, Object.fromEntries(terms));
}

function otherDocuments({ collections }: LiquidSite): LiquidDocument[] {
  return Object.values(collections?.() ?? {}).flat();
}

function targetsOf(site: LiquidSite, posts: readonly LiquidDocument[]): Map<string, string> {
  const others = otherDocuments(site).filter(({ pageless }) => !pageless);
  const files = (site.staticFiles?.() ?? []).flatMap((path): [string, string][] => [
    [path, `/${path}`],
    [`/${path}`, `/${path}`],
  ]);
  const documents = [...others, ...posts, ...(site.pages?.() ?? [])];
  return new Map([...files, ...documents.map(({ path, url }): [string, string] => [path, url])]);
}

/** Adds a field that is made when it is read. */
export function getter(target: object, key: string, get: () => unknown): void {
  Object.defineProperty(target, key, { get, enumerable: true, configurable: true });
}

/** A function whose work is done once. */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

interface ViewContext {
  site: LiquidSite;
  neighbour: (path: string, step: 1 | -1) => unknown;
  /** A post by its path. */
  find: (path: string) => LiquidDocument | undefined;
  /** Whether Jekyll has rendered a document when it comes to the one being rendered now. */
  isDone: (document: LiquidDocument) => boolean;
}
interface TermContext {
  field: 'tags' | 'categories';
  view: (post: LiquidDocument) => unknown;
}
