import { readFileSync } from 'node:fs';
import type { AstroConfig, AstroIntegrationLogger } from 'astro';
import { createShareStudio, type ShareStudio } from '../build/share-pictures.ts';
import { storeFolder } from '../build/staging.ts';
import type { StaticFile } from '../build/static-files.ts';
import { findIcons } from '../config/find-icons.ts';
import { requireOwnFiles } from '../config/own-files.ts';
import { ownFonts } from '../config/own-fonts.ts';
import type { Contributions } from '../config/plugins.ts';
import { resolveOptions } from '../config/resolve.ts';
import type { ParsedOptions } from '../config/schema.ts';
import type { SiteOptions } from '../config/site-options.ts';
import { fileUrl } from '../config/specifier.ts';
import { buildNow } from '../content/build-now.ts';
import { type JekyllSite, readJekyllSite } from '../content/jekyll-site.ts';
import { createPostsLoader, type PostsLoader } from '../content/loader.ts';
import { jekyllReading, readOutside } from '../content/outside.ts';
import { jekyllAddress } from './jekyll-address.ts';
import { missingSite } from './missing-site.ts';

/** The owner's options, checked, and what plugins add. */
export interface Given {
  parsed: ParsedOptions;
  contributions: Contributions;
}

/** What the integration knows of a project once Astro has told where it lies. */
export interface Project extends Given {
  config: AstroConfig;
  /** Pages are built, for good; else they are shown while somebody writes. */
  isBuild: boolean;
  /** What `_config.yml` adds to Astro's configuration; `config` has it already. */
  address: Pick<Partial<AstroConfig>, 'site' | 'base'>;
  jekyll: JekyllSite;
  /** The options with all gaps filled, as of now. */
  resolve: () => SiteOptions;
  loader: PostsLoader;
  /** Folder for posts, texts and pages, kept from build to build. */
  store: URL;
  /** Files that are published as they are. */
  copied: StaticFile[];
  /** Folder for what the site waits for; absent where nothing is written. */
  schedule: URL | undefined;
  /** Draws share pictures, where they are asked for. */
  studio: ShareStudio | undefined;
}

/** @throws when the folder of the posts, its configuration, or a file that an option names cannot be read */
export function readProject(
  { parsed, contributions }: Given,
  { config: given, command, logger }: { config: AstroConfig; command: string; logger: AstroIntegrationLogger },
): Project {
  requireOwnFiles(parsed, given.root);
  const isBuild = command === 'build';
  const jekyll = readJekyllSite(parsed, given.root);
  const address = jekyllAddress(jekyll, given);
  const config = { ...given, ...address };
  const lacking = isBuild ? missingSite(config, jekyll) : undefined;
  if (lacking !== undefined) logger.warn(`${lacking}\n`);
  const { published: copied } = readOutside(jekyll, config, jekyllReading(jekyll));
  const outside = ({ timezone, publish }: SiteOptions) =>
    readOutside(jekyll, config, {
      timeZone: timezone,
      separator: parsed.excerptSeparator ?? jekyll.config.excerptSeparator,
      horizon: publish.future ? Number.POSITIVE_INFINITY : publish.now,
    });
  const store = storeFolder(config);
  const studio = studioOf(parsed, { root: config.root, store });
  const published = copied.map(({ path }) => path);
  const icons = findIcons(config.publicDir, published);
  const now = clock(parsed.timezone ?? jekyll.defaults.timezone ?? 'Europe/Stockholm', command);
  const resolve = () =>
    resolveOptions({
      ...{ parsed, contributions, config, icons, version: VERSION },
      jekyll: jekyll.defaults,
      sharePictures: studio?.facts,
      now: now(),
      preview: command === 'dev',
    });
  const loader = createPostsLoader({
    ...{ parsed, jekyll, contributions, outside, resolve, store, logger, version: VERSION },
    dev: command === 'dev',
  });
  const schedule = parsed.schedule === false ? undefined : new URL(`${fileUrl(parsed.schedule, config.root).href}/`);
  return {
    ...{ parsed, contributions, config, address, isBuild, jekyll, resolve, loader, store, copied, schedule, studio },
  };
}

/** One time for the whole of a build; in dev time goes on. */
function clock(timezone: string, command: string): () => number {
  const start = buildNow(timezone);
  return () => (command === 'dev' ? buildNow(timezone) : start);
}

function studioOf(parsed: ParsedOptions, { root, store }: { root: URL; store: URL }): ShareStudio | undefined {
  if (!parsed.sharePictures) return undefined;
  const { template } = parsed.sharePictures === true ? {} : parsed.sharePictures;
  const cache = new URL('./share/', store);
  return createShareStudio({ template, fonts: ownFonts(parsed, root), version: VERSION, cache });
}

const { version: VERSION } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
