import { posix } from 'node:path';
import { readData } from './data.ts';
import type { Documents } from './documents.ts';
import { getter, once } from './documents.ts';
import { Moment } from './moment.ts';
import type { Engine } from './session.ts';
import type { LiquidDocument, LiquidSite } from './types.ts';
import { fromYaml, isHash } from './value.ts';
import type { Current } from './current.ts';

/** `site`: the configuration, and what is made of the whole folder, each part when first asked for. */
export function siteScope(site: LiquidSite, documents: Documents, current: Current): Record<string, unknown> {
  const scope = fromYaml({ ...site.config }, site.timeZone) as Record<string, unknown>;
  const others = (key: string, make: () => unknown): void => {
    const value = once(make);
    getter(scope, key, () => {
      current.useSite();
      return value();
    });
  };
  const views = (list: readonly LiquidDocument[]): unknown[] => list.map((document) => documents.view(document));
  others('posts', () => views(documents.posts()).reverse());
  others('pages', () => views(site.pages?.() ?? []));
  others('html_pages', () => views((site.pages?.() ?? []).filter(({ url }) => /(?:\/|\.html?)$/.test(url))));
  others('documents', () => views([...documents.posts(), ...Object.values(site.collections?.() ?? {}).flat()]));
  others('static_files', () => (site.staticFiles?.() ?? []).map(staticFile));
  others('tags', () => documents.byTerm('tags'));
  others('categories', () => documents.byTerm('categories'));
  others('collections', () => collectionsOf(site, documents));
  getter(scope, 'related_posts', () => relatedPosts(documents, current));
  scope['time'] = new Moment(site.time, site.timeZone);
  const data = once(() => readData({ site, used: current.useFile, broken: current.noteFault }));
  getter(scope, 'data', () => {
    current.useFile(`${site.dataDir ?? '_data'}/`);
    return data();
  });
  // A collection wins over what else has its name, as in Jekyll.
  for (const [label, list] of Object.entries(site.collections?.() ?? {})) others(label, () => views(list));
  return scope;
}

/** All variables that a post's text begins with. */
export function postScope(
  engine: Engine,
  site: Record<string, unknown>,
  post: LiquidDocument,
): Record<string, unknown> {
  const page = engine.documents.view(post);
  const jekyll = Object.assign(Object.create(null) as object, {
    version: '4.3.1',
    environment: engine.site.environment ?? 'production',
  });
  return Object.assign(Object.create(null) as Record<string, unknown>, { page, site, jekyll, layout: null });
}

function staticFile(path: string): Record<string, unknown> {
  const extname = posix.extname(path);
  const basename = posix.basename(path, extname);
  return Object.assign(Object.create(null) as Record<string, unknown>, {
    path: `/${path}`,
    name: posix.basename(path),
    basename,
    extname,
  });
}

function collectionsOf(site: LiquidSite, documents: Documents): unknown[] {
  const all: Record<string, readonly LiquidDocument[]> = {
    ...site.collections?.(),
    posts: documents.posts(),
  };
  const settings = fromYaml(site.config['collections'], site.timeZone);
  return Object.keys(all)
    .sort()
    .map((label) => ({
      output: label === 'posts',
      ...(isHash(settings) && isHash(settings[label]) ? settings[label] : {}),
      label,
      relative_directory: `_${label}`,
      docs: all[label]?.map((document) => documents.view(document)),
    }));
}

/** The ten newest other posts: Jekyll's rule without its classifier. */
function relatedPosts(documents: Documents, current: Current): unknown[] | null {
  current.useSite();
  const { path, collection } = current.session()?.post ?? {};
  if (collection === undefined) return null;
  const newest = documents
    .posts()
    .slice(-11)
    .reverse()
    .filter((post) => post.path !== path);
  return newest.slice(0, 10).map((post) => documents.view(post));
}
