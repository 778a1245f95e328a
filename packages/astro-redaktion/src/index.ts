import type { AstroConfig, AstroIntegration } from 'astro';
import { ourBlocks } from './blocks/index.ts';
import { serveMadeFiles } from './build/made-files.ts';
import { watchMiddleware } from './build/middleware.ts';
import { createPicturePainter } from './build/picture-painter.ts';
import { serveStaticFiles, serveTexts } from './build/static-files.ts';
import { ambientTypes } from './config/ambient-types.ts';
import { requireAdapter, requireContentConfig } from './config/content-config.ts';
import { forgetCommand } from './config/environment.ts';
import { parseOptions } from './config/parse.ts';
import { watchPictures } from './config/pictures-code.ts';
import { mergePlugins } from './config/plugins.ts';
import type { RedaktionOptions } from './config/schema.ts';
import { settingsOf, writeSettings } from './config/settings.ts';
import type { PostsLoader } from './content/loader.ts';
import { astroConfigOf } from './integration/astro-config.ts';
import { finishBuild } from './integration/finish-build.ts';
import { type Project, readProject } from './integration/project.ts';
import { routesOf } from './integration/routes.ts';
import { startBuild } from './integration/start-build.ts';
import { prepareMarkdown } from './markdown/mdx-toc.ts';
import { createSitemap } from './outputs/sitemap-integration.ts';

export type { RedaktionOptions } from './config/schema.ts';
export { definePlugin } from './plugin.ts';
export type { RedaktionPlugin } from './plugin.ts';

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
  const ours = ourBlocks(parsed, createPicturePainter());
  const contributions = mergePlugins(parsed.plugins, { ...parsed, ours, own: parsed.blocks });
  const sitemap = createSitemap();
  const middleware = watchMiddleware();
  let project: Project | undefined;
  let final: AstroConfig | undefined;
  let server = false;

  return {
    name: 'astro-redaktion',
    hooks: {
      'astro:config:setup'({ config, command, injectRoute, addMiddleware, updateConfig, addWatchFile, logger }) {
        if (command === 'preview') return;
        if (command === 'build') forgetCommand();
        requireContentConfig(config);
        project = readProject({ parsed, contributions }, { config, command, logger });
        const { jekyll, store, isBuild } = project;
        if (isBuild)
          writeSettings(store, settingsOf(parsed, jekyll.data, { ...project, lists: jekyll.defaults.lists }));
        for (const file of jekyll.watch) addWatchFile(file);
        if (parsed.onDemand) requireAdapter(config);
        for (const route of routesOf(project)) injectRoute(route);
        addMiddleware({ entrypoint: new URL('./views/middleware.js', import.meta.url), order: 'pre' });
        prepareMarkdown(config.markdown.processor, jekyll.postsFolder);
        updateConfig(astroConfigOf(project, { middleware: middleware.plugin, sitemapOptions: sitemap.options }));
      },
      'astro:server:setup'({ server }) {
        if (!project) return;
        const { copied, loader, store, studio } = project;
        const { base } = server.config;
        server.middlewares.use(serveStaticFiles(copied, base));
        server.middlewares.use(serveTexts(() => loader.result()?.templates ?? [], base));
        server.middlewares.use(serveMadeFiles(() => loader.result()?.site, { base, store }));
        if (studio) server.middlewares.use(studio.serve(() => loader.result()));
        const renewPictures = watchPictures(() => ({ pictures: loader.pictures(), content: true }));
        loader.onChange(() => {
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
        if (project && final)
          setPrerenderer(await startBuild(project, { config: final, direct: middleware.isOurs, logger }));
      },
      async 'astro:build:done'({ dir, pages }) {
        const paths = pages.map(({ pathname }) => pathname);
        if (project && final) await finishBuild(project, { dir, paths, config: final, server, sitemap });
      },
      // Called by the collection's loader, which runs where the content config runs.
      'redaktion:load': (context: Parameters<PostsLoader['load']>[0]) => project?.loader.load(context),
    } as AstroIntegration['hooks'],
  };
}
