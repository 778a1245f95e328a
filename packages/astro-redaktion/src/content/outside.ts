import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listSiteFiles, type SiteFiles } from './jekyll/site-files.ts';
import type { JekyllSite } from './jekyll-site.ts';

/** Folders of an Astro project, as URLs that end with a slash. */
export interface ProjectFolders {
  root: URL;
  srcDir: URL;
  publicDir: URL;
  outDir: URL;
  cacheDir: URL;
}

/**
 * What a whole Jekyll site publishes outside `_posts`; nothing where the owner did not point at one. The Astro
 * project's own files are left out where both lie in one folder.
 */
export function readOutside(site: JekyllSite, project: ProjectFolders): SiteFiles {
  if (!site.whole) return { pages: [], copied: [] };
  const root = fileURLToPath(site.root);
  return listSiteFiles(root, site.config, projectFilter(root, project));
}

function projectFilter(jekyll: string, folders: ProjectFolders): (absolute: string) => boolean {
  const root = fileURLToPath(folders.root);
  const own = [folders.srcDir, folders.publicDir, folders.outDir, folders.cacheDir].map((url) => fileURLToPath(url));
  const inside = root !== jekyll && root.startsWith(jekyll) ? [root] : own;
  return (absolute) =>
    inside.some((folder) => `${absolute}${sep}`.startsWith(folder)) ||
    (root === jekyll && PROJECT_FILES.some((pattern) => pattern.test(absolute.slice(join(jekyll, '/').length))));
}

/** What a project has at its root beside its folders. */
const PROJECT_FILES = [/^astro\.config\.\w+$/, /^package(-lock)?\.json$/, /^tsconfig\.json$/, /^node_modules(\/|$)/];
