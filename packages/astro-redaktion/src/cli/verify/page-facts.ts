import { type DefaultTreeAdapterTypes as Tree, parse } from 'parse5';
import { type Origins, siteAddress } from './address.ts';
import type { PageFacts } from './facts.ts';

/** A page, or where it sends its reader. */
export type Read = { page: PageFacts } | { redirect: string };

/** Reads what a built page holds. The text is what microformats, schema.org or the usual class names call so. */
export function readPage(html: string, path: string, origins: Origins): Read {
  const elements = [...walk(parse(html))];
  const redirect = refreshTarget(elements);
  if (redirect !== undefined) return { redirect: siteAddress(redirect, path, origins)?.to ?? redirect };
  const text = [...walk(contentOf(elements))];
  const links = hrefs(text).map((href) => ({ href, target: siteAddress(href, path, origins) }));
  const day = dayOf(elements);
  return {
    page: {
      title: titleOf(elements),
      ...(day === undefined ? {} : { day }),
      anchors: new Set(elements.flatMap(anchorsOf)),
      headings: text.filter(isHeading).flatMap((element) => attribute(element, 'id')?.normalize('NFC') ?? []),
      links: links.flatMap(({ target }) => target ?? []),
      external: links.flatMap(({ href, target }) => (target || !/^https?:/i.test(href) ? [] : [href])),
      pictures: text
        .filter(({ tagName }) => tagName === 'img')
        .flatMap((image) => siteAddress(attribute(image, 'src') ?? 'data:', path, origins)?.to ?? []),
      words: wordsOf(contentOf(elements)),
    },
  };
}

/** Class names and attributes by which themes mark the text of a post, the surest first. */
const CONTENT: ((element: Tree.Element) => boolean)[] = [
  (element) => hasClass(element, 'e-content'),
  (element) => (attribute(element, 'itemprop') ?? '').split(/\s+/).includes('articleBody'),
  (element) => ['post-content', 'entry-content', 'article-content'].some((name) => hasClass(element, name)),
  ({ tagName }) => tagName === 'article',
  ({ tagName }) => tagName === 'main',
  ({ tagName }) => tagName === 'body',
];

function contentOf(elements: readonly Tree.Element[]): Tree.Element {
  for (const test of CONTENT) {
    const found = elements.find(test);
    if (found) return found;
  }
  throw new Error('an HTML parser always makes a body');
}

function titleOf(elements: readonly Tree.Element[]): string {
  const og = elements.find((element) => attribute(element, 'property') === 'og:title');
  const heading = elements.find(({ tagName }) => tagName === 'h1');
  const title = elements.find(({ tagName }) => tagName === 'title');
  const text = (og && attribute(og, 'content')) || (heading && textOf(heading)) || (title && textOf(title)) || '';
  return text.replace(/\s+/g, ' ').trim().normalize('NFC');
}

function dayOf(elements: readonly Tree.Element[]): string | undefined {
  const meta = elements.find((element) => attribute(element, 'property') === 'article:published_time');
  const time = elements.find(
    (element) => element.tagName === 'time' && /^\d{4}-\d{2}-\d{2}/.test(attribute(element, 'datetime') ?? ''),
  );
  const value = (meta && attribute(meta, 'content')) ?? (time && attribute(time, 'datetime'));
  return value?.match(/^\d{4}-\d{2}-\d{2}/)?.[0];
}

function refreshTarget(elements: readonly Tree.Element[]): string | undefined {
  const meta = elements.find((element) => attribute(element, 'http-equiv')?.toLowerCase() === 'refresh');
  return meta && /url=\s*["']?([^"']+)/i.exec(attribute(meta, 'content') ?? '')?.[1]?.trim();
}

function anchorsOf(element: Tree.Element): string[] {
  const name = element.tagName === 'a' ? attribute(element, 'name') : undefined;
  return [attribute(element, 'id'), name].flatMap((value) => (value ? [value.normalize('NFC')] : []));
}

function hrefs(elements: readonly Tree.Element[]): string[] {
  return elements.filter(({ tagName }) => tagName === 'a').flatMap((element) => attribute(element, 'href') ?? []);
}

function isHeading({ tagName }: Tree.Element): boolean {
  return /^h[1-6]$/.test(tagName);
}

function wordsOf(element: Tree.Element): string[] {
  return (
    textOf(element)
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  if (node.nodeName === 'script' || node.nodeName === 'style' || !('childNodes' in node)) return '';
  return node.childNodes.map(textOf).join(' ');
}

function* walk(node: Tree.Node): Generator<Tree.Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

function hasClass(element: Tree.Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/).includes(name);
}
