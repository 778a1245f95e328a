import { createT } from '../i18n/translate.ts';
import type { TransformedPost } from '../plugin.ts';
import type { Problem, RenderedPost } from '../types.ts';
import { createBlockFiles } from './blocks/block-files.ts';
import { blockForms } from './blocks/block-forms.ts';
import { findDirectives } from './blocks/directives.ts';
import { frontMatterBlocks } from './blocks/front-matter-blocks.ts';
import { loadBlocks } from './blocks/load-blocks.ts';
import { fillMarkers, hasMarkers, withoutMarkers } from './blocks/marker.ts';
import { pluginBlocks } from './blocks/plugin-blocks.ts';
import { excerptText } from './excerpt-text.ts';
import { type Excerpt, excerptSource } from './jekyll/excerpt.ts';
import type { IncludeUse, LiquidRenderer } from './jekyll/liquid/types.ts';
import type { RawPost } from './jekyll/types.ts';
import { documentOf } from './post-document.ts';
import { postLanguage } from './post-language.ts';
import { picturesWithoutAlt } from './pictures-without-alt.ts';
import type { Renderer, RenderResult } from './rendering.ts';
import { addressesIn } from './text-pictures.ts';
import { type Html, NOTHING, readable } from './to-html.ts';

/** Where a post is, for problems and for what reads beside it. */
interface Place {
  /** As the owner knows it. */
  file: string;
  absolute: string;
  lineOf: (key: string) => number | undefined;
}

/** Liquid, then Markdown, then the plugins' changes: once for the text, and once for an excerpt that is not all of it. */
export async function renderPost(raw: RawPost, place: Place, renderer: Renderer): Promise<RenderResult> {
  const { site } = renderer;
  const lang = postLanguage({ data: raw.data, path: raw.pathPlaceholder }, site);
  const post: TransformedPost = { file: place.absolute, lang, data: raw.data, base: site.base, site };
  const texts = await renderTexts(raw, { file: place.file, post }, renderer);
  const { body, problems, whole, excerpt, more } = texts;
  const made = await withBlocks(raw, { place, post, ...texts }, renderer);
  return {
    text: {
      html: made.html,
      headings: whole.headings,
      images: renderer.pictures ? [...new Set([...whole.images, ...made.images])] : [],
      excerpt: withoutMarkers(excerpt).trim(),
      ...(made.excerptFeed === undefined ? {} : { excerptFeed: made.excerptFeed }),
      components: made.components,
      more,
    },
    markdown: made.markdown,
    problems: [...problems, ...made.problems, ...picturesWithoutAlt(whole.html, { ...raw, file: place.file })],
    includes: [...body.includes, ...made.used],
    files: made.files,
    facts: whole.facts,
    site: body.site,
  };
}

interface Texts {
  body: LiquidResult;
  problems: Problem[];
  whole: Html;
  excerpt: string;
  /** Blocks of an excerpt that is rendered alone. */
  excerptUses: IncludeUse[] | undefined;
  more: boolean;
}

/** The text and its excerpt as HTML, with the marks of blocks in them. */
async function renderTexts(
  raw: RawPost,
  { file, post }: { file: string; post: TransformedPost },
  renderer: Renderer,
): Promise<Texts> {
  const { liquid, blocks, jekyll } = renderer;
  const reading = { names: new Set(blocks.keys()), file, line: raw.bodyLine, jekyll };
  const marked = findDirectives(raw.body, reading);
  const document = { ...documentOf(raw, file), body: marked.text, components: marked.uses };
  const body = liquid.render(document);
  const rule = renderer.unseparated === 'all' ? raw.excerpt : firstBlockRule(raw);
  let fault: Problem | undefined;
  const render = async (text: string): Promise<Html> => {
    const made = await readable(text, { ...raw, file, post }, renderer);
    if (!('fault' in made)) return made;
    // The excerpt can only fail of what the text has failed of.
    fault ??= made.fault;
    return NOTHING;
  };
  const whole = await render(body.text);
  const problems = [...marked.problems, ...body.problems];
  const more = rule !== null && 'more' in rule && rule.more;
  let excerpt = rule?.raw ?? whole.html;
  // The same as in the text where that is all of the excerpt.
  let excerptUses: IncludeUse[] | undefined;
  if (rule?.raw === undefined && rule && 'source' in rule && more) {
    const head = liquid.render({ ...document, body: excerptText(rule.source, reading) });
    excerptUses = head.components;
    // The same faults stand in the whole text; only what the cut itself broke is new.
    if (body.problems.length === 0) problems.push(...head.problems);
    excerpt = (await render(head.text)).html;
  }
  return { body, problems: [...problems, ...(fault ? [fault] : [])], whole, excerpt, excerptUses, more };
}

