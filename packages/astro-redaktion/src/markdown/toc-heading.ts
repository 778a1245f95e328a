import type { Root } from 'mdast';
import remarkToc from 'remark-toc';
import { defineMdastPlugin, type MdastPluginEntry } from 'satteri';

/** Headings under which an author expects a table of contents, in our languages. */
const NAMES = 'innehåll(?:sförteckning)?|contents|table[ -]of[ -]contents|toc';
const LINE = `^#{1,6}[ \\t]+(?:${NAMES})[ \\t]*#*[ \\t]*$`;

/**
 * Which section is filled: `any` loses what stood there, as with `remark-toc`; `empty` is for texts that Jekyll has
 * published, whose authors wrote the list themselves.
 */
export type TocSection = 'any' | 'empty';
const SECTIONS: Record<TocSection, RegExp> = {
  any: new RegExp(LINE, 'imuy'),
  empty: new RegExp(`${LINE}\\s*(?:^#{1,6}[ \\t]|(?![\\s\\S]))`, 'imuy'),
};

/** The text has such a heading, and no table of contents of kramdown's. */
export function hasTocHeading(source: string, section: TocSection = 'any'): boolean {
  const heading = SECTIONS[section];
  // Few lines start with the sign: looking for it first spares the expression all others.
  for (let line = source.startsWith('#') ? 0 : nextHeading(source, 0); line > -1; line = nextHeading(source, line)) {
    heading.lastIndex = line;
    if (heading.test(source)) return !source.includes('{:toc');
  }
  return false;
}

/** The next line from `at` on that starts with `#`; -1 where there is none. */
function nextHeading(source: string, at: number): number {
  const feed = source.indexOf('\n#', at);
  return feed < 0 ? -1 : feed + 1;
}

/** `remark-toc` fills the section under the heading; on both engines it is the same transformer. */
const fill = remarkToc.bind(null as never)({ heading: NAMES, tight: true }) as (tree: Root) => undefined;

/** For Sätteri: works on a copy of the tree, and only on texts that have the heading. */
export const tocHeadingPlugin =
  (section: TocSection): MdastPluginEntry =>
  ({ source }) =>
    hasTocHeading(source, section)
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
export function tocHeadingRemark(
  section: TocSection = 'any',
): (tree: Root, file: { toString: () => string }) => undefined {
  return (tree, file) => (hasTocHeading(String(file), section) ? fill(tree) : undefined);
}
