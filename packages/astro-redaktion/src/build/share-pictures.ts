import type { SiteOptions } from '../config/site-options.ts';
import type { ShareTemplate } from '../outputs/share/share-node.ts';
import { sharePictures } from '../outputs/share/share-picture.ts';
import { sharePictureTemplate } from '../outputs/share/share-template.ts';
import type { Site } from '../types.ts';
import { drawSharePictures, placeSharePictures } from './share-files.ts';
import { shareFonts } from './share-fonts.ts';
import { createSharePainter } from './share-painter.ts';
import { type Middleware, pathOf } from './static-files.ts';

type Built = { site: Site; options: SiteOptions };

/** Makes the share pictures of a site. */
export interface ShareStudio {
  /** What the pages must know to name the pictures. */
  facts: NonNullable<SiteOptions['sharePictures']>;
  /** Draws all pictures that the cache does not have, before anything is published. */
  draw: (built: Built) => Promise<{ drawn: number; total: number }>;
  /** Puts them into the finished site. */
  place: (dir: URL) => void;
  /** Draws pictures in dev when they are asked for. */
  serve: (built: () => Built | undefined) => Middleware;
}

/**
 * @param fonts files of the owner's own, that exist
 * @param cache folder that stays between builds
 */
export function createShareStudio({
  template = sharePictureTemplate,
  fonts,
  version,
  cache,
}: {
  template?: ShareTemplate | undefined;
  fonts: readonly URL[];
  version: string;
  cache: URL;
}): ShareStudio {
  const painter = createSharePainter({ template, fonts: shareFonts(fonts), version });
  let files: ReadonlyMap<string, string> = new Map();
  return {
    facts: { key: painter.key, ownFonts: fonts.length > 0 },
    async draw({ site, options }) {
      const made = await drawSharePictures(sharePictures(site, options), { painter, cache });
      files = made.files;
      return { drawn: made.drawn, total: new Set(files.values()).size };
    },
    place: (dir) => placeSharePictures(files, dir),
    serve: (built) => async (request, response, next) => {
      const now = built();
      const path = now ? pathOf(request.url ?? '', now.options.base) : '';
      const facts = now && path.startsWith('share/') ? sharePictures(now.site, now.options).get(path) : undefined;
      if (!facts) return next();
      try {
        const picture = await painter.paint(painter.plan(facts));
        response.setHeader('Content-Type', 'image/png').end(picture);
      } catch (error) {
        next(error);
      }
    },
  };
}
