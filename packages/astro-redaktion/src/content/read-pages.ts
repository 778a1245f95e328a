import { hash } from 'node:crypto';
import type { ParsedOptions } from '../config/schema.ts';
import { createT } from '../i18n/translate.ts';
import type { Problem, RenderedPost, TextPageData } from '../types.ts';
import { createBlockFiles } from './blocks/block-files.ts';
import { blockForms } from './blocks/block-forms.ts';
import { findDirectives } from './blocks/directives.ts';
import { loadBlocks } from './blocks/load-blocks.ts';
import { type EmptyPage, type LayoutText, type LayoutTexts, ownPart } from './layout-texts.ts';
import { outsideText } from './liquid-documents.ts';
import { globToRegExp } from './jekyll/glob.ts';
import { isTextPage, type Outside, type OutsidePage } from './outside.ts';
import { decodeEntities, firstElement } from './plain-text.ts';
import { postLanguage } from './post-language.ts';
import type { Renderer } from './rendering.ts';
import { isTemplate, notCarriedOver, renderTemplate, type TemplateFile } from './template-files.ts';
import { NOTHING, readable } from './to-html.ts';

/**
 * Renders the pages outside `_posts` that the owner asked for, anew each build: they show lists of posts and data.
 *
 * The home page and the page for missing addresses are ours; what is no HTML (`search.json`, style sheets with front
 * matter) becomes a file, where nothing of ours takes its place.
 */
export async function readPages(
  { jekyllPages }: Pick<ParsedOptions, 'jekyllPages'>,
  { outside, renderer, layouts }: { outside: Outside; renderer: Renderer; layouts: LayoutTexts },
): Promise<{ pages: TextPageData[]; templates: TemplateFile[]; problems: Problem[] }> {
  if (jekyllPages === false) return { pages: [], templates: [], problems: [] };
  const { pages: all, problems } = outside.pages();
  const wanted = all.filter((page) => isTextPage(page) && isChosen(page, jekyllPages));
  const rendered = [];
  const empty: EmptyPage[] = [];
  for (const page of wanted) {
    const { data, problems: told, fault } = await renderPage(page, { renderer, layouts });
    if (data.text.html.trim() === '') empty.push({ page, fault });
    rendered.push({ data, problems: told });
  }
  const templates = all
    .filter(isTemplate)
    .map((page) =>
      isChosen(page, jekyllPages) ? renderTemplate(page, renderer) : { problems: [notCarriedOver(page)] },
    );
  return {
    pages: rendered.map(({ data }) => data),
    templates: templates.flatMap(({ file }) => file ?? []),
    problems: [
      ...problems,
      ...once([...templates, ...rendered].flatMap(({ problems: found }) => found)),
      ...layouts.emptyPages(empty),
    ],
  };
}

/** What is wrong with a layout, or with an include, is wrong on every page that it makes. */
function once(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function isChosen({ path }: OutsidePage, chosen: true | string[]): boolean {
  return chosen === true || chosen.some((pattern) => globToRegExp(pattern, 'path').test(path));
}

interface Rendered {
  data: TextPageData;
  problems: Problem[];
}

/** A page without a text of its own shows what its layout makes, if Liquid can make it here. */
async function renderPage(
  page: OutsidePage,
  { renderer, layouts }: { renderer: Renderer; layouts: LayoutTexts },
): Promise<Rendered & Pick<EmptyPage, 'fault'>> {
  const text = layouts.textOf(page);
  const made = await renderText(page, text ?? page, renderer);
  const fault = text && made.problems.find(({ severity }) => severity === 'error');
  return fault ? { ...(await renderText(page, page, renderer)), fault } : made;
}

async function renderText(page: OutsidePage, text: LayoutText, renderer: Renderer): Promise<Rendered> {
  const { path, url, data } = page;
  const { file, body, bodyLine, markdown, absolute } = text;
  const { blocks } = renderer;
  const marked = findDirectives(body, {
    names: new Set(blocks.keys()),
    ...{ file, line: bodyLine, jekyll: renderer.jekyll },
  });
  const liquid = renderer.liquid.render({
    ...outsideText(page),
    ...{ file, bodyLine, body: marked.text, components: marked.uses },
  });
  const { site } = renderer;
  const lang = postLanguage({ data, path }, site);
  const made = await readable(
    text === page ? liquid.text : ownPart(liquid.text),
    { file, body, bodyLine, markdown, post: { file: absolute, lang, data, base: site.base, site } },
    renderer,
  );
  const { html, headings, images } = 'fault' in made ? NOTHING : made;
  const files = createBlockFiles(renderer.folders, () => {});
  const loaded = await loadBlocks(liquid.components, { blocks, files, file });
  const forms = blockForms({
    ...{ uses: loaded.uses, blocks, html, markdown: liquid.text, file },
    context: { lang, t: createT(lang, renderer.strings), url, site },
  });
  const { components } = forms;
  return {
    data: dataOf(page, renderer, { html, headings, images, excerpt: '', components, more: false }),
    problems: [
      ...marked.problems,
      ...liquid.problems,
      ...('fault' in made ? [made.fault] : []),
      ...loaded.problems,
      ...forms.problems,
    ],
  };
}

function dataOf(page: OutsidePage, { emoji }: Renderer, text: RenderedPost): TextPageData {
  const { file, bodyLine, title, place, bare, redirectFrom, redirectTo, data } = page;
  const { description, lang, sitemap } = data;
  const heading = isText(data['title']) ? undefined : ownTitle(text);
  const facts = {
    source: { file, bodyLine },
    // A page without a title is called what it calls itself, before its file.
    title: heading || (emoji?.line(decodeEntities(title)) ?? decodeEntities(title)),
    place,
    bare,
    ...(typeof description === 'string' ? { description } : {}),
    ...(typeof lang === 'string' ? { lang } : {}),
    inSitemap: sitemap !== false,
    redirectFrom,
    ...(redirectTo === undefined ? {} : { redirectTo }),
    text,
  };
  return { ...facts, digest: hash('sha1', JSON.stringify(facts)) };
}

/** The first heading of the first level, be it written in Markdown or in HTML. */
function ownTitle({ headings, html }: RenderedPost): string | undefined {
  const heading = headings.find(({ depth }) => depth === 1)?.text;
  return heading ?? (/<\/h1/i.test(html) ? firstElement(html, 'h1') : undefined);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