/** The blocks of front matter and of plugins set into a text, and all of its blocks read. */
async function withBlocks(
  raw: RawPost,
  { place: { file, lineOf }, post, body, whole, excerpt, excerptUses }: Texts & { place: Place; post: TransformedPost },
  { blocks, transforms, folders, strings, site, feeds }: Renderer,
): Promise<WithBlocks> {
  const front = frontMatterBlocks(raw.data, { blocks, placed: body.components, lineOf });
  const first = body.components.length + front.uses.length;
  const placed = pluginBlocks(whole, { transforms, post, first });
  const used = new Set<string>();
  const files = createBlockFiles(folders, (name) => used.add(name));
  const context = { lang: post.lang, t: createT(post.lang, strings), url: raw.permalink.url, site };
  const read = async (uses: readonly IncludeUse[], texts: { html: string; markdown: string }) => {
    const loaded = await loadBlocks(uses, { blocks, files, file });
    const made = blockForms({ uses: loaded.uses, blocks, ...texts, context, file });
    return { ...made, problems: [...loaded.problems, ...made.problems] };
  };
  const html = `${front.before}${withoutSeparator(placed.html, raw)}${front.after && `\n${front.after}`}`;
  const forms = await read([...body.components, ...front.uses, ...placed.uses], { html, markdown: body.text });
  const own = hasMarkers(excerpt) && excerptUses ? await read(excerptUses, { html: excerpt, markdown: '' }) : forms;
  const made = new Set(forms.files.map(({ path }) => site.base + path));
  return {
    ...{ ...forms, html, used },
    files: feeds === 'full' ? forms.files : hasMarkers(excerpt) ? own.files : [],
    images: feedsOf(forms.components)
      .flatMap((feed) => addressesIn(feed))
      .filter((address) => !made.has(address)),
    ...(hasMarkers(excerpt) ? { excerptFeed: fillMarkers(excerpt, feedsOf(own.components)).trim() } : {}),
    markdown: [front.before, body.text, front.after].filter(Boolean).join('\n\n'),
  };
}

interface WithBlocks
  extends Pick<RenderedPost, 'html' | 'components' | 'excerptFeed'>,
    Pick<RenderResult, 'markdown' | 'files'> {
  problems: Problem[];
  /** Addresses of pictures in the forms for feeds, without those that blocks make. */
  images: string[];
  /** Files that blocks have read. */
  used: Set<string>;
}

function feedsOf(components: RenderedPost['components']): string[] {
  return components.map(({ feed }) => feed);
}

/** The sign between excerpt and rest has done its work; a comment that only says where to cut is not for readers. */
function withoutSeparator(html: string, { data }: RawPost): string {
  if (!html.includes('<!--')) return html;
  const own = data['excerpt_separator'];
  const signs = ['<!--more-->', ...(typeof own === 'string' && own.startsWith('<!--') ? [own] : [])];
  return signs.reduce((text, sign) => text.replaceAll(`${sign}\n`, '').replaceAll(sign, ''), html);
}

/** As Jekyll's; where the author set no marker, the excerpt is the first block, not the whole post. */
function firstBlockRule({ excerpt, body }: RawPost): Excerpt | null {
  if (!excerpt || !('more' in excerpt) || excerpt.more) return excerpt;
  return excerptSource({ body: body.replaceAll('\r\n', '\n').trimStart(), data: {}, separator: '\n\n' });
}

type LiquidResult = ReturnType<LiquidRenderer['render']>;
