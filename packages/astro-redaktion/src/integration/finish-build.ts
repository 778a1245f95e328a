import type { AstroConfig } from 'astro';
import { placeMadeFiles } from '../build/made-files.ts';
import { postImages } from '../build/post-images.ts';
import { writeSearchIndex } from '../build/search-index.ts';
import { searchRecords } from '../build/search-records.ts';
import { copyStore } from '../build/server-store.ts';
import { copyStaticFiles } from '../build/static-files.ts';
import { writeExtras } from '../build/write-extras.ts';
import { writeSchedule } from '../build/write-schedule.ts';
import { requirePosts } from '../config/content-config.ts';
import { createMarkdownReader } from '../content/post-markdown.ts';
import { extraFiles } from '../outputs/extra-files.ts';
import { markdownFiles } from '../outputs/markdown-files.ts';
import type { SitemapLink } from '../outputs/sitemap-integration.ts';
import type { Project } from './project.ts';

/** Where the pages were written, and what Astro came to know of them. */
export interface Finished {
  dir: URL;
  /** Paths that Astro wrote as pages. */
  paths: readonly string[];
  /** Astro's configuration as all integrations have left it. */
  config: AstroConfig;
  /** Some pages are rendered by a server. */
  server: boolean;
  sitemap: SitemapLink;
}

/** Writes what stands beside the pages: files as they are, share pictures, search, robots, twins in Markdown, the schedule. */
export async function finishBuild(
  { parsed, copied, loader, schedule, store, studio }: Project,
  { dir, paths, config, server, sitemap }: Finished,
): Promise<void> {
  copyStaticFiles(copied, dir);
  studio?.place(dir);
  const built = requirePosts(loader.result());
  writeExtras(dir, new Map(built.templates.map(({ path, text }) => [path, text])));
  placeMadeFiles(built.site, { dir, store });
  // Before @astrojs/sitemap, whose turn is after ours.
  sitemap.take(built.site, built.options, postImages(built.site, built.options, { dir, store }));
  if (parsed.search)
    await writeSearchIndex(searchRecords(built, { dir, store, own: paths }), {
      dir,
      cache: new URL('./search/', store),
    });
  writeExtras(dir, extraFiles(built.site, built.options, parsed));
  if (parsed.markdownFiles || parsed.llms) {
    const source = createMarkdownReader({ store, root: config.root });
    writeExtras(dir, markdownFiles(built.site, built.options, { llms: parsed.llms, source }));
  }
  if (schedule !== undefined) writeSchedule(schedule, built);
  if (server) copyStore(store, config.build.server);
}
