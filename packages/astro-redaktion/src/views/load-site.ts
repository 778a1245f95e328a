import { statSync } from 'node:fs';
import options from 'virtual:redaktion/options';
import built from 'virtual:redaktion/store';
import { handedOver, touchSite } from '../content/hand-over.ts';
import { readPagesFile } from '../content/pages-file.ts';
import { readPostsFile } from '../content/posts-file.ts';
import { storeFolder } from '../content/store-folder.ts';
import { createTextReader, type TextReader } from '../content/text-file.ts';
import type { SiteOptions } from '../config/site-options.ts';
import { createSite } from '../model/site.ts';
import type { Post, Site } from '../types.ts';
import { watchSite } from './watch-site.ts';

/** The site and its texts, as this build has them. */
export interface Loaded {
  site: Site;
  /** The same for components: a page remembers that it has read more than its key tells of. */
  watched: Site;
  options: SiteOptions;
  texts: TextReader;
}

let loaded: Loaded | undefined;
let stamp: unknown;
/** Where a server, dev's too, finds the posts. */
const served = storeFolder(import.meta.url, built);

/** The one place that makes the site for the pages; once a build, and on a server once a change. */
export function loadSite(): Loaded {
  const made = handedOver(built);
  const store = made ? built : served;
  const lives = import.meta.env.DEV || options.onDemand !== undefined;
  const current = made ?? (lives ? statSync(`${store}posts.json`, { throwIfNoEntry: false })?.mtimeMs : 0);
  if (loaded && current === stamp) return loaded;
  stamp = current;
  const { site, options: settled } = made ?? makeSite(store);
  if (loaded) leave(loaded);
  loaded = { site, watched: watchSite(site, touchSite), options: settled, texts: createTextReader(store) };
  return loaded;
}

/** The texts that a post's is among: where the site has been renewed since, those of the site that the post is of. */
export function textsOf(post: Post): TextReader {
  return before.get(post) ?? (loaded ?? loadSite()).texts;
}

/** Pages that are being printed go on with the site that they began with, and its file stays open for them. */
function leave({ site, texts }: Loaded): void {
  for (const post of site.allPosts) before.set(post, texts);
  setTimeout(() => texts.close(), LEAVE).unref();
}

const before = new WeakMap<Post, TextReader>();
/** Milliseconds in which a page is surely printed. */
const LEAVE = 60_000;

/** Makes the site of the posts on disk: on a server, or where pages run in a process of their own. */
function makeSite(store: string): Pick<Loaded, 'site' | 'options'> {
  const file = readPostsFile(store);
  if (!file) throw new Error(nothingAt(store));
  const { entries, registries, edits } = file;
  const now = { ...options, publish: { ...options.publish, now: file.now } };
  return { site: createSite({ entries, pages: readPagesFile(store), options: now, registries, edits }), options: now };
}

function nothingAt(store: string): string {
  return [
    `Astro.locals.redaktion has nothing to give: there are no posts in ${store}.`,
    'A build leaves them there, and a copy in `redaktion/` beside the code of a server: take that folder along, or name it in the environment variable REDAKTION_STORE.',
    'A page that need not be made on demand can do without: `export const prerender = true`.',
  ].join(' ');
}
