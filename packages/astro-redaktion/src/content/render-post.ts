import { pathToFileURL } from 'node:url';
import type { Engine } from '../markdown/engine.ts';
import type { Typesetter } from '../markdown/typeset.ts';
import { finish, type KramdownOptions, prepare } from '../markdown/kramdown/index.ts';
import type { Block } from '../block.ts';
import type { SiteOptions } from '../config/site-options.ts';
import { createT } from '../i18n/translate.ts';
import type { MarkdownTransform, TransformedPost } from '../plugin.ts';
import type { PluginSite, Problem, RenderedPost } from '../types.ts';
import { type BlockFolders, createBlockFiles } from './blocks/block-files.ts';
import { blockForms } from './blocks/block-forms.ts';
import { findDirectives } from './blocks/directives.ts';
import { frontMatterBlocks } from './blocks/front-matter-blocks.ts';
import { loadBlocks } from './blocks/load-blocks.ts';
import { apartFromMarkers, fillMarkers, hasMarkers, withoutMarkers } from './blocks/marker.ts';
import { pluginBlocks } from './blocks/plugin-blocks.ts';
import { excerptText } from './excerpt-text.ts';
import { type Excerpt, excerptSource } from './jekyll/excerpt.ts';
import type { IncludeUse, LiquidPost, LiquidRenderer } from './jekyll/liquid/types.ts';
import type { RawPost } from './jekyll/types.ts';
import { postLanguage } from './post-language.ts';
import { reachable } from './reachable.ts';
import { picturesWithoutAlt } from './pictures-without-alt.ts';
import { addressesIn, plainPictures, withCaptions } from './text-pictures.ts';
import { unreadable } from './unreadable.ts';

/** Everything that turns sources into HTML; made once a build. */
export interface Renderer {
  engine: Engine;
  /** Absent: Markdown as Astro reads it. */
  kramdown?: KramdownOptions;
  liquid: LiquidRenderer;
  /** By the plugins' names. */
  transforms: (MarkdownTransform & { name: string })[];
  /** Texts that the owner and the plugins change, by language. */
  strings: SiteOptions['strings'];
  /** Blocks by name. */
  blocks: ReadonlyMap<string, Block>;
  /** Astro makes the pictures in texts; else their tags stay as they are. */
  pictures: boolean;
  /** What sets texts in a language; `undefined` where they stay as they are. */
  typesetter: (lang: string) => Typesetter | undefined;
  /** What blocks may read. */
  folders: BlockFolders;
  /** The folder is a Jekyll site. */
  jekyll: boolean;
  site: PluginSite;
}

/** A post's text, or what is wrong with it. */
export interface RenderResult {
  text: RenderedPost;
  /** Source of the text after Liquid, with markers of components. */
  markdown: string;
  problems: Problem[];
  /** Files that the text was made with: includes and data. */
  includes: string[];
  /** What plugins found in the text, by their names. */
  facts: Record<string, unknown>;
  /** The text speaks of other posts, so it changes with them. */
  site: boolean;
}

/** Liquid, then Markdown, then the plugins' changes: once for the text, and once for an excerpt that is not all of it. */
export async function renderPost(
  raw: RawPost,
  { file, absolute, lineOf }: { file: string; absolute: string; lineOf: (key: string) => number | undefined },
  renderer: Renderer,
): Promise<RenderResult> {
  const { liquid, blocks } = renderer;
  const place = { names: new Set(blocks.keys()), file, line: raw.bodyLine, jekyll: renderer.jekyll };
  const marked = findDirectives(raw.body, place);
  const document: LiquidPost = {
    file,
    path: raw.path,
    url: raw.permalink.url,
    id: raw.permalink.id,
    date: raw.date.instant,
    data: raw.data,
    collection: 'posts',
    body: marked.text,
    bodyLine: raw.bodyLine,
    components: marked.uses,
  };
  const body = liquid.render(document);
  const { site, strings } = renderer;
  const lang = postLanguage({ data: raw.data, path: raw.pathPlaceholder }, site);
  const post: TransformedPost = { file: absolute, lang, data: raw.data, base: site.base, site };
  const rule = excerptRule(raw);
  const thrown: Problem[] = [];
  const render = async (text: string): Promise<Html> => {
    try {
      return await toHtml(text, { post, markdown: raw.markdown }, renderer);
    } catch (error) {
      if (thrown.length === 0) thrown.push(unreadable(error, { file, body: raw.body, bodyLine: raw.bodyLine }));
      return { html: '', headings: [], images: [], facts: {} };
    }
  };
  const whole = await render(body.text);
  let excerpt = whole.html;
  // The same as in the text where that is all of the excerpt.
  let excerptUses: IncludeUse[] | undefined;
  let problems = [...marked.problems, ...body.problems];
  if (rule?.raw !== undefined) excerpt = rule.raw;
  else if (rule && 'more' in rule && rule.more) {
    const head = liquid.render({ ...document, body: excerptText(rule.source, place) });
    excerptUses = head.components;
    // The same faults stand in the whole text; only what the cut itself broke is new.
    if (body.problems.length === 0) problems = [...problems, ...head.problems];
    excerpt = (await render(head.text)).html;
  }
  const front = frontMatterBlocks(raw.data, { blocks, placed: body.components, lineOf });
  const first = body.components.length + front.uses.length;
  const placed = pluginBlocks(whole, { transforms: renderer.transforms, post, first });
  const html = `${front.before}${withoutSeparator(placed.html, raw)}${front.after && `\n${front.after}`}`;
  const used = new Set<string>();
  const files = createBlockFiles(renderer.folders, (name) => used.add(name));
  const uses = [...body.components, ...front.uses, ...placed.uses];
  const loaded = await loadBlocks(uses, { blocks, files, file });
  const context = { lang, t: createT(lang, strings), url: raw.permalink.url, site };
  const forms = blockForms({ uses: loaded.uses, blocks, html, markdown: body.text, context, file });
  const excerptFeed = async (): Promise<string> => {
    if (!excerptUses) return fillMarkers(excerpt, feedsOf(forms));
    const { uses: own } = await loadBlocks(excerptUses, { blocks, files, file });
    return fillMarkers(excerpt, feedsOf(blockForms({ uses: own, blocks, html: excerpt, markdown: '', context, file })));
  };
  return {
    text: {
      html,
      headings: whole.headings,
      images: renderer.pictures
        ? [...new Set([...whole.images, ...forms.components.flatMap(({ feed }) => addressesIn(feed))])]
        : [],
      excerpt: withoutMarkers(excerpt).trim(),
      ...(hasMarkers(excerpt) ? { excerptFeed: (await excerptFeed()).trim() } : {}),
      components: forms.components,
      more: rule !== null && 'more' in rule && rule.more,
    },
    markdown: [front.before, body.text, front.after].filter(Boolean).join('\n\n'),
    problems: [
      ...problems,
      ...thrown,
      ...loaded.problems,
      ...forms.problems,
      ...picturesWithoutAlt(whole.html, { ...raw, file }),
    ],
    includes: [...body.includes, ...used],
    facts: whole.facts,
    site: body.site,
  };
}

