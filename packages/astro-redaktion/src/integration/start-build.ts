import type { AstroConfig, AstroIntegrationLogger, AstroPrerenderer } from 'astro';
import { exactFiles } from '../build/prerenderer.ts';
import { requirePosts } from '../config/content-config.ts';
import { hasForeign } from '../config/virtual.ts';
import { takeTouched } from '../content/hand-over.ts';
import type { Project } from './project.ts';

/** Draws the share pictures, and makes what writes each page to its file. */
export async function startBuild(
  { parsed, contributions, loader, studio }: Project,
  {
    config,
    direct,
    logger,
  }: {
    /** As all integrations have left it. */
    config: AstroConfig;
    /** Whether no middleware but ours sees pages on their way. */
    direct: () => boolean;
    logger: AstroIntegrationLogger;
  },
): Promise<(astro: AstroPrerenderer) => AstroPrerenderer> {
  const { site, options, cleared } = requirePosts(loader.result());
  const made = await studio?.draw({ site, options });
  if (made) logger.info(`Drew ${made.drawn} of ${made.total} share pictures; the others are as they were`);
  const own = { ...{ direct, takeTouched, logger }, fresh: cleared, foreign: hasForeign(parsed, contributions) };
  return (astro) =>
    exactFiles(astro, {
      ...{ site, config },
      base: options.base,
      origin: options.site ?? `http://localhost:${config.server.port}`,
      // With an adapter, writing is its own to do.
      ...(config.adapter ? {} : { own }),
    });
}
