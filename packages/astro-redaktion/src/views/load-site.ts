import { statSync } from 'node:fs';
import options from 'virtual:redaktion/options';
import store from 'virtual:redaktion/store';
import { handedOver, touchSite } from '../content/hand-over.ts';
import { readPagesFile } from '../content/pages-file.ts';
import { readPostsFile } from '../content/posts-file.ts';
import { createTextReader, type TextReader } from '../content/text-file.ts';
import type { SiteOptions } from '../config/site-options.ts';
import { createSite } from '../model/site.ts';
import type { Site } from '../types.ts';
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

/** The one place that makes the site for the pages; once a build, and in dev once a change. */
export function loadSite(): Loaded {
  const made = handedOver(store);
  const current = made ?? (import.meta.env.DEV ? statSync(`${store}posts.json`).mtimeMs : 0);
  if (loaded && current === stamp) return loaded;
  stamp = current;
  const { site, options } = made ?? makeSite();
  loaded = { site, watched: watchSite(site, touchSite), options, texts: createTextReader(store) };
  return loaded;
}

/** Makes the site of the posts on disk: on a server, or where pages run in a process of their own. */
function makeSite(): Pick<Loaded, 'site' | 'options'> {
  const file = readPostsFile(store);
  if (!file) throw new Error('The posts have not been loaded. Run `astro build` or `astro dev`.');
  const { entries, registries, edits } = file;
  const now = { ...options, publish: { ...options.publish, now: file.now } };
  return { site: createSite({ entries, pages: readPagesFile(store), options: now, registries, edits }), options: now };
}
