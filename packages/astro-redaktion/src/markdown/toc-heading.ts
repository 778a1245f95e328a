import type { Root } from 'mdast';
import remarkToc from 'remark-toc';
import { defineMdastPlugin, type MdastPluginEntry } from 'satteri';

/** Headings under which an author expects a table of contents, in our languages. */
const NAMES = 'innehåll(?:sförteckning)?|contents|table[ -]of[ -]contents|toc';
const LINE = new RegExp(`^#{1,6}[ \\t]+(?:${NAMES})[ \\t]*#*[ \\t]*$`, 'imu');

/** The text has such a heading, and no table of contents of kramdown's. */
export function hasTocHeading(source: string): boolean {
  return LINE.test(source) && !source.includes('{:toc');
}

/** `remark-toc` fills the section under the heading; on both engines it is the same transformer. */
const fill = remarkToc.bind(null as never)({ heading: NAMES, tight: true }) as (tree: Root) => undefined;

/** For Sätteri: works on a copy of the tree, and only on texts that have the heading. */
export const tocHeadingPlugin: MdastPluginEntry = ({ source }) =>
  hasTocHeading(source)
    ? defineMdastPlugin({
        name: 'redaktion-toc-heading',
        before(root, context) {
          const tree = JSON.parse(JSON.stringify(root)) as Root;
          fill(tree);
          context.replaceNode(root, tree as never);
        },
      })
    : null;

/** For unified. */
export function tocHeadingRemark(): (tree: Root, file: { toString: () => string }) => undefined {
  return (tree, file) => (hasTocHeading(String(file)) ? fill(tree) : undefined);
}
