import type { SiteOptions } from '../config/site-options.ts';
import type { Post, Site } from '../types.ts';
import { llmsFullTxt, llmsTxt } from './llms.ts';
import { markdownTwin } from './markdown-twin.ts';
import { twinFile } from './twin-address.ts';

/**
 * Files in Markdown beside the pages, path → text: the twin of every listed post, `llms.txt` and `llms-full.txt`.
 *
 * @param source a post's Markdown after Liquid
 */
export function markdownFiles(
  site: Site,
  options: SiteOptions,
  { llms, source }: { llms: boolean; source: (post: Post) => string },
): Map<string, string> {
  const files = new Map<string, string>();
  for (const post of options.markdownFiles ? site.posts : []) {
    files.set(twinFile(post), markdownTwin(post, source(post), options));
  }
  if (llms) files.set('llms.txt', llmsTxt(site, options)).set('llms-full.txt', llmsFullTxt(site, options, source));
  return files;
}
