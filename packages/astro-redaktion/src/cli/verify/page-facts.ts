import { type DefaultTreeAdapterTypes as Tree, parse, parseFragment } from 'parse5';
import { bylineTime } from './byline-time.ts';
import { attribute, SILENT } from './nodes.ts';
import { TEXT_MARK } from './text-mark.ts';
import type { PageFacts } from './types.ts';

type Element = Tree.Element;

/** Reads a built page. Pure: the HTML of either site, whatever its theme. */
export function pageFacts(html: string): PageFacts {
  const page = parse(html);
  const all = elements(page);
  const meta = (name: string): string | undefined =>
    all.flatMap((element) =>
      (attribute(element, 'property') ?? attribute(element, 'name')) === name
        ? (attribute(element, 'content') ?? [])
        : [],
    )[0];
  const { area, exact } = markedText(html) ?? textArea(all);
  const inside = area ? elements(area) : [];
  const tags = (name: string): Element[] => all.filter(({ tagName }) => tagName === name);
  const titles = [...tags('h1').map(textOf), meta('og:title') ?? '', ...tags('title').slice(0, 1).map(textOf)];
  const date = dateIn(meta('article:published_time')) ?? markedDate(all) ?? dateIn(bylineTime(page));
  const refresh = tags('meta').find((element) => /^refresh$/i.test(attribute(element, 'http-equiv') ?? ''));
  const redirect =
    refresh && /^\s*\d+\s*[;,]\s*url\s*=\s*['"]?(.*?)['"]?\s*$/i.exec(attribute(refresh, 'content') ?? '')?.[1];
  const canonical = tags('link').find((element) => attribute(element, 'rel') === 'canonical');
  const address = canonical ? attribute(canonical, 'href') : meta('og:url');
  return {
    titles: titles.map(folded).filter(Boolean),
    ...(date ? { date } : {}),
    ids: idsOf(all),
    ownIds: idsOf(inside.filter((element) => element !== area)),
    headings: inside
      .flatMap((element) =>
        /^h[1-6]$/.test(element.tagName) ? (attribute(element, 'id')?.normalize('NFC') ?? []) : [],
      )
      .filter(Boolean),
    allLinks: linksOf(all),
    links: linksOf(inside),
    pictures: inside
      // jemoji's pictures are signs here.
      .filter((element) => element.tagName === 'img' && !classes(element).includes('emoji'))
      .flatMap((element) => attribute(element, 'src') ?? [])
      .filter((src) => !src.startsWith('data:')),
    words: area ? countWords(textOf(area)) : 0,
    exact,
    ...(redirect ? { redirect } : {}),
    ...(address ? { canonical: address } : {}),
  };
}

/** Text of an element, without scripts, styles and the numbers that highlighters put beside lines of code. */
export function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  if (!('childNodes' in node) || SILENT.has(node.nodeName)) return '';
  if ('attrs' in node && classes(node).some((name) => LINE_NUMBERS.has(name))) return '';
  const text = node.childNodes.map(textOf).join('');
  return INLINE.has(node.nodeName) ? text : ` ${text} `;
}

/** The text between our own marks. Layouts may print it in their head too, for search engines. */
function markedText(html: string): { area: Tree.DocumentFragment; exact: boolean } | undefined {
  const [text, before] = html.split(TEXT_MARK).slice(0, -1).reverse();
  return before !== undefined && text !== undefined
    ? { area: parseFragment(text), exact: text.trim() !== '' }
    : undefined;
}

/** The part of a page that is its text: marked up as such, else the likeliest element. */
function textArea(all: readonly Element[]): { area: Element | undefined; exact: boolean } {
  const marked =
    all.find((element) => classes(element).includes('e-content')) ??
    all.find((element) => attribute(element, 'itemprop') === 'articleBody') ??
    all.find((element) => classes(element).some((name) => TEXT_CLASSES.has(name)));
  if (marked) return { area: marked, exact: true };
  const area = ['article', 'main', 'body'].flatMap((name) => all.find(({ tagName }) => tagName === name) ?? [])[0];
  return { area, exact: false };
}

/** A theme may write what is no date (`20-01-01`), or what reads otherwise elsewhere (`12-03-2018`). */
function dateIn(text = ''): string | undefined {
  const date = text.trim();
  return Number.isNaN(Date.parse(date)) || /^\d{1,2}[-./]\d/.test(date) ? undefined : date;
}

/** The first date that marks for readers of microformats, microdata or JSON-LD name. */
function markedDate(all: readonly Element[]): string | undefined {
  for (const element of all) {
    const date = dateIn(markOf(element));
    if (date !== undefined) return date;
  }
  return undefined;
}

function markOf(element: Element): string | undefined {
  if (classes(element).includes('dt-published') || attribute(element, 'itemprop') === 'datePublished')
    return attribute(element, 'datetime') ?? attribute(element, 'content');
  if (element.tagName !== 'script' || attribute(element, 'type') !== 'application/ld+json') return undefined;
  const source = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  return /"datePublished"\s*:\s*"([^"]+)"/.exec(source)?.[1];
}

function elements(root: Tree.Node): Element[] {
  const found: Element[] = [];
  const waiting: Tree.Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) waiting.push(...node.childNodes.toReversed());
  }
  return found;
}

function linksOf(list: readonly Element[]): string[] {
  return list.flatMap((element) => (element.tagName === 'a' ? (attribute(element, 'href') ?? []) : []));
}

function idsOf(list: readonly Element[]): Set<string> {
  return new Set(list.flatMap((element) => attribute(element, 'id')?.normalize('NFC') ?? []));
}

function classes(element: Element): string[] {
  return (attribute(element, 'class') ?? '').split(/\s+/);
}

function folded(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Names of signs (`:tada:`) are none: jemoji writes the sign. */
function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word.replace(/:[\w+-]+:/g, ''))).length;
}

const LINE_NUMBERS = new Set(['gutter', 'lineno', 'linenos', 'rouge-gutter']);
const INLINE = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 'mark', 'small', 'span', 'strong', 'sub', 'sup', 'u']);
/** What widespread Jekyll themes call the element that holds `{{ content }}`. */
const TEXT_CLASSES = new Set([
  'post-content',
  'entry-content',
  'page__content',
  'post-body',
  'article-content',
  'markdown-body',
  'post__content',
]);
