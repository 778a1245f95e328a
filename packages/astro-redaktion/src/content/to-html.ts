import { pathToFileURL } from 'node:url';
import { createT } from '../i18n/translate.ts';
import type { Engine } from '../markdown/engine.ts';
import { finish, type KramdownOptions, prepare } from '../markdown/kramdown/index.ts';
import type { TransformedPost } from '../plugin.ts';
import type { Problem, RenderedPost } from '../types.ts';
import { basedPictures } from './based-pictures.ts';
import { apartFromMarkers } from './blocks/marker.ts';
import type { RawPost } from './jekyll/types.ts';
import { mediaFolder, picturesInMediaFolder } from './media-folder.ts';
import { reachable } from './reachable.ts';
import type { Renderer, RenderResult } from './rendering.ts';
import { addressesIn, plainPictures, withCaptions } from './text-pictures.ts';
import { unreadable } from './unreadable.ts';

type Rendering = Pick<RenderedPost, 'html' | 'headings'>;

/** A text as HTML, with marks where its blocks stand. */
export type Html = Rendering & Pick<RenderedPost, 'images'> & Pick<RenderResult, 'facts'>;

/** What a text is where it cannot be rendered. */
export const NOTHING: Html = { html: '', headings: [], images: [], facts: {} };

/** The HTML of a text after Liquid; or, where the engine or a plugin throws, what it said. */
export async function readable(
  text: string,
  {
    file,
    body,
    bodyLine,
    post,
    markdown,
  }: { file: string; post: TransformedPost } & Pick<RawPost, 'body' | 'bodyLine' | 'markdown'>,
  renderer: Renderer,
): Promise<Html | { fault: Problem }> {
  try {
    return await toHtml(text, { post, markdown }, renderer);
  } catch (error) {
    return { fault: unreadable(error, { file, body, bodyLine }) };
  }
}

/** Markdown (or HTML as it is) with the plugins' changes; Liquid has run. */
async function toHtml(
  source: string,
  { post, markdown }: { post: TransformedPost; markdown: boolean },
  { engine, kramdown, transforms, strings, emoji, typesetter, pictures, folders, jekyll }: Renderer,
): Promise<Html> {
  const rendered = markdown
    ? await renderMarkdown(source, { file: post.file, data: post.data, engine, kramdown })
    : { html: source, headings: [] };
  const codeName = (): string => createT(post.lang, strings)('codeBlock');
  const plain = plainPictures(reachable(withoutStyles(rendered.html), codeName));
  const placed = jekyll ? picturesInMediaFolder(plain, mediaFolder(post.data)) : plain;
  const bare = basedPictures(placed, { base: post.base, folder: folders.public });
  let html = pictures ? withCaptions(bare) : bare;
  const facts: Html['facts'] = {};
  for (const transform of transforms) {
    const made = transform.html?.(html, post) ?? html;
    if (typeof made !== 'string') facts[transform.name] = made.facts;
    html = typeof made === 'string' ? made : made.html;
  }
  const headings = rendered.headings.map((heading) => ({
    ...heading,
    ...(heading.slug === 'footnote-label' ? { noToc: true } : {}),
    ...(emoji ? { text: emoji.line(heading.text) } : {}),
  }));
  // Last: plugins look for words as they were written.
  const signed = emoji?.html(html) ?? html;
  return {
    headings,
    html: typesetter(post.lang)?.(signed) ?? signed,
    images: pictures ? addressesIn(html) : [],
    facts,
  };
}

/** A strict content security policy takes no style attributes; the engines align table cells with them. */
function withoutStyles(html: string): string {
  if (!html.includes('style="text-align')) return html;
  return html.replace(/(<t[hd]) style="text-align: ?(left|center|right);?"/g, '$1 class="rd-$2"');
}

async function renderMarkdown(
  source: string,
  {
    file,
    data,
    engine,
    kramdown,
  }: { file: string; data: Record<string, unknown>; engine: Engine; kramdown: KramdownOptions | undefined },
): Promise<Rendering> {
  const viaAstro = (text: string) => engine.render(text, { file: pathToFileURL(file), frontmatter: data });
  if (!kramdown) return engine.renderPlain(source) ?? viaAstro(source);
  const { text, state } = prepare(apartFromMarkers(source), kramdown);
  const rendered = engine.renderPlain(text, false) ?? (await viaAstro(text));
  // kramdown makes the ids by its own rule.
  const bare = rendered.headings.length > 0 ? rendered.html.replace(/<(h[1-6]) id="[^"]*">/g, '<$1>') : rendered.html;
  return finish(bare, state, kramdown);
}
