import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

type Element = Tree.Element;

/** All elements of a document for which the test holds, in order. */
export function findAll(html: string, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const walk = (node: Tree.Node): void => {
    if ('tagName' in node && test(node)) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/).includes(name);
}

/** Text of an element, white space folded. */
export function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  if (!('childNodes' in node)) return '';
  return node.childNodes.map(textOf).join('').replace(/\s+/g, ' ').trim();
}