/** The sign between excerpt and rest has done its work; a comment that only says where to cut is not for readers. */
function withoutSeparator(html: string, { data }: RawPost): string {
  const own = data['excerpt_separator'];
  const signs = ['<!--more-->', ...(typeof own === 'string' && own.startsWith('<!--') ? [own] : [])];
  return signs.reduce((text, sign) => text.replaceAll(`${sign}\n`, '').replaceAll(sign, ''), html);
}

/** As Jekyll's; where the author set no marker, the excerpt is the first block, not the whole post. */
function excerptRule({ excerpt, body }: RawPost): Excerpt | null {
  if (!excerpt || !('more' in excerpt) || excerpt.more) return excerpt;
  return excerptSource({ body: body.replaceAll('\r\n', '\n').trimStart(), data: {}, separator: '\n\n' });
}

function feedsOf({ components }: ReturnType<typeof blockForms>): string[] {
  return components.map(({ feed }) => feed);
}

type Rendering = Pick<RenderedPost, 'html' | 'headings'>;
type Html = Rendering & Pick<RenderedPost, 'images'> & Pick<RenderResult, 'facts'>;

/** Markdown (or HTML as it is) with the plugins' changes; Liquid has run. */
export async function toHtml(
  source: string,
  { post, markdown }: { post: TransformedPost; markdown: boolean },
  { engine, kramdown, transforms, typesetter, pictures }: Renderer,
): Promise<Html> {
  const rendered = markdown
    ? await renderMarkdown(source, { url: pathToFileURL(post.file), data: post.data, engine, kramdown })
    : { html: source, headings: [] };
  const bare = plainPictures(reachable(withoutStyles(rendered.html)));
  let html = pictures ? withCaptions(bare) : bare;
  const facts: Html['facts'] = {};
  for (const transform of transforms) {
    const made = transform.html?.(html, post) ?? html;
    if (typeof made !== 'string') facts[transform.name] = made.facts;
    html = typeof made === 'string' ? made : made.html;
  }
  const headings = rendered.headings.map((heading) =>
    heading.slug === 'footnote-label' ? { ...heading, noToc: true } : heading,
  );
  // Last: plugins look for words as they were written.
  return { headings, html: typesetter(post.lang)?.(html) ?? html, images: pictures ? addressesIn(html) : [], facts };
}

/** A strict content security policy takes no style attributes; the engines align table cells with them. */
function withoutStyles(html: string): string {
  if (!html.includes('style="text-align')) return html;
  return html.replace(/(<t[hd]) style="text-align: ?(left|center|right);?"/g, '$1 class="rd-$2"');
}

async function renderMarkdown(
  source: string,
  {
    url,
    data,
    engine,
    kramdown,
  }: { url: URL; data: Record<string, unknown>; engine: Engine; kramdown: KramdownOptions | undefined },
): Promise<Rendering> {
  if (!kramdown) return engine.renderPlain(source) ?? engine.render(source, { file: url, frontmatter: data });
  const { text, state } = prepare(apartFromMarkers(source), kramdown);
  const rendered = engine.renderPlain(text, false) ?? (await engine.render(text, { file: url, frontmatter: data }));
  // kramdown makes the ids by its own rule.
  const bare = rendered.headings.length > 0 ? rendered.html.replace(/<(h[1-6]) id="[^"]*">/g, '<$1>') : rendered.html;
  return finish(bare, state, kramdown);
}
