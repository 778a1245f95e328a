import { isSatteriProcessor, satteri } from '@astrojs/markdown-satteri';
import type { AstroConfig } from 'astro';
import Slugger from 'github-slugger';
import { type Features, markdownToHtml } from 'satteri';
import type { Heading } from '../types.ts';
import { withKnownLanguages } from './highlighting.ts';
import { isForMdx } from './mdx-toc.ts';
import { hasTocHeading, tocHeadingPlugin, tocHeadingRemark, type TocSection } from './toc-heading.ts';

/** HTML of a text, and what was met on the way. */
export interface Rendered {
  html: string;
  /** Empty where the caller makes the ids. */
  headings: Heading[];
  /** Pictures that Astro has to resolve: relative paths, and remote ones that the owner allows. */
  images: string[];
}

export interface Engine {
  name: 'satteri' | 'unified';
  render: (text: string, post: { file: URL; frontmatter: Record<string, unknown> }) => Promise<Rendered>;
  /** The same for a text with nothing in it that needs Astro: no code to highlight, no picture to resolve. `ids`: default true. */
  renderPlain: (text: string, ids?: boolean) => Rendered | undefined;
}

type MarkdownConfig = AstroConfig['markdown'];

/**
 * The owner's Markdown processor, ready for posts.
 *
 * Sätteri is called past Astro's three JavaScript plugins where a text needs none of them
 * (a third of the cost); both ways give the same HTML, which a test holds them to.
 */
export async function createEngine(
  markdown: MarkdownConfig,
  { image, features = {}, tocSection = 'any' }: EngineSetup,
): Promise<Engine> {
  const { processor } = markdown;
  // Astro hands over these very fields itself; its two types differ in what may be left out.
  const shared = {
    image,
    syntaxHighlight: withKnownLanguages(markdown.syntaxHighlight),
    shikiConfig: markdown.shikiConfig,
    gfm: markdown.gfm,
    smartypants: markdown.smartypants,
  } as Parameters<MarkdownConfig['processor']['createRenderer']>[0];
  if (!isSatteriProcessor(processor)) {
    const { isUnifiedProcessor, unified } = await import('@astrojs/markdown-remark');
    const own = isUnifiedProcessor(processor)
      ? unified({
          ...processor.options,
          remarkPlugins: [...(processor.options.remarkPlugins ?? []), [tocHeadingRemark, tocSection]],
        })
      : processor;
    return { name: 'unified', render: viaAstro(await own.createRenderer(shared)), renderPlain: () => undefined };
  }
  const { options } = processor;
  const all = {
    gfm: markdown.gfm !== false,
    smartPunctuation: markdown.smartypants !== false,
    ...options.features,
    ...features,
  } as Features;
  const plain = options.mdastPlugins.every(isForMdx) && options.hastPlugins.length === 0;
  const renderer = await satteri({
    ...options,
    features: all,
    mdastPlugins: [...options.mdastPlugins, tocHeadingPlugin(tocSection)],
  }).createRenderer(shared);
  const highlights = markdown.syntaxHighlight !== false;
  return {
    name: 'satteri',
    render: viaAstro(renderer),
    renderPlain: (text, ids = true) =>
      plain && !hasTocHeading(text, tocSection) ? renderPlain(text, { features: all, highlights, ids }) : undefined,
  };
}

/** What an engine is made for, beside the owner's settings. */
export interface EngineSetup {
  image: AstroConfig['image'];
  /** Further switches of Sätteri's, for kramdown's syntax. */
  features?: Features;
  /** Which section a heading of contents fills. @default 'any' */
  tocSection?: TocSection;
}

type Renderer = Awaited<ReturnType<MarkdownConfig['processor']['createRenderer']>>;

function viaAstro(renderer: Renderer): Engine['render'] {
  return async (text, { file, frontmatter }) => {
    const { code, metadata } = await renderer.render(text, { fileURL: file, frontmatter });
    return {
      html: code,
      headings: metadata.headings,
      images: [...metadata.localImagePaths, ...metadata.remoteImagePaths],
    };
  };
}

const PICTURE = '<img ';
const FOREIGN_PICTURE = /<img [^>]*src="(?!\/)/y;

/** A code block to highlight, or a picture whose address is not root-relative. */
function needsAstro(html: string, highlights: boolean): boolean {
  if (highlights && html.includes('<pre><code')) return true;
  for (let at = html.indexOf(PICTURE); at > -1; at = html.indexOf(PICTURE, at + PICTURE.length)) {
    FOREIGN_PICTURE.lastIndex = at;
    if (FOREIGN_PICTURE.test(html)) return true;
  }
  return false;
}

const HEADING = /<h([1-6])>([\s\S]*?)<\/h\1>/g;

function renderPlain(
  text: string,
  { features, highlights, ids }: { features: Features; highlights: boolean; ids: boolean },
): Rendered | undefined {
  const { html } = markdownToHtml(text, { features });
  if (needsAstro(html, highlights)) return undefined;
  if (!ids) return { html, headings: [], images: [] };
  // Footnotes and `{#id}` bring headings with attributes; Astro's own way knows them.
  if (/<h[1-6] /.test(html)) return undefined;
  const slugger = new Slugger();
  const headings: Heading[] = [];
  const withIds = html.replace(HEADING, (_, level: string, inner: string) => {
    const heading = { depth: Number(level), text: plainText(inner) };
    const slug = slugger.slug(heading.text);
    headings.push({ ...heading, slug });
    return `<h${level} id="${escapeAttribute(slug)}">${inner}</h${level}>`;
  });
  return { html: withIds, headings, images: [] };
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };

/** Text of the engine's own HTML: it writes no other entities. */
function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_, name: string) => ENTITIES[name] ?? '');
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
