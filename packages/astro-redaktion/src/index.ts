import { readFileSync } from 'node:fs';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import type { AstroConfig, AstroIntegration } from 'astro';
import { exactFiles } from './build/prerenderer.ts';
import { placeMadeFiles, serveMadeFiles } from './build/made-files.ts';
import { createPicturePainter } from './build/picture-painter.ts';
import { postImages } from './build/post-images.ts';
import { copyStore } from './build/server-store.ts';
import { watchMiddleware } from './build/middleware.ts';
import { writeSearchIndex } from './build/search-index.ts';
import { searchRecords } from './build/search-records.ts';
import { createShareStudio, type ShareStudio } from './build/share-pictures.ts';
import { publishDist, stageDist, storeFolder } from './build/staging.ts';
import { copyStaticFiles, serveStaticFiles, type StaticFile } from './build/static-files.ts';
import { writeSchedule } from './build/write-schedule.ts';
import { writeExtras } from './build/write-extras.ts';
import { findIcons } from './config/find-icons.ts';
import { forgetCommand } from './config/environment.ts';
import { fontFamilies, hasFonts } from './config/fonts.ts';
import { requireAdapter, requireContentConfig, requirePosts } from './config/content-config.ts';
import { ownFonts } from './config/own-fonts.ts';
import { parseOptions } from './config/parse.ts';
import { pluginRoutes, pluginSite } from './config/plugin-site.ts';
import { mergePlugins } from './config/plugins.ts';
import { prerenderEntry } from './config/prerender-entry.ts';
import { resolveOptions } from './config/resolve.ts';
import type { RedaktionOptions } from './config/schema.ts';
import { settingsOf, writeSettings } from './config/settings.ts';
import { fileUrl } from './config/specifier.ts';
import { ambientTypes } from './config/ambient-types.ts';
import { NO_PICTURES, watchPictures } from './config/pictures-code.ts';
import { ourBlocks } from './blocks/index.ts';
import { targetCurrent } from './config/target-current.ts';
import { hasForeign, virtualModules } from './config/virtual.ts';
import { blockFolders } from './content/blocks/block-files.ts';
import { takeTouched } from './content/hand-over.ts';
import { buildNow } from './content/build-now.ts';
import { readJekyllSite } from './content/jekyll-site.ts';
import { createPostsLoader, type PostsLoader } from './content/loader.ts';
import { readOutside } from './content/outside.ts';
import { createMarkdownReader } from './content/post-markdown.ts';
import { isDefaultHighlighting } from './markdown/highlighting.ts';
import { prepareMarkdown } from './markdown/mdx-toc.ts';
import { extraFiles } from './outputs/extra-files.ts';
import { markdownFiles } from './outputs/markdown-files.ts';
import { createSitemap } from './outputs/sitemap-integration.ts';

export type { RedaktionOptions } from './config/schema.ts';
export { definePlugin } from './plugin.ts';
export type { RedaktionPlugin } from './plugin.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/**
 * Turns a folder of posts into an editorial site: layouts, tags, table of contents, feeds, sitemap.
 *
 * Besides this line in `astro.config`, a site needs `src/content.config.ts` with
 * `export { collections } from 'astro-redaktion/collections';`.
 *
 * @param options See `RedaktionOptions`; all have defaults.
 * @throws when an option is unknown or has a wrong value, naming the nearest right one.
 */
