import { statSync } from 'node:fs';
import options from 'virtual:redaktion/options';
import store from 'virtual:redaktion/store';
import { readPostsFile } from '../content/posts-file.ts';
import { createTextReader, type TextReader } from '../content/text-file.ts';
import type { SiteOptions } from '../config/site-options.ts';
import { createSite } from '../model/site.ts';
import type { Site } from '../types.ts';

/** The site and its texts, as this build has them. */
export interface Loaded {
  site: Site;
  options: SiteOptions;
  texts: TextReader;
}

let loaded: Loaded | undefined;
let stamp = -1;

/** The one place that makes the site for the pages; once a build, and in dev once a change. */
export function loadSite(): Loaded {
  const current = import.meta.env.DEV ? statSync(`${store}posts.json`).mtimeMs : 0;
  if (loaded && current === stamp) return loaded;
  const file = readPostsFile(store);
  if (!file) throw new Error('The posts have not been loaded. Run `astro build` or `astro dev`.');
  const now = { ...options, publish: { ...options.publish, now: file.now } };
  stamp = current;
  loaded = {
    site: createSite({ entries: file.entries, options: now, registries: file.registries, edits: file.edits }),
    options: now,
    texts: createTextReader(store),
  };
  return loaded;
}
