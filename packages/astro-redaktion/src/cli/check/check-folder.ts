import { fileURLToPath, pathToFileURL } from 'node:url';
import { readJekyllSite } from '../../content/jekyll-site.ts';
import { isDraftPath } from '../../content/jekyll/file-name.ts';
import { createLiquid } from '../../content/jekyll/liquid/renderer.ts';
import { postContext, readPost } from '../../content/jekyll/post.ts';
import { readPostFile } from '../../content/jekyll/read-folder.ts';
import { createLayoutTexts } from '../../content/layout-texts.ts';
import { isHeld, liquidDocuments, outsideDocuments } from '../../content/liquid-documents.ts';
import { isTextPage, jekyllReading, type ProjectFolders, readOutside } from '../../content/outside.ts';
import { lenience } from '../../content/lenient.ts';
import { createLocate } from '../../content/locate.ts';
import { documentOf } from '../../content/post-document.ts';
import { normalizeHead } from '../../content/normalize.ts';
import { listSources } from '../../content/source-files.ts';
import { writtenPlace } from '../../model/permalink.ts';
import { slugify } from '../../model/slugify.ts';
import { checkAddresses, type Claim } from './addresses.ts';
import { checkConfig } from './config-checks.ts';
import { checkLayouts } from './layouts.ts';
import { type CheckProblem, checkPages } from './pages.ts';
import type { BuiltIn } from './plugins.ts';
import { checkText } from './text-checks.ts';

/** What a Jekyll folder will meet here: errors stop a build, warnings change what comes out. */
export interface FolderCheck {
  posts: number;
  /** Plugins of the site's whose work is done here. */
  builtIn: BuiltIn[];
  problems: CheckProblem[];
}

/**
 * Reads every post of a Jekyll folder as a build would, up to Markdown, and lists what will not carry over.
 *
 * @param now milliseconds since the epoch, for `site.time`
 * @throws what `readJekyllSite` throws when the folder or its `_config.yml` cannot be read
 */
export function checkFolder(folder: string, now: number): FolderCheck {
  const site = readJekyllSite({ jekyll: folder, posts: undefined }, pathToFileURL(`${process.cwd()}/`));
  const { files, problems } = listSources(site);
  const timeZone = site.defaults.timezone ?? 'UTC';
  const context = postContext(site.config, { timeZone, impossibleDay: 'warning', folder: site.folder });
  const publish = { now, future: true, drafts: false, unpublished: false };
  const outside = readOutside(site, PROJECT, jekyllReading(site));
  const liquid = createLiquid({
    root: fileURLToPath(site.root),
    folder: site.folder.replace(/\/$/, ''),
    includesDir: site.config.includesDir,
    dataDir: site.config.dataDir,
    config: site.data,
    timeZone,
    time: now,
    size: files.length,
    posts: () => liquidDocuments(files, context, publish),
    ...outsideDocuments(outside),
    markdown: (text) => text,
    slugify,
  });
  const layouts = { posts: new Map<string, number>(), pages: new Map<string, number>() };
  const pages = outside.pages().pages.filter(isTextPage);
  for (const { bare, data } of pages) {
    if (!bare && typeof data['layout'] === 'string') count(layouts.pages, data['layout']);
  }
  const claims: Claim[] = [];
  const lenient = lenience(site);
  const found = files.flatMap(({ path, absolute }) => {
    const file = `${site.folder}${path}`;
    const draft = isDraftPath(path);
    const hidden = draft && !site.config.showDrafts;
    const { source, problem: unreadable } = readPostFile({ path, absolute }, site.folder);
    if (unreadable) return [lenient(unreadable, hidden)];
    const { post, problems: read, lineOf } = readPost(source, context);
    if (!post) return read.map((problem) => lenient({ ...problem, file }, hidden));
    if (!isHeld(post, context, publish))
      claims.push({ file, place: writtenPlace(post.permalink), redirectFrom: post.redirectFrom });
    if (post.layout) count(layouts.posts, post.layout);
    return [
      ...read,
      ...normalizeHead(post, { file, timeZone, jekyll: true, lineOf }).problems,
      ...liquid.render(documentOf(post, file)).problems,
      ...(draft ? [] : checkText(post, { file, lineOf })),
    ].map((problem) => lenient(problem, hidden));
  });
  const place = { root: fileURLToPath(site.root), folder: site.folder, dir: site.config.layoutsDir };
  const { builtIn, problems: ofConfig } = checkConfig(site);
  return {
    posts: files.length,
    builtIn,
    problems: [
      ...problems,
      ...ofConfig,
      ...checkLayouts(layouts, place),
      ...found,
      ...checkPages(outside, { liquid, layouts: createLayoutTexts(site) }),
      ...checkAddresses({ posts: claims, pages }, { locate: createLocate(process.cwd()), lenient }),
    ],
  };
}

function count(uses: Map<string, number>, name: string): void {
  uses.set(name, (uses.get(name) ?? 0) + 1);
}

/** A check knows no Astro project; a folder that is one keeps its usual names. */
const PROJECT: ProjectFolders = (() => {
  const root = pathToFileURL(`${process.cwd()}/`);
  const [srcDir, publicDir, outDir] = ['src', 'public', 'dist'].map((name) => new URL(`./${name}/`, root));
  return {
    root,
    srcDir: srcDir ?? root,
    publicDir: publicDir ?? root,
    outDir: outDir ?? root,
    cacheDir: new URL('./node_modules/.astro/', root),
  };
})();
