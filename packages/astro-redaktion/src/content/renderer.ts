import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import type { Contributions } from '../config/plugins.ts';
import type { ParsedOptions } from '../config/schema.ts';
import { pluginSite } from '../config/plugin-site.ts';
import type { SiteOptions } from '../config/site-options.ts';
import { createEmoji, type Emoji } from '../markdown/emoji.ts';
import { createEngine } from '../markdown/engine.ts';
import {
  KRAMDOWN_DEFAULTS,
  kramdownFeatures,
  parseKramdownOptions,
  SWEDISH_QUOTES,
} from '../markdown/kramdown/index.ts';
import { createLineSetter, createTypesetter, createTypesetters } from '../markdown/typeset.ts';
import { createT } from '../i18n/translate.ts';
import { slugify } from '../model/slugify.ts';
import { blockFolders } from './blocks/block-files.ts';
import type { JekyllSite } from './jekyll-site.ts';
import { outsideDocuments } from './liquid-documents.ts';
import { createMarkdownify } from './markdownify.ts';
import { createOtherTexts, type OtherText, type TextSource } from './other-texts.ts';
import type { Outside } from './outside.ts';
import { createLiquid } from './jekyll/liquid/renderer.ts';
import type { LiquidDocument } from './jekyll/liquid/types.ts';
import type { Renderer } from './rendering.ts';

/** What footnotes say to readers, in the site's language; `{reference}` is the engine's own placeholder. */
function footnoteLabels({ lang, strings }: SiteOptions): { label: string; backLabel: string } {
  const t = createT(lang, strings);
  return { label: t('footnotes'), backLabel: t('footnoteBack') };
}

/** Everything that decides how texts are rendered. */
export interface RendererInput {
  parsed: ParsedOptions;
  jekyll: JekyllSite;
  contributions: Contributions;
  options: SiteOptions;
  config: AstroConfig;
  /** How many posts there are. */
  size: number;
  /** All posts as templates see them; called when a text first asks for another post. */
  posts: (otherText: (source: TextSource) => OtherText) => LiquidDocument[];
  outside: Outside;
}

/**
 * `site.url` as `_config.yml` spells it, with a slash at its end or capitals, where Astro has the same one. A Jekyll site
 * that names none has root-relative addresses.
 */
function urlOf({ site = '' }: SiteOptions, { data, whole, hasConfig }: JekyllSite): string {
  const { url } = data;
  if (whole && hasConfig && (url === undefined || url === null || url === '')) return '';
  return typeof url === 'string' && url.replace(/\/+$/, '').toLowerCase() === site.toLowerCase() ? url : site;
}

/** `site.baseurl` as `_config.yml` spells it, with a slash at its end, where Astro's `base` is the same. */
function baseurlOf({ base }: SiteOptions, { data }: JekyllSite): string {
  const { baseurl } = data;
  const own = base.replace(/\/$/, '');
  return typeof baseurl === 'string' && baseurl.replace(/\/$/, '') === own ? baseurl : own;
}

/** Makes Liquid, the Markdown engine and the kramdown layer for one build. */
export async function createRenderer(input: RendererInput): Promise<Renderer & { key: string }> {
  const { parsed, jekyll, contributions, options, config } = input;
  const asKramdown = (parsed.markdown ?? (jekyll.asJekyll ? 'kramdown' : 'astro')) === 'kramdown';
  // Quotes follow the site's language, where Jekyll's would be English whatever the language.
  const base = options.lang.startsWith('sv')
    ? { ...KRAMDOWN_DEFAULTS, smartQuotes: SWEDISH_QUOTES }
    : KRAMDOWN_DEFAULTS;
  const kramdown = asKramdown ? parseKramdownOptions(jekyll.config.kramdown, base) : undefined;
  const engine = await createEngine(config.markdown, {
    image: config.image,
    tocSection: kramdown ? 'empty' : 'any',
    features: kramdown
      ? { ...kramdownFeatures(kramdown), frontmatter: false }
      : { gfm: { footnotes: footnoteLabels(options) } },
  });
  const markdownify = createMarkdownify(kramdown);
  const blocks = new Set(contributions.blocks.keys());
  const otherText = createOtherTexts({ liquid: () => liquid, markdownify, blocks, jekyll: jekyll.asJekyll });
  const liquid = createLiquid({
    root: fileURLToPath(jekyll.root),
    folder: jekyll.folder.replace(/\/$/, ''),
    includesDir: jekyll.config.includesDir,
    dataDir: jekyll.config.dataDir,
    config: { ...jekyll.data, url: urlOf(options, jekyll), baseurl: baseurlOf(options, jekyll) },
    oneSlash: true,
    timeZone: options.timezone,
    time: options.publish.now,
    size: input.size,
    posts: () => input.posts(otherText),
    ...outsideDocuments(input.outside, otherText),
    markdown: markdownify,
    slugify,
    includes: parsed.includes,
    blocks,
  });
  const { typography } = options;
  const emoji = jekyll.plugins.includes('jemoji') ? await readEmoji() : undefined;
  return {
    engine,
    liquid,
    strings: options.strings,
    blocks: contributions.blocks,
    pictures: options.textPictures,
    typesetter: createTypesetters(typography, (lang) => createTypesetter(lang, { signs: !kramdown })),
    lineSetter: afterEmoji(emoji, createTypesetters(typography, createLineSetter)),
    ...(emoji ? { emoji } : {}),
    feeds: parsed.feed.content,
    folders: blockFolders(jekyll, config),
    jekyll: jekyll.asJekyll,
    unseparated: jekyll.whole ? 'all' : 'first-block',
    site: pluginSite(options),
    ...(kramdown ? { kramdown } : {}),
    transforms: contributions.plugins.flatMap(({ name, markdown }) => (markdown ? [{ name, ...markdown }] : [])),
    key: JSON.stringify([
      engine.name,
      kramdown,
      typography,
      Boolean(emoji),
      [...contributions.blocks.values()].map(({ key }) => key),
    ]),
  };
}

/** GitHub's list of names is long; only sites that need it pay for it. */
async function readEmoji(): Promise<Emoji> {
  const { nameToEmoji } = await import('gemoji');
  return createEmoji(new Map(Object.entries(nameToEmoji)));
}

function afterEmoji(emoji: Emoji | undefined, setterOf: Renderer['lineSetter']): Renderer['lineSetter'] {
  if (!emoji) return setterOf;
  return (lang) => {
    const set = setterOf(lang);
    return set ? (text) => set(emoji.line(text)) : emoji.line;
  };
}
