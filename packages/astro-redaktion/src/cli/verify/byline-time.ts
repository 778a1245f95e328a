import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attribute, SILENT } from './nodes.ts';

/** As far as a line of author, date and tags reaches from the title, in characters other than blanks. */
const NEAR = 250;

/**
 * The time that a page without better marks shows as its own: the first near its `h1`, before or behind it.
 * A list of other posts further down has times too. Where a page has no `h1`, its first.
 *
 * @returns the attribute `datetime`
 */
export function bylineTime(page: Tree.Node): string | undefined {
  const times: { value: string; at: number }[] = [];
  const titles: { start: number; end: number }[] = [];
  let read = 0;
  const walk = (node: Tree.Node): void => {
    if (node.nodeName === '#text') read += (node as Tree.TextNode).value.replaceAll(/\s/g, '').length;
    if (!('childNodes' in node) || SILENT.has(node.nodeName)) return;
    const start = read;
    const value = node.nodeName === 'time' && attribute(node as Tree.Element, 'datetime');
    if (value) times.push({ value, at: read });
    for (const child of node.childNodes) walk(child);
    if (node.nodeName === 'h1') titles.push({ start, end: read });
  };
  walk(page);
  const own = times.find(({ at }) => titles.some(({ start, end }) => at >= start - NEAR && at <= end + NEAR));
  return (titles.length === 0 ? times[0] : own)?.value;
}