export default function redaktion(options: RedaktionOptions = {}): AstroIntegration {
  const parsed = parseOptions(options);
  const contributions = mergePlugins(parsed.plugins, {
    ...parsed,
    ours: ourBlocks(parsed, createPicturePainter()),
    own: parsed.blocks,
  });
  const sitemapFacts = createSitemap();
  const middleware = watchMiddleware();
  let loader: PostsLoader | undefined;
  let store: URL | undefined;
  let copied: StaticFile[] = [];
  let final: AstroConfig | undefined;
  let schedule: URL | undefined;
  let studio: ShareStudio | undefined;
  let server = false;

  return {
    name: 'astro-redaktion',
    hooks: {
      'astro:config:setup'({ config, command, injectRoute, addMiddleware, updateConfig, addWatchFile, logger }) {
        if (command === 'preview') return;
        if (command === 'build') forgetCommand();
        requireContentConfig(config);
        const jekyll = readJekyllSite(parsed, config.root);
        // One time for the whole of a build; in dev time goes on.
        const timezone = parsed.timezone ?? jekyll.defaults.timezone ?? 'Europe/Stockholm';
        const start = buildNow(timezone);
        const now = () => (command === 'dev' ? buildNow(timezone) : start);
        const outside = () => readOutside(jekyll, config);
        copied = outside().copied;
        const paths = copied.map(({ path }) => path);
        const icons = findIcons(config.publicDir, paths);
        const folder = storeFolder(config);
        store = folder;
        if (parsed.sharePictures) {
          const { template } = parsed.sharePictures === true ? {} : parsed.sharePictures;
          const cache = new URL('./share/', folder);
          studio = createShareStudio({ template, fonts: ownFonts(parsed, config.root), version, cache });
        }
        const resolve = () =>
          resolveOptions({
            parsed,
            jekyll: jekyll.defaults,
            contributions,
            config,
            version,
            icons,
            sharePictures: studio?.facts,
            now: now(),
            preview: command === 'dev',
          });
        if (parsed.schedule !== false) schedule = new URL(`${fileUrl(parsed.schedule, config.root).href}/`);
        if (command === 'build') writeSettings(folder, settingsOf(parsed, jekyll.data));
        loader = createPostsLoader({
          parsed,
          jekyll,
          contributions,
          outside,
          resolve,
          store: folder,
          version,
          dev: command === 'dev',
          logger,
        });
        for (const file of jekyll.watch) addWatchFile(file);

        if (parsed.onDemand) requireAdapter(config);
        for (const [pattern, file] of ROUTES) {
          injectRoute({ pattern, entrypoint: new URL(`./views/routes/${file}`, import.meta.url), prerender: true });
        }
        if (hasFonts(parsed.theme.fonts)) {
          const entrypoint = new URL('./views/routes/font-style.js', import.meta.url);
          injectRoute({ pattern: `/${config.build.assets}/fonts.[hash].css`, entrypoint, prerender: true });
        }
        const pages = new URL(`./views/routes/${parsed.onDemand ? 'page-on-demand' : 'page'}.astro`, import.meta.url);
        injectRoute({ pattern: '/[...path]', entrypoint: pages, prerender: !parsed.onDemand });
        const { contactForm } = resolve();
        if (contactForm) {
          const entrypoint = new URL('./views/routes/thanks.astro', import.meta.url);
          injectRoute({ pattern: contactForm.thanks.replace(/(.)\/$/, '$1'), entrypoint, prerender: true });
        }
        for (const { pattern, entrypoint } of pluginRoutes(contributions.plugins, pluginSite(resolve())))
          injectRoute({ pattern, entrypoint, prerender: true });
        addMiddleware({ entrypoint: new URL('./views/middleware.js', import.meta.url), order: 'pre' });

        const has = (name: string) => config.integrations.some((integration) => integration.name === name);
        prepareMarkdown(config.markdown.processor, jekyll.postsFolder);
        updateConfig({
          fonts: fontFamilies(parsed.theme.fonts, config.root),
          ...(isDefaultHighlighting(config.markdown) ? { markdown: { syntaxHighlight: 'prism' as const } } : {}),
          vite: {
            plugins: [
              middleware.plugin,
              targetCurrent(),
              ...(command === 'build' && config.adapter ? [prerenderEntry()] : []),
              virtualModules(() => ({
                options: resolve(),
                parsed,
                contributions,
                root: config.root,
                store: folder,
                folders: blockFolders(jekyll, config),
                content: loader?.needsAstro() ?? true,
                pictures: loader?.pictures() ?? NO_PICTURES,
                assets: config.build.assets,
              })),
            ],
            resolve: { noExternal: ['astro-redaktion', ...contributions.plugins.map((plugin) => plugin.name)] },
          },
          integrations: [
            ...(has('@astrojs/mdx') ? [] : [mdx()]),
            ...(has('@astrojs/sitemap') || !config.site ? [] : [sitemap(sitemapFacts.options)]),
            ...(command === 'build' && !config.adapter ? [publishDist(config.outDir)] : []),
          ],
          ...(command === 'build' && !config.adapter ? { outDir: stageDist(config.cacheDir) } : {}),
        });
      },
      'astro:server:setup'({ server }) {
        server.middlewares.use(serveStaticFiles(copied, server.config.base));
        const { base } = server.config;
        if (store) server.middlewares.use(serveMadeFiles(() => loader?.result()?.site, { base, store }));
        if (studio) server.middlewares.use(studio.serve(() => loader?.result()));
        const renewPictures = watchPictures(() => ({ pictures: loader?.pictures() ?? NO_PICTURES, content: true }));
        loader?.onChange(() => {
          renewPictures(server);
          server.ws.send({ type: 'full-reload' });
        });
      },
      'astro:config:done'({ config, buildOutput, injectTypes }) {
        final = config;
        server = buildOutput === 'server';
        injectTypes(ambientTypes());
      },
      async 'astro:build:start'({ setPrerenderer, logger }) {
        const { site, options: resolved, cleared } = requirePosts(loader?.result());
        const made = await studio?.draw({ site, options: resolved });
        if (made) logger.info(`Drew ${made.drawn} of ${made.total} share pictures; the others are as they were`);
        const config = final;
        if (!config) return;
        const own = {
          fresh: cleared,
          foreign: hasForeign(parsed, contributions),
          direct: middleware.isOurs,
          takeTouched,
          logger,
        };
        setPrerenderer((astro) =>
          exactFiles(astro, {
            site,
            base: resolved.base,
            origin: resolved.site ?? `http://localhost:${config.server.port}`,
            config,
            // With an adapter, writing is its own to do.
            ...(config.adapter ? {} : { own }),
          }),
        );
      },
      async 'astro:build:done'({ dir, pages }) {
        copyStaticFiles(copied, dir);
        studio?.place(dir);
        const built = requirePosts(loader?.result());
        // Before @astrojs/sitemap, whose turn is after ours.
        if (store) placeMadeFiles(built.site, { dir, store });
        if (store) sitemapFacts.take(built.site, built.options, postImages(built.site, built.options, { dir, store }));
        if (store && parsed.search) {
          const own = pages.map(({ pathname }) => pathname);
          await writeSearchIndex(searchRecords(built, { dir, store, own }), {
            dir,
            cache: new URL('./search/', store),
          });
        }
        writeExtras(dir, extraFiles(built.site, built.options, parsed));
        if (final && (parsed.markdownFiles || parsed.llms)) {
          const source = createMarkdownReader({ store: storeFolder(final), root: final.root });
          writeExtras(dir, markdownFiles(built.site, built.options, { llms: parsed.llms, source }));
        }
        if (schedule !== undefined) writeSchedule(schedule, built);
        if (final && server) copyStore(storeFolder(final), final.build.server);
      },
      // Called by the collection's loader, which runs where the content config runs.
      'redaktion:load': (context: Parameters<PostsLoader['load']>[0]) => loader?.load(context),
    } as AstroIntegration['hooks'],
  };
}

/** Our routes besides that of the pages, built in any case: pattern → file in `views/routes`. */
const ROUTES = [
  ['/404', '404.astro'],
  ['/[...feed].xml', 'feed-xml.js'],
  ['/[...feed].json', 'feed-json.js'],
  ['/feed.xsl', 'feed-style.js'],
  ['/feed.css', 'feed-style.js'],
] as const;
